package ru.smolensk.mentoring.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;

/** The reviewer's queue: what waits and for how long, what was returned, what was approved lately. */
@Service
@Transactional(readOnly = true)
class Queue {

    /** ◆ Whoever waits longer than these days for a decision waits too long. */
    static final int PATIENCE_DAYS = 14;
    /** ◆ «Lately» are these last days. */
    static final int LATELY_DAYS = 30;

    private static final String EDITIONS = """
              from review_edition e
              join organisation o on o.id = e.organisation_id and (o.closed_on is null or o.closed_on > :today)
              join lateral (select * from review_submission s where s.organisation_id = e.organisation_id and s.edition_id = e.id
                             order by s.number desc limit 1) s on true
              left join account c on c.id = e.claimed_by
             where (cast(:subject as text) is null or e.subject = :subject) and (cast(:kind as text) is null or o.kind = :kind)
               and not exists (select from regexp_split_to_table(searchable(:words), '\\s+') word
                                where strpos(o.search_name || ' ' || o.slug, word) = 0)
            """;
    /** What lies in each pile. */
    private static final Map<QueueFilter.Tab, String> PILES = new EnumMap<>(Map.of(
            QueueFilter.Tab.WAITING, "e.state = 'SUBMITTED'",
            QueueFilter.Tab.MINE, "e.state = 'SUBMITTED' and e.claimed_by = :me",
            QueueFilter.Tab.OVERDUE, "e.state = 'SUBMITTED' and s.submitted_at < :patience",
            QueueFilter.Tab.RETURNED, "e.state = 'RETURNED'",
            QueueFilter.Tab.APPROVED, "e.state = 'APPROVED' and e.approved_on >= :lately"));
    private static final Map<QueueFilter.Sort, String> ORDERS = new EnumMap<>(Map.of(
            QueueFilter.Sort.LONGEST, "coalesce(s.decided_at, s.submitted_at), o.short_name, e.id",
            QueueFilter.Sort.NEWEST, "coalesce(s.decided_at, s.submitted_at) desc, o.short_name, e.id",
            QueueFilter.Sort.NAME, "o.short_name, e.subject, e.id"));

    private final JdbcClient jdbc;
    private final PortalClock clock;

