package ru.smolensk.mentoring.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;

/** Due dates, and who has kept them. */
@Component
@Transactional(readOnly = true)
class CampaignList {

    /** Those that were called off stand below, whatever sorts. */
    private static final String ANNULLED_LAST = " order by c.annulled_on is not null, ";
    private static final SortColumns COLUMNS = SortColumns.of("due", "c.title, c.id", SortColumns.least("due", "c.due_on"),
            SortColumns.least("title", "c.title collate russian"),
            SortColumns.greatest("on-time", "on_time"), SortColumns.greatest("late", "late"),
            SortColumns.greatest("overdue", "overdue"), SortColumns.greatest("ahead", "ahead"));

    /** Of the organisations under one: those who are late first, and the same state together. */
    private static final SortColumns OF_ONE = SortColumns.of("state", "o.short_name, o.id",
            SortColumns.least("state", "array_position(array['OVERDUE', 'LATE', 'AHEAD', 'ON_TIME'], d.punctuality)",
                    "array_position(array['RETURNED', 'NOT_STARTED', 'IN_WORK', 'WAITING', 'DONE'], d.state)"),
            SortColumns.least("organisation", "o.short_name"), SortColumns.greatest("handed", "d.handed_on"));

    static final ListFile<Row> FILE = ListFile.<Row>of("due-dates", "Сроки")
            .date("Срок", "До какого дня, включая его", Row::dueOn)
            .words("Название", 40, "Как срок назван", Row::title)
            .words("Пункт приказа", 10, "Номер пункта", row -> row.duty().item())
            .words("Что сделать", 40, "Обязанность организации", row -> row.duty().label())
            .words("Кому", 30, "Кого касается срок", row -> row.concerns().replace('\u00a0', ' '))
            .number("В срок", "Сколько организаций сделали в срок; пусто у отменённого", row -> row.counted(row.onTime()))
            .number("С опозданием", "Сколько сделали позже", row -> row.counted(row.late()))
            .number("Просрочено", "Сколько не сделали, и срок прошёл", row -> row.counted(row.overdue()))
            .number("Время есть", "Сколько ещё не сделали, и срок впереди", row -> row.counted(row.ahead()))
            .date("Отменён", "Пусто, если срок в силе", Row::annulledOn);

    /** An organisation's row under a due date, as a file. */
    static final ListFile<Kept> KEPT = ListFile.<Kept>of("due-date", "Срок по организациям")
            .words("Организация", 34, "Краткое название", Kept::shortName)
            .words("Состояние", 24, "Как стоит обязанность сегодня", one -> one.standing().mark().spoken())
            .date("Сделано или подано", "Пусто, если ещё нет", one -> one.standing().handedOn())
            .words("Почему", 60, "Что портал об этом знает", one -> one.standing().sentence())
            .number("Просрочено, дней", "0, если не просрочено", one -> one.standing().lag());

    /** The order that an address asks for. */
    static Sorting sorting(String typed) {
        return COLUMNS.asked(typed);
    }

    /** The order of the organisations under one due date. */
    static Sorting sortingOfOne(String typed) {
        return OF_ONE.asked(typed);
    }

    private final JdbcClient jdbc;
    private final PortalClock clock;

    CampaignList(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A due date and how many organisations stand how. Organisations for which a narrower date goes before this one are not among them.
     *
     * @param ahead not done, and there is still time
     */
    record Row(long id, String title, Duty duty, LocalDate dueOn, CampaignScope scope, OrganisationKind kind, int listed,
               LocalDate annulledOn, int onTime, int late, int overdue, int ahead) {

        public int organisations() {
            return onTime + late + overdue + ahead;
        }

        public boolean annulled() {
            return annulledOn != null;
        }

        /** «Все организации», «Школы», «3 организации». */
        public String concerns() {
            return switch (scope) {
                case ALL -> scope.label();
                case KIND -> kind.plural();
                case LISTED -> new Russian().count(listed, "организация", "организации", "организаций");
            };
        }

        private Integer counted(int organisations) {
            return annulled() ? null : organisations;
        }
    }

    /** An organisation under a due date. */
    record Kept(String slug, String shortName, DutyStanding standing) {
    }

    /** The due dates of an academic year, the nearest first unless another column is asked to sort: one statement. */
    List<Row> of(AcademicYear year, Sorting sorting) {
        return jdbc.sql("""
                select c.*, (select count(*) from campaign_organisation l where l.campaign_id = c.id) as listed,
                       count(*) filter (where d.punctuality = 'ON_TIME') as on_time, count(*) filter (where d.punctuality = 'LATE') as late,
                       count(*) filter (where d.punctuality = 'OVERDUE') as overdue,
                       count(*) filter (where d.punctuality = 'AHEAD') as ahead
                  from campaign c left join duties(:year, :day, null) d on d.campaign_id = c.id
                 where c.academic_year = :year
                 group by c.id
                """ + ANNULLED_LAST + sorting.sql()).param("year", year.start()).param("day", clock.today())
                .query((row, number) -> new Row(row.getLong("id"), row.getString("title"), Duty.valueOf(row.getString("duty")),
                        row.getObject("due_on", LocalDate.class), CampaignScope.valueOf(row.getString("scope")),
                        row.getString("kind") == null ? null : OrganisationKind.valueOf(row.getString("kind")), row.getInt("listed"),
                        row.getObject("annulled_on", LocalDate.class), row.getInt("on_time"), row.getInt("late"), row.getInt("overdue"),
                        row.getInt("ahead"))).list();
    }

    /** Every organisation that the due date holds for, the latest first unless another column is asked to sort: one statement. */
    List<Kept> kept(Campaign campaign, Sorting sorting) {
        LocalDate day = clock.today();
        return jdbc.sql("""
                select o.slug, o.short_name, d.* from duties(:year, :day, null) d join organisation o on o.id = d.organisation_id
                 where d.campaign_id = :campaign
                """ + " order by " + sorting.sql()).param("year", campaign.year().start()).param("day", day)
                .param("campaign", campaign.id())
                .query((row, number) -> new Kept(row.getString("slug"), row.getString("short_name"), DutyStanding.of(row, day))).list();
    }

    /** The academic years to choose from: the present one, the next, and every one with a due date; the latest first. */
    List<Choice> years() {
        int present = AcademicYear.of(clock.today()).start();
        return Stream.concat(Stream.of(present, present + 1), jdbc.sql("select distinct academic_year from campaign").query(Integer.class)
                .list().stream())
                .distinct().sorted((one, other) -> other - one).map(year -> new Choice(year, new AcademicYear(year).toString())).toList();
    }

    /** Open organisations, by slug. */
    List<Choice> organisations() {
        return jdbc.sql("select slug, short_name from organisation where closed_on is null or closed_on > ? order by short_name, id")
                .param(clock.today()).query((row, number) -> new Choice(row.getString(1), row.getString(2))).list();
    }
}
