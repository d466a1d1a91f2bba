package ru.smolensk.mentoring.review;

import org.springframework.web.util.UriComponentsBuilder;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.Labelled;

/** What of the queue is wanted, as it stands in the address; {@code null} where it does not matter. */
record QueueFilter(Tab tab, ReviewSubject subject, OrganisationKind kind, String q, Sort sort) {

    QueueFilter {
        tab = tab == null ? Tab.WAITING : tab;
        sort = sort == null ? Sort.LONGEST : sort;
    }

    /** The piles of the reviewer's desk. */
    enum Tab implements Labelled {
        WAITING("Ждут решения"), MINE("У меня"), OVERDUE("Просрочены"), RETURNED("Возвращены"), APPROVED("Одобрены недавно");

        private final String label;

        Tab(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        /** Whether what lies here waits for a decision. */
        public boolean waits() {
            return this == WAITING || this == MINE || this == OVERDUE;
        }
    }

    /** The order of the rows. */
    enum Sort implements Labelled {
        LONGEST("Давние выше"), NEWEST("Новые выше"), NAME("По алфавиту");

        private final String label;

        Sort(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    QueueFilter at(Tab other) {
        return new QueueFilter(other, subject, kind, q, sort);
    }

    /** The address of an edition inside this filter. */
    public String address(String slug, long edition) {
        return "/department/reviews/" + slug + "/" + edition + query();
    }

    /** The address of the list. */
    public String list() {
        return "/department/reviews" + query();
    }

    /** The address of the same list, another pile of it. */
    public String list(Tab other) {
        return at(other).list();
    }

    private String query() {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        if (tab != Tab.WAITING) {
            address.queryParam("tab", tab);
        }
        if (subject != null) {
            address.queryParam("subject", subject);
        }
        if (kind != null) {
            address.queryParam("kind", kind);
        }
        if (q != null) {
            address.queryParam("q", "{q}");
        }
        if (sort != Sort.LONGEST) {
            address.queryParam("sort", sort);
        }
        return (q == null ? address.build() : address.encode().buildAndExpand(q)).toUriString();
    }
}
