package ru.smolensk.mentoring.survey;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;

/** Surveys and how far they have come, for the department. */
@Component
@Transactional(readOnly = true)
class SurveyList {

    /** Which of {@link SurveyState} a survey «s» is in, as a number. */
    static final String STAGE = "case when s.annulled_on is not null then 3 when :today < s.opens_on then 0"
            + " when :today < s.closed_on then 1 else 2 end";

    private static final SortColumns COLUMNS = SortColumns.of("days", "s.id desc",
            SortColumns.greatest("days", "s.opens_on"), SortColumns.least("title", "s.title collate russian"), SortColumns.least("state", "n.stage"),
            SortColumns.greatest("organisations", "p.organisations"),
            SortColumns.greatest("answered", "p.answered::numeric / nullif(p.invited, 0)"));

    /** Of the organisations of one: those with the smallest share of answers first. */
    private static final SortColumns OF_ONE = SortColumns.of("share", "g.short_name, g.id",
            SortColumns.least("share", "(e.answered + r.answered)::numeric / nullif(e.invited + r.invited, 0)"),
            SortColumns.least("organisation", "g.short_name"),
            SortColumns.least("mentees", "e.answered::numeric / nullif(e.invited, 0)"),
            SortColumns.least("mentors", "r.answered::numeric / nullif(r.invited, 0)"));

    /** The organisations of a survey as a file; who has answered is in no list. */
    static final ListFile<Taking> TAKING = ListFile.<Taking>of("survey", "Опрос по организациям")
            .words("Организация", 34, "Краткое название", Taking::shortName)
            .number("Приглашено наставляемых", "Сколько наставляемых получили ссылку или лист", one -> one.mentees().invited())
            .number("Ответили наставляемые", "Сколько наставляемых ответили", one -> one.mentees().answered())
            .words("Наставляемые на бумаге", 14, "«да», если внесён итог на бумаге", one -> one.mentees().paper() ? "да" : null)
            .number("Приглашено наставников", "Сколько наставников получили ссылку или лист", one -> one.mentors().invited())
            .number("Ответили наставники", "Сколько наставников ответили", one -> one.mentors().answered())
            .words("Наставники на бумаге", 14, "«да», если внесён итог на бумаге", one -> one.mentors().paper() ? "да" : null)
            .number("Ответили, %", "Доля ответивших; пусто, если никто не приглашён", one -> one.progress().percent());

    /** The order of the organisations of one survey that an address asks for. */
    static Sorting sortingOfOne(String typed) {
        return OF_ONE.asked(typed);
    }

    /**
     * What the list is asked for, as it stands in the address; anything senseless is as if it were not there.
     *
     * @param q words of the title
     * @param year the academic year's first calendar year
     */
    record Filter(String q, String year, Wave wave, SurveyState state, String sort, String page) {

        public Sorting sorting() {
            return COLUMNS.asked(sort);
        }

        /** The year, or {@code null}. */
        public Integer chosenYear() {
            return year != null && year.matches("20\\d\\d") ? Integer.valueOf(year) : null;
        }

        public boolean narrows() {
            return q != null || chosenYear() != null || wave != null || state != null;
        }
    }

    private final JdbcClient jdbc;
    private final PortalClock clock;

