package ru.smolensk.mentoring.mentorship;

import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.platform.PersonName;

/**
 * A mentor or mentee of the organisation's base, as far as pairs and groups need one.
 *
 * @param position may be {@code null}
 * @param category {@code null} for a mentor
 */
record Person(long id, PersonName name, String position, MenteeCategory category) {

    boolean student() {
        return category == MenteeCategory.STUDENT;
    }

    /** How the person is named in a list to choose from: namesakes differ by their position. */
    String label() {
        return name.full() + (position == null ? "" : ", " + position) + (category == null ? "" : " – " + category.label());
    }
}