    Queue(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A line of the queue.
     *
     * @param submission which one of the edition, from 1
     * @param claimedBy who reads it, or {@code null}
     * @param days full days since it was handed in, or returned, or approved
     * @param overdue whether it waits too long
     * @param unanswered remarks of a returned one that have no answer
     */
    record Row(String slug, String organisation, long edition, ReviewSubject subject, AcademicYear year, int number, int submission,
               ReviewState state, Instant at, String claimedBy, boolean mine, long days, boolean overdue, int unanswered) {

        public String what() {
            return subject.brief() + (year == null ? "" : " " + year);
        }
    }

    /** The piles and how much lies in each, under the same filter. */
    Map<QueueFilter.Tab, Long> counts(QueueFilter filter, long me) {
        List<QueueFilter.Tab> tabs = List.of(QueueFilter.Tab.values());
        String columns = String.join(", ", tabs.stream().map(tab -> "count(*) filter (where " + PILES.get(tab) + ")").toList());
        return statement("select " + columns + EDITIONS, filter, me).query((row, number) -> {
            Map<QueueFilter.Tab, Long> counts = new EnumMap<>(QueueFilter.Tab.class);
            for (int at = 0; at < tabs.size(); at++) {
                counts.put(tabs.get(at), row.getLong(at + 1));
            }
            return counts;
        }).single();
    }

    Paged<Row> page(QueueFilter filter, long me, int page, long total) {
        return page(filter, me, page, total, Paged.SIZE);
    }

    /** What all pages of the pile show, for a file. */
    List<Row> all(QueueFilter filter, long me) {
        return page(filter, me, 1, ListFile.MOST, ListFile.MOST).rows();
    }

    private Paged<Row> page(QueueFilter filter, long me, int page, long total, int size) {
        int shown = Math.min(page, (int) Math.max(1, (total + size - 1) / size));
        List<Row> rows = statement("""
                select o.slug, o.short_name, e.id, e.subject, e.academic_year, e.number, e.state, s.number as submission, c.display_name as claimer,
                       coalesce(e.claimed_by = :me, false) as mine, coalesce(s.decided_at, s.submitted_at) as at,
                       e.state = 'SUBMITTED' and s.submitted_at < :patience as overdue,
                       (select count(*) from review_remark r where r.organisation_id = s.organisation_id and r.submission_id = s.id
                           and r.answer is null) as unanswered
                """ + EDITIONS + " and " + PILES.get(filter.tab()) + " order by " + ORDERS.get(filter.sort())
                + " limit :size offset :skipped", filter, me).param("size", size).param("skipped", (shown - 1) * size)
                .query(this::row).list();
        return new Paged<>(rows, shown, size, total);
    }

    static final ListFile<Row> FILE = ListFile.<Row>of("reviews", "Рассмотрение")
            .words("Организация", 34, "Кто подал", Row::organisation)
            .words("Что", 34, "Положение, программа организации, дорожная карта или отчёт", Row::what)
            .number("Редакция", "Номер редакции", Row::number)
            .number("Подача", "Которая подача этой редакции", Row::submission)
            .words("Состояние", 20, "Что решено", row -> row.state().label())
            .date("С какого дня", "Когда подано, возвращено или согласовано", row -> row.at().atZone(PortalClock.ZONE).toLocalDate())
            .number("Дней", "Сколько полных дней прошло", Row::days)
            .words("Срок", 12, "Ждёт ли дольше, чем принято", row -> row.overdue() ? "просрочено" : null)
            .words("Читает", 26, "Кто взял на рассмотрение", Row::claimedBy);

    /** What is to be read after an edition: its place in the pile, and where the next one is. */
    record Place(int number, int of, String next) {
    }

    /** The pile that the reviewer is working through, without what others are reading. */
    Place place(QueueFilter filter, long me, long edition) {
        QueueFilter pile = filter.tab().waits() ? filter : filter.at(QueueFilter.Tab.WAITING);
        record Waiting(String slug, long edition) {
        }
        List<Waiting> all = statement("select o.slug, e.id" + EDITIONS + " and " + PILES.get(pile.tab())
                + " and (e.claimed_by is null or e.claimed_by = :me or e.id = :edition) order by " + ORDERS.get(pile.sort()), pile, me)
                .param("edition", edition).query((row, number) -> new Waiting(row.getString(1), row.getLong(2))).list();
        int at = IntStream.range(0, all.size()).filter(one -> all.get(one).edition() == edition).findFirst().orElse(-1);
        List<Waiting> others = all.stream().filter(one -> one.edition() != edition).toList();
        Waiting next = others.isEmpty() ? null : others.get(at < 0 || at >= others.size() ? 0 : at);
        return new Place(at + 1, all.size(), next == null ? null : pile.address(next.slug(), next.edition()));
    }

    private JdbcClient.StatementSpec statement(String sql, QueueFilter filter, long me) {
        LocalDate today = clock.today();
        return jdbc.sql(sql).param("today", today).param("me", me).param("lately", today.minusDays(LATELY_DAYS))
                .param("patience", OffsetDateTime.ofInstant(clock.instant().minus(Duration.ofDays(PATIENCE_DAYS)), PortalClock.ZONE))
                .param("subject", filter.subject() == null ? null : filter.subject().name())
                .param("kind", filter.kind() == null ? null : filter.kind().name()).param("words", filter.q() == null ? "" : filter.q());
    }

    private Row row(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        Short year = row.getObject("academic_year", Short.class);
        return new Row(row.getString("slug"), row.getString("short_name"), row.getLong("id"), ReviewSubject.valueOf(row.getString("subject")),
                year == null ? null : new AcademicYear(year), row.getInt("number"), row.getInt("submission"),
                ReviewState.valueOf(row.getString("state")), at, row.getString("claimer"), row.getBoolean("mine"), days(at),
                row.getBoolean("overdue"), row.getInt("unanswered"));
    }

    /** Days by the calendar: what came yesterday evening has waited for a day. */
    long days(Instant since) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(since, PortalClock.ZONE), clock.today());
    }
}