    SurveyList(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A survey in the list, with the answers by links and the sheets counted on paper. */
    record Row(Asking asking, int organisations, Progress progress) {
    }

    /** An organisation in a survey. */
    record Taking(String slug, String shortName, OrganisationKind kind, Progress mentees, Progress mentors) {

        public Progress progress() {
            return mentees.and(mentors);
        }
    }

    /** What a list of surveys tells of each of them as a file; what its own readers count beside it follows. */
    static <T> ListFile<T> file(Function<T, Asking> asking, LocalDate today) {
        return ListFile.<T>of("surveys", "Опросы")
                .words("Опрос", 44, "Название опроса", row -> asking.apply(row).title())
                .words("Учебный год", 14, "За какой год спрашивают", row -> asking.apply(row).year().toString())
                .words("Этап", 28, "Первый – до начала работы, второй – по завершении",
                        row -> asking.apply(row).wave().number() + " – " + asking.apply(row).wave().when())
                .words("Состояние", 18, "Что с опросом сегодня", row -> asking.apply(row).state(today).label())
                .date("Первый день", "С какого дня отвечают", row -> asking.apply(row).opensOn())
                .date("Последний день", "До какого дня отвечают", row -> asking.apply(row).closesOn());
    }

    /** The list as a file. */
    static ListFile<Row> file(LocalDate today) {
        return file(Row::asking, today)
                .number("Организаций", "Сколько организаций спрашивают", Row::organisations)
                .number("Приглашено", "Сколько человек получили ссылку или лист", row -> row.progress().invited())
                .number("Ответили", "Сколько из них ответили", row -> row.progress().answered())
                .number("Ответили, %", "Пусто, если никто не приглашён", row -> row.progress().percent());
    }

    /** A page of the list, the newest first unless another column is asked to sort: two statements. */
    Paged<Row> page(Filter filter) {
        return page(filter, Paged.number(filter.page()), Paged.SIZE);
    }

    /** What all pages of the list show, for a file. */
    List<Row> all(Filter filter) {
        return page(filter, 1, ListFile.MOST).rows();
    }

    private Paged<Row> page(Filter filter, int page, int size) {
        String found = """
                  from survey s
                 cross join lateral (select
                """ + STAGE + """
                   as stage) n
                 where searchable(s.title) like all (select '%' || regexp_replace(searchable(w), '([\\\\%_])', '\\\\\\1', 'g') || '%'
                                                       from regexp_split_to_table(:q, '\\s+') w)
                   and (cast(:year as int) is null or s.academic_year = :year) and (cast(:wave as int) is null or s.wave = :wave)
                   and (cast(:stage as int) is null or n.stage = :stage)
                """;
        long total = asked(filter, "select count(*) " + found).query(Long.class).single();
        return new Paged<>(asked(filter, """
                select s.*, p.organisations, p.invited, p.answered
                  from (select s.*, n.stage %s) s
                 cross join lateral (select s.stage) n
                 cross join lateral (
                   select count(distinct t.organisation_id) as organisations, sum(t.invited) as invited, sum(t.answered) as answered
                     from (%s) t) p
                 order by %s limit :size offset :skipped
                """.formatted(found, taking("o.survey_id = s.id"), filter.sorting().sql()))
                .param("size", size).param("skipped", (long) (page - 1) * size)
                .query((row, at) -> new Row(Asking.of(row), row.getInt("organisations"),
                        new Progress(row.getInt("invited"), row.getInt("answered"), false))).list(), page, size, total);
    }

    private JdbcClient.StatementSpec asked(Filter filter, String sql) {
        return jdbc.sql(sql).param("today", clock.today()).param("q", filter.q() == null ? "" : filter.q().replace('\u00a0', ' ').strip())
                .param("year", filter.chosenYear(), Types.INTEGER).param("wave", filter.wave() == null ? null : filter.wave().number(), Types.INTEGER)
                .param("stage", filter.state() == null ? null : filter.state().ordinal(), Types.INTEGER);
    }

    /** The academic years that have a survey, the newest first. */
    List<AcademicYear> asked() {
        return jdbc.sql("select distinct academic_year from survey order by academic_year desc").query(Integer.class).list().stream()
                .map(AcademicYear::new).toList();
    }

    /** @throws NotFound if there is no such survey */
    Asking one(long id) {
        return jdbc.sql("select * from survey where id = ?").param(id).query((row, at) -> Asking.of(row)).optional().orElseThrow(NotFound::new);
    }

    /** The organisations of a survey, the smallest share of answers first unless another column is asked to sort: one statement. */
    List<Taking> taking(long id, Sorting sorting) {
        return jdbc.sql("""
                select g.slug, g.short_name, g.kind,
                       e.invited as mentee_invited, e.answered as mentee_answered, e.paper as mentee_paper,
                       r.invited as mentor_invited, r.answered as mentor_answered, r.paper as mentor_paper
                  from (%1$s) e join (%1$s) r on r.organisation_id = e.organisation_id and r.audience = 'MENTOR'
                  join organisation g on g.id = e.organisation_id
                 where e.audience = 'MENTEE' order by %2$s
                """.formatted(taking("o.survey_id = :survey"), sorting.sql())).param("survey", id)
                .query((row, at) -> new Taking(row.getString("slug"), row.getString("short_name"), OrganisationKind.valueOf(row.getString("kind")),
                        new Progress(row.getInt("mentee_invited"), row.getInt("mentee_answered"), row.getBoolean("mentee_paper")),
                        new Progress(row.getInt("mentor_invited"), row.getInt("mentor_answered"), row.getBoolean("mentor_paper")))).list();
    }

    /** A row for each organisation and audience; sheets of paper take the place of links. */
    private static String taking(String which) {
        return """
                select o.organisation_id, a.audience, t.id is not null as paper,
                       coalesce(t.asked, (select count(*) from survey_invitation i where i.organisation_id = o.organisation_id
                         and i.survey_id = o.survey_id and i.audience = a.audience and i.cancelled_on is null)) as invited,
                       coalesce(t.answered, (select count(*) from survey_invitation i where i.organisation_id = o.organisation_id
                         and i.survey_id = o.survey_id and i.audience = a.audience and i.used)) as answered
                  from survey_organisation o cross join (values ('MENTEE'), ('MENTOR')) a (audience)
                  left join survey_tally t on t.organisation_id = o.organisation_id and t.survey_id = o.survey_id and t.audience = a.audience
                   and t.annulled_on is null
                 where %s""".formatted(which);
    }

    /** The academic years to choose from: the last one, the present and the next. */
    List<Choice> years() {
        int present = AcademicYear.of(clock.today()).start();
        return Stream.of(present + 1, present, present - 1).map(year -> new Choice(year, new AcademicYear(year).toString())).toList();
    }

    /** Open organisations, by slug. */
    List<Choice> organisations() {
        return jdbc.sql("select slug, short_name from organisation where closed_on is null or closed_on > ? order by short_name, id")
                .param(clock.today()).query((row, at) -> new Choice(row.getString(1), row.getString(2))).list();
    }
}
