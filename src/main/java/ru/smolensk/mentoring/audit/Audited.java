package ru.smolensk.mentoring.audit;

import ru.smolensk.mentoring.platform.StaleVersion;

/** An aggregate that has a history. */
public interface Audited {

    Long id();

    /** The organisation it belongs to, or {@code null} for a thing of the city. */
    Long organisationId();

    Subject subject();

    /** What people call it: «№ 14-а от 01.09.2026», «Орлова Анна Викторовна». */
    String title();

    /** What is known of it now. */
    Facts facts();

    int version();

    /**
     * Refuses a form that was opened before somebody else's change.
     *
     * @throws StaleVersion with what is saved now
     */
    default void expectVersion(Integer version) {
        if (version == null || version != version()) {
            throw new StaleVersion(version(), facts().values());
        }
    }
}
