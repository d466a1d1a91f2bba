package ru.smolensk.mentoring.mentorship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;
import ru.smolensk.mentoring.platform.Tenant;

/** Reads pairs and groups for lists and pages. */
@Component
@Transactional(readOnly = true)
class MentorshipRegister {

    /** Which pairs and groups a list shows. */
    enum State implements Labelled {
        CURRENT("действуют и предстоят", "not m.annulled and m.last_day >= :today"),
        ENDED("завершены", "not m.annulled and m.last_day < :today"),
        ANNULLED("аннулированы", "m.annulled"),
        ALL("все", "true");

        private final String label;
        private final String condition;

        State(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        @Override
        public String label() {
            return label;
        }
    }

    static final SortColumns COLUMNS = SortColumns.of("code", "m.id", SortColumns.least("code", "m.code"),
            SortColumns.least("mentor", "p.last_name", "p.first_name", "coalesce(p.patronymic, '')", "m.starts_on"),
            SortColumns.greatest("start", "m.starts_on", "m.last_day"), SortColumns.least("state",
                    "case when m.annulled then 3 when m.last_day < :today then 2 when m.starts_on > :today then 1 else 0 end"));

    /**
     * What a list is asked for, as it stands in the address; what is absent or senseless is the usual.
     *
     * @param q words of a code or of a name
     */
    public record Filter(String q, String state, String form, String sort, String page) {

        public State chosenState() {
            return constant(State.class, state, State.CURRENT);
        }

        public MentoringForm chosenForm() {
            return constant(MentoringForm.class, form, null);
        }

        public Sorting sorting() {
            return COLUMNS.asked(sort);
        }

        private static <E extends Enum<E>> E constant(Class<E> type, String name, E usual) {
            return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(name)).findFirst().orElse(usual);
        }
    }

    /**
     * A pair or group in a list.
     *
     * @param mentees how many are in it today, or were on its last day
     * @param menteeNames of all who have been in it
     * @param present the last names of those in it today, or on its last day
     * @param programme {@code APPROVED} when a programme of it is in force today, {@code DRAFT}, or {@code null}
     */
    public record Row(long id, String code, MentoringForm form, long mentorId, PersonName mentor, int mentees, List<String> menteeNames,
                      List<String> present, long orderId, String orderNumber, LocalDate orderDatedOn, LocalDate startsOn,
                      LocalDate plannedEnd, LocalDate lastDay,
                      LocalDate endedOn, boolean annulled, LocalDate partiesConsentOn, String programme, LocalDate today) {

        private static final int NAMES_IN_TITLE = 3;

        public boolean group() {
            return mentees >= FormModelAndKindsFit.GROUP_SIZE;
        }

        /** «пара» or «группа». */
        public String word() {
            return group() ? "группа" : "пара";
        }

        /** «Пара П-1: Орлова – Лебедева», «Группа Г-2: Орлова – Лебедева, Бойко»: recognisable among many. */
        public String title() {
            return (group() ? "Группа " : "Пара ") + code + ": " + mentor.lastName() + "\u00a0– "
                    + present.stream().limit(NAMES_IN_TITLE).collect(Collectors.joining(", "))
                    + (present.size() > NAMES_IN_TITLE ? " и другие" : "");
        }

        public boolean over() {
            return lastDay.isBefore(today);
        }

        public boolean ahead() {
            return startsOn.isAfter(today);
        }

        public boolean inForce() {
            return !annulled && !over() && !ahead();
        }

        /** «действует», «начнётся», «завершена», «завершена досрочно», «аннулирована». */
        public String state() {
            if (annulled) {
                return "аннулирована";
            }
            if (over()) {
                return endedOn == null || endedOn.equals(plannedEnd) ? "завершена" : "завершена досрочно";
            }
            return ahead() ? "начнётся" : "действует";
        }

        public boolean consentMissing() {
            return !annulled && partiesConsentOn == null;
        }
    }

    /**
     * A mentee in a pair or group.
     *
     * @param orderId the order by which the mentee joined later; {@code null}: the mentorship's own
     */
    public record Member(long menteeId, PersonName name, String position, MenteeCategory category, LocalDate joinedOn, LocalDate leftOn,
                         String leavingReason, Long orderId, String orderNumber, LocalDate orderDatedOn) {

        public boolean left() {
            return leftOn != null;
        }
    }

