package ru.smolensk.mentoring.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;

/**
 * The filter of the list of questionnaires, as it stands in the address.
 *
 * @param q words of the title
 */
record QuestionnaireFilter(String q, Audience audience, Wave wave, State state, String sort) {

    /** What is to be done with a questionnaire. */
    enum State {
        DRAFT("Есть черновик"), UNVERIFIED("Сверить с официальным текстом"), VERIFIED("Сверена");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final SortColumns COLUMNS = SortColumns.of("wave", null, SortColumns.least("wave"), SortColumns.least("name"),
            SortColumns.greatest("published"), SortColumns.greatest("questions"), SortColumns.greatest("versions"));

    public Sorting sorting() {
        return COLUMNS.asked(sort);
    }

    public boolean narrows() {
        return q != null || audience != null || wave != null || state != null;
    }

    /** @param lines in the order of their waves */
    List<Sheets.Line> of(List<Sheets.Line> lines) {
        return sorting().sorted(lines.stream().filter(this::accepts).toList(), Map.of("name", Sheets.Line::name,
                "published", line -> line.newest().publishedOn(), "questions", line -> line.newest().questions(),
                "versions", line -> line.versions().size()));
    }

    private boolean accepts(Sheets.Line line) {
        Sheets.Version newest = line.newest();
        return (audience == null || newest.audience() == audience) && (wave == null || newest.wave() == wave)
                && (state == null || switch (state) {
                    case DRAFT -> line.draft().isPresent();
                    case UNVERIFIED -> newest.unverified();
                    case VERIFIED -> !newest.unverified();
                })
                && (q == null || line.versions().stream().anyMatch(one -> searchable(line.name() + " " + one.title()).contains(searchable(q))));
    }

    private static String searchable(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
