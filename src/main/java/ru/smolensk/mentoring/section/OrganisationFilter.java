package ru.smolensk.mentoring.section;

import java.util.Comparator;
import java.util.Locale;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.section.Editions.Newest;

/**
 * The filter of the public list, as it stands in the address.
 *
 * @param q words of the name
 * @param kind a kind of organisation, or nothing
 * @param sort {@code name}, {@code date}, {@code pairs}, {@code programmes}, {@code young} or {@code mentors}
 */
record OrganisationFilter(String q, String kind, String sort, String page) {

    boolean accepts(Newest one) {
        return (kind == null || one.kind().equals(kind)) && (q == null || searchable(one.shortName()).contains(searchable(q)));
    }

    /** The chosen kind, or {@code null}. */
    public OrganisationKind chosenKind() {
        return java.util.Arrays.stream(OrganisationKind.values()).filter(one -> one.name().equals(kind)).findFirst().orElse(null);
    }

    /** Rows come in the order of names; figures sort the greatest first, the unpublished last. */
    Comparator<Newest> order() {
        if (sort == null) {
            return null;
        }
        return switch (sort) {
            case "date" -> Comparator.comparing(Newest::date, Comparator.nullsLast(Comparator.reverseOrder()));
            case "pairs" -> greatest(figures -> (double) figures.mentorships());
            case "programmes" -> greatest(figures -> (double) figures.approvedProgrammes());
            case "young" -> greatest(figures -> percent(figures.youngSpecialists().percent()));
            case "mentors" -> greatest(figures -> percent(figures.mentors().percent()));
            default -> null;
        };
    }

    private static Comparator<Newest> greatest(java.util.function.ToDoubleFunction<PublishedFigures> figure) {
        return Comparator.comparingDouble((Newest one) -> one.isPublished() ? figure.applyAsDouble(one.figures()) : -2).reversed();
    }

    private static double percent(java.math.BigDecimal percent) {
        return percent == null ? -1 : percent.doubleValue();
    }

    private static String searchable(String words) {
        return words.toLowerCase(Locale.ROOT).replace('ё', 'е').replace('\u00a0', ' ');
    }
}