    /** A programme of a pair or group, as far as its page needs it. */
    public record Programme(long id, String title, int edition, String status, LocalDate startsOn, LocalDate endsOn, LocalDate approvedOn,
                            String actNumber) {

        public String state() {
            return switch (status) {
                case "DRAFT" -> "черновик";
                case "APPROVED" -> "утверждена";
                case "SUPERSEDED" -> "заменена новой редакцией";
                case "COMPLETED" -> "завершена";
                case "CANCELLED" -> "отменена";
                default -> "аннулирована";
            };
        }

        /** Whether it would outlive a mentorship that has ended. */
        public boolean open() {
            return status.equals("DRAFT") || status.equals("APPROVED");
        }
    }

    /** Another pair or group that this one continues or that continues this one. */
    public record Neighbour(long id, String code, PersonName mentor) {
    }

    /**
     * The page of a pair or group.
     *
     * @param replaces what it continues with another mentor, or {@code null}
     * @param replacedBy what continues it, or {@code null}
     */
    public record View(Row row, String mentorPosition, MentoringModel model, List<MentoringKind> kinds, String endReason, LocalDate noticeOn,
                       LocalDate annulledOn, String annulmentReason, Neighbour replaces, Neighbour replacedBy, List<Member> members,
                       List<Programme> programmes) {

        /** Whether something may still happen to it: it is neither annulled nor ended early. */
        public boolean goingOn() {
            return !row.annulled() && row.endedOn() == null;
        }

        /** Whether the early end may be taken back: nothing continues it. */
        public boolean mayGoOn() {
            return !row.annulled() && row.endedOn() != null && replacedBy == null;
        }

        /** Whether it has ended early and nobody had to be told beforehand. */
        public boolean noNoticeNeeded() {
            return row.endedOn() != null && noticeOn == null && !Mentorship.MENTOR_REPLACED.equals(endReason);
        }

        /** Whether its mentor was replaced by mistake: what was to continue it is annulled. */
        public boolean continuationAnnulled() {
            return mayGoOn() && Mentorship.MENTOR_REPLACED.equals(endReason);
        }

        /** The draft to go on with, or {@code null}. */
        public Programme draft() {
            return programmes.stream().filter(programme -> programme.status().equals("DRAFT")).findFirst().orElse(null);
        }

        /** Whether a programme is approved and not over yet: another one is an exception. */
        public boolean provided() {
            return programmes.stream().anyMatch(programme -> programme.status().equals("APPROVED") && !programme.endsOn().isBefore(row.today()));
        }

        /** Those whose leaving may be taken back. */
        public List<Choice> gone() {
            return members.stream().filter(Member::left).map(member -> new Choice(member.menteeId(), member.name().full())).toList();
        }

        /** Whether it is said to be work in a group, and one mentee is left. */
        public boolean groupNoMore() {
            return row.inForce() && !row.group() && kinds.contains(MentoringKind.GROUP);
        }

        /** Whether more than one mentee is in it, so that one may leave. */
        public boolean mayBeLeft() {
            return goingOn() && members.stream().filter(member -> !member.left()).count() > 1;
        }

        /** Those who may leave. */
        public List<Choice> present() {
            return members.stream().filter(member -> !member.left()).map(member -> new Choice(member.menteeId(), member.name().full())).toList();
        }

        /** Programmes that have outlived it: they wait for the curator (DOMAIN 4 ◆). */
        public List<Programme> outlivingProgrammes() {
            return row.endedOn() == null || row.annulled() ? List.of() : programmes.stream().filter(Programme::open).toList();
        }
    }

    static final ListFile<Row> FILE = ListFile.<Row>of("mentorships", "Пары и группы")
            .words("Код", 12, "Код пары или группы", Row::code)
            .words("Пара или группа", 12, "Двое и больше наставляемых – группа", Row::word)
            .words("Наставник", 34, "Кто ведёт", row -> row.mentor().full())
            .words("Наставляемые", 44, "Все, кто в ней был", row -> String.join(", ", row.menteeNames()))
            .words("Форма", 30, "Форма наставничества (раздел 5 Положения)", row -> row.form().label())
            .words("Номер приказа", 14, "Приказ о закреплении", Row::orderNumber)
            .date("Дата приказа", "Дата приказа о закреплении", Row::orderDatedOn)
            .date("Начало", "Первый день", Row::startsOn)
            .date("Окончание (план)", "Последний день по приказу", Row::plannedEnd)
            .date("Окончание (факт)", "Последний день, если закончена раньше", Row::endedOn)
            .words("Состояние", 18, "Что с ней сегодня", Row::state)
            .date("Согласие сторон", "Дата согласия на закрепление (статья 351.8 Трудового кодекса)", Row::partiesConsentOn);

