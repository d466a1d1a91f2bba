package ru.smolensk.mentoring.register;

import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.Sorting;

/** What the public list is narrowed by, as it stands in the address; what makes no sense narrows nothing. */
record MentorFilter(String q, OrganisationKind kind, String sort, String page) {

    PublicMentors.Wanted wanted() {
        return new PublicMentors.Wanted(q, kind, null);
    }

    public Sorting sorting() {
        return PublicMentors.sorting(sort);
    }

    /** Whether the whole register is shown. */
    public boolean everybody() {
        return q == null && kind == null;
    }
}
