package ru.smolensk.mentoring.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;

/** The register as everybody may read it: the view {@code public_mentor}, which holds nobody without a consent to distribution in force. */
@Component
@Transactional(readOnly = true)
public class PublicMentors {

    private static final int WORDS = 5;

    private static final String NARROWED = """
              from public_mentor m
             where (cast(:kind as varchar) is null or m.kind = :kind) and (cast(:organisation as varchar) is null or m.slug = :organisation)
               and searchable(concat_ws(' ', m.last_name, m.first_name, m.patronymic, m.position, m.employer, m.short_name, m.competences, m.words))
                   like all (select searchable(w) from unnest(cast(:patterns as text[])) w)
            """;

    private static final SortColumns COLUMNS = SortColumns.of("name", "m.id",
            SortColumns.least("name", "m.last_name", "m.first_name", "m.patronymic"), SortColumns.least("organisation", "m.short_name"),
            SortColumns.greatest("included", "m.included_on"));

    /** The order of the public list that an address asks for. */
    static Sorting sorting(String typed) {
        return COLUMNS.asked(typed);
    }

    private final JdbcClient jdbc;
    private final PortalClock clock;

    PublicMentors(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A mentor of the register.
     *
     * @param employer where they work if not in the organisation
     * @param competences may be {@code null}, as the position, the category and the achievements
     * @param experience whole years of teaching, {@code null} if they are not known
     * @param pairs pairs and groups so far
     * @param since when the first of them began, {@code null} if there is none
     */
    public record PublicMentor(long id, String slug, String shortName, OrganisationKind kind, PersonName name, String position, String employer,
                               String category, String competences, String achievements, Integer experience, LocalDate includedOn, String basis,
                               String words, int pairs, LocalDate since) {

        /** The competences one by one. */
        public List<String> competenceList() {
            return competences == null ? List.of() : Arrays.stream(competences.split("[;\\n]")).map(String::strip).filter(one -> !one.isEmpty()).toList();
        }
    }

    /**
     * What the list is narrowed by.
     *
     * @param q words to be found, {@code null} for all
     * @param organisation a slug
     */
    public record Wanted(String q, OrganisationKind kind, String organisation) {

        /** Nothing: the whole register. */
        public static final Wanted ALL = new Wanted(null, null, null);

        private String[] patterns() {
            return q == null ? new String[0] : Arrays.stream(q.strip().split("\\s+")).limit(WORDS)
                    .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%").toArray(String[]::new);
        }
    }

    /** Differs whenever anybody is included, taken out, corrected, or withdraws a consent: one statement. */
    public String version() {
        return jdbc.sql("select count(*) || '-' || coalesce(md5(string_agg(m::text, ',' order by m.id)), '') from public_mentor m")
                .query(String.class).single() + clock.today();
    }

    public long count(Wanted wanted) {
        return narrowed("select count(*)" + NARROWED, wanted).query(Long.class).single();
    }

    /** In the order of names. */
    public List<PublicMentor> list(Wanted wanted, int from, int count) {
        return list(wanted, sorting(null), from, count);
    }

    /** In another order. */
    List<PublicMentor> list(Wanted wanted, Sorting sorting, int from, int count) {
        return narrowed("select m.*" + NARROWED + " order by " + sorting.sql() + " limit :count offset :from", wanted)
                .param("count", count).param("from", from).query((row, number) -> mentor(row)).list();
    }

    Optional<PublicMentor> one(long id) {
        return jdbc.sql("select * from public_mentor where id = ?").param(id).query((row, number) -> mentor(row)).optional();
    }

    private JdbcClient.StatementSpec narrowed(String sql, Wanted wanted) {
        return jdbc.sql(sql).param("kind", wanted.kind() == null ? null : wanted.kind().name(), java.sql.Types.VARCHAR)
                .param("organisation", wanted.organisation(), java.sql.Types.VARCHAR).param("patterns", wanted.patterns());
    }

    private PublicMentor mentor(ResultSet row) throws SQLException {
        LocalDate teaching = row.getObject("teaching_since", LocalDate.class);
        return new PublicMentor(row.getLong("id"), row.getString("slug"), row.getString("short_name"), OrganisationKind.valueOf(row.getString("kind")),
                new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("patronymic")), row.getString("position"),
                row.getString("employer"), row.getString("category"), row.getString("competences"), row.getString("achievements"),
                teaching == null || teaching.isAfter(clock.today()) ? null : teaching.until(clock.today()).getYears(),
                row.getObject("included_on", LocalDate.class), row.getString("basis"), row.getString("words"), row.getInt("pairs"),
                row.getObject("since", LocalDate.class));
    }
}