    private static final String ROWS = """
            select m.*, p.last_name, p.first_name, p.patronymic, p.position, o.number as order_number,
                   (select count(*) from mentorship_mentee mm where mm.organisation_id = m.organisation_id and mm.mentorship_id = m.id
                       and greatest(m.starts_on, least(:today, m.last_day)) between mm.joined_on and coalesce(mm.left_on, mm.last_day)) as mentees,
                   array(select q.last_name || ' ' || q.first_name || coalesce(' ' || q.patronymic, '')
                           from mentorship_mentee mm join participant q on q.organisation_id = mm.organisation_id and q.id = mm.mentee_id
                          where mm.organisation_id = m.organisation_id and mm.mentorship_id = m.id
                          order by q.last_name, q.first_name, q.id) as mentee_names,
                   array(select q.last_name
                           from mentorship_mentee mm join participant q on q.organisation_id = mm.organisation_id and q.id = mm.mentee_id
                          where mm.organisation_id = m.organisation_id and mm.mentorship_id = m.id
                            and greatest(m.starts_on, least(:today, m.last_day)) between mm.joined_on and coalesce(mm.left_on, mm.last_day)
                          order by q.last_name, q.first_name, q.id) as present,
                   (select case when bool_or(g.status = 'APPROVED' and :today between g.approved_on and g.ends_on and g.starts_on <= :today)
                                then 'APPROVED' when bool_or(g.status = 'DRAFT') then 'DRAFT' end
                      from programme g where g.organisation_id = m.organisation_id and g.mentorship_id = m.id) as programme
              from mentorship m
              join participant p on p.organisation_id = m.organisation_id and p.id = m.mentor_id
              join assignment_order o on o.organisation_id = m.organisation_id and o.id = m.order_id
             where m.organisation_id = :organisation
            """;

    private final JdbcClient jdbc;
    private final PortalClock clock;

