package ru.smolensk.mentoring.section;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;
import ru.smolensk.mentoring.section.Editions.Newest;

/**
 * The filter of the public list, as it stands in the address.
 *
 * @param q words of the name
 * @param kind a kind of organisation, or nothing
 * @param sort {@code name}, {@code date}, {@code pairs}, {@code programmes}, {@code young} or {@code mentors}
 */
record OrganisationFilter(String q, String kind, String sort, String page) {

    private static final SortColumns COLUMNS = SortColumns.of("name", null, SortColumns.least("name"), SortColumns.greatest("date"),
            SortColumns.greatest("pairs"), SortColumns.greatest("programmes"), SortColumns.greatest("young"), SortColumns.greatest("mentors"));
    private static final Map<String, Function<Newest, Comparable<?>>> KEYS = Map.of(
            "date", Newest::date,
            "pairs", figure(PublishedFigures::mentorships),
            "programmes", figure(PublishedFigures::approvedProgrammes),
            "young", figure(figures -> figures.youngSpecialists().percent()),
            "mentors", figure(figures -> figures.mentors().percent()));

    boolean accepts(Newest one) {
        return (kind == null || one.kind().equals(kind)) && (q == null || searchable(one.shortName()).contains(searchable(q)));
    }

    /** The chosen kind, or {@code null}. */
    public OrganisationKind chosenKind() {
        return java.util.Arrays.stream(OrganisationKind.values()).filter(one -> one.name().equals(kind)).findFirst().orElse(null);
    }

    public Sorting sorting() {
        return COLUMNS.asked(sort);
    }

    List<Newest> sorted(List<Newest> byName) {
        return sorting().sorted(byName, KEYS);
    }

    private static Function<Newest, Comparable<?>> figure(Function<PublishedFigures, Comparable<?>> figure) {
        return one -> one.isPublished() ? figure.apply(one.figures()) : null;
    }

    private static String searchable(String words) {
        return words.toLowerCase(Locale.ROOT).replace('ё', 'е').replace('\u00a0', ' ');
    }
}