    MentorshipRegister(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One page of the list; two statements. */
    Paged<Row> page(Tenant tenant, Filter filter) {
        return page(tenant, filter, Paged.number(filter.page()), Paged.SIZE);
    }

    /** What all pages of the list show, for a file. */
    List<Row> all(Tenant tenant, Filter filter) {
        return page(tenant, filter, 1, ListFile.MOST).rows();
    }

    private Paged<Row> page(Tenant tenant, Filter filter, int page, int size) {
        String condition = " and " + filter.chosenState().condition + (filter.chosenForm() == null ? "" : " and m.form = :form")
                + (filter.q() == null ? "" : """
                 and searchable(m.code) || ' ' || p.search_name || ' ' || (
                     select string_agg(q.search_name, ' ')
                       from mentorship_mentee mm join participant q on q.organisation_id = mm.organisation_id and q.id = mm.mentee_id
                      where mm.organisation_id = m.organisation_id and mm.mentorship_id = m.id)
                     like all (select searchable(w) from unnest(cast(:words as text[])) w)
                """);
        List<Row> rows = asked(ROWS + condition + " order by " + filter.sorting().sql() + " limit :size offset :skipped", tenant, filter)
                .param("size", size).param("skipped", (long) (page - 1) * size).query(this::row).list();
        long total = asked("select count(*) from (" + ROWS + condition + ") as found", tenant, filter).query(Long.class).single();
        return new Paged<>(rows, page, size, total);
    }

    private JdbcClient.StatementSpec asked(String sql, Tenant tenant, Filter filter) {
        return jdbc.sql(sql).param("organisation", tenant.id()).param("today", clock.today())
                .param("form", filter.chosenForm() == null ? null : filter.chosenForm().name()).param("words", Words.patterns(filter.q()));
    }

    /** Whether the organisation has any pair or group at all, annulled ones among them. */
    boolean any(Tenant tenant) {
        return jdbc.sql("select exists (select from mentorship where organisation_id = ?)").param(tenant.id()).query(Boolean.class).single();
    }

    /** What an order names, in the order of codes. */
    List<Row> onOrder(Tenant tenant, long orderId) {
        return jdbc.sql(ROWS + """
                 and (m.order_id = :order or exists (select from mentorship_mentee mm
                        where mm.organisation_id = m.organisation_id and mm.mentorship_id = m.id and mm.order_id = :order))
                 order by m.code, m.id
                """).param("organisation", tenant.id())
                .param("today", clock.today()).param("order", orderId).query(this::row).list();
    }

    /**
     * The page of one; five statements.
     *
     * @throws NotFound if the organisation has no such pair or group
     */
    View view(Tenant tenant, long id) {
        List<Member> members = members(tenant, id);
        List<Programme> programmes = jdbc.sql("""
                select id, title, edition, status, starts_on, ends_on, approved_on, act_number from programme
                 where organisation_id = ? and mentorship_id = ? order by starts_on, series_id, edition
                """).params(tenant.id(), id).query(Programme.class).list();
        Neighbour replacedBy = neighbour("m.replaces_id = :id", tenant, id);
        Neighbour replaces = neighbour("m.id = (select replaces_id from mentorship where organisation_id = :organisation and id = :id)", tenant, id);
        return jdbc.sql(ROWS + " and m.id = :id").param("organisation", tenant.id()).param("today", clock.today()).param("id", id)
                .query((row, number) -> new View(row(row, number), row.getString("position"),
                        row.getString("model") == null ? null : MentoringModel.valueOf(row.getString("model")),
                        Arrays.stream(strings(row, "kinds")).map(MentoringKind::valueOf).sorted().toList(),
                        row.getString("end_reason"), row.getObject("notice_on", LocalDate.class), row.getObject("annulled_on", LocalDate.class),
                        row.getString("annulment_reason"), replaces, replacedBy, members, programmes))
                .optional().orElseThrow(NotFound::new);
    }

    private List<Member> members(Tenant tenant, long id) {
        return jdbc.sql("""
                select p.*, r.category, mm.joined_on, mm.left_on as left_it_on, mm.leaving_reason,
                       o.id as order_id, o.number as order_number, o.dated_on as order_dated_on
                  from mentorship_mentee mm
                  left join assignment_order o on o.organisation_id = mm.organisation_id and o.id = mm.order_id
                  join mentee r on r.organisation_id = mm.organisation_id and r.participant_id = mm.mentee_id
                  join participant p on p.organisation_id = mm.organisation_id and p.id = mm.mentee_id
                 where mm.organisation_id = ? and mm.mentorship_id = ? order by mm.joined_on, p.last_name, p.first_name, p.id
                """).params(tenant.id(), id).query((row, number) -> new Member(row.getLong("id"), name(row), row.getString("position"),
                MenteeCategory.valueOf(row.getString("category")), row.getObject("joined_on", LocalDate.class),
                row.getObject("left_it_on", LocalDate.class), row.getString("leaving_reason"),
                row.getObject("order_id", Long.class), row.getString("order_number"), row.getObject("order_dated_on", LocalDate.class))).list();
    }

    private Neighbour neighbour(String which, Tenant tenant, long id) {
        return jdbc.sql("""
                select m.id as neighbour, m.code, p.* from mentorship m
                  join participant p on p.organisation_id = m.organisation_id and p.id = m.mentor_id
                 where m.organisation_id = :organisation and not m.annulled and\s""" + which)
                .param("organisation", tenant.id()).param("id", id)
                .query((row, number) -> new Neighbour(row.getLong("neighbour"), row.getString("code"), name(row))).list().stream().findFirst()
                .orElse(null);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("id"), row.getString("code"), MentoringForm.valueOf(row.getString("form")), row.getLong("mentor_id"), name(row),
                row.getInt("mentees"), List.of(strings(row, "mentee_names")), List.of(strings(row, "present")),
                row.getLong("order_id"), row.getString("order_number"),
                row.getObject("order_dated_on", LocalDate.class), row.getObject("starts_on", LocalDate.class),
                row.getObject("planned_end", LocalDate.class), row.getObject("last_day", LocalDate.class), row.getObject("ended_on", LocalDate.class),
                row.getBoolean("annulled"), row.getObject("parties_consent_on", LocalDate.class), row.getString("programme"), clock.today());
    }

    private static String[] strings(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static PersonName name(ResultSet row) throws SQLException {
        return new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("patronymic"));
    }
}
