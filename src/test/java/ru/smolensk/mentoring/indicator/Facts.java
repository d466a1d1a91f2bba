package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import ru.smolensk.mentoring.organisation.OrganisationKind;

/** What one organisation of a test has entered: to be counted by the rules written down here and, once saved, by the database. */
final class Facts {

    record StaffCount(LocalDate countedOn, int teachingStaff, int youngSpecialists, boolean annulled) {
    }

    record Partner(long id, String name, boolean annulled) {
    }

    /** @param partner {@code null} unless the person works there; then the person is not of the own staff */
    record Person(long id, boolean ownStaff, Partner partner, LocalDate teachingSince, LocalDate leftOn, boolean mentor, boolean mentee) {
    }

    record Order(long id, LocalDate datedOn, boolean annulled) {
    }

    record Mentorship(long id, Person mentor, Order order, LocalDate startsOn, LocalDate plannedEnd, LocalDate endedOn, boolean annulled,
            List<Member> members) {

        LocalDate lastDay() {
            return endedOn == null ? plannedEnd : endedOn;
        }
    }

    record Member(Person mentee, LocalDate joinedOn, LocalDate leftOn) {
    }

    enum Status { DRAFT, APPROVED, SUPERSEDED, COMPLETED, CANCELLED, ANNULLED }

    record Programme(long id, long seriesId, int edition, Mentorship mentorship, Status status, LocalDate startsOn, LocalDate endsOn,
            LocalDate approvedOn, LocalDate supersededOn, LocalDate closedOn, List<Person> mentees) {
    }

    private static final AtomicLong NEXT_ID = new AtomicLong(1_000_000_000);

    final long id = nextId();
    OrganisationKind kind = OrganisationKind.GENERAL;
    LocalDate closedOn;
    final List<StaffCount> staffCounts = new ArrayList<>();
    final List<Partner> partners = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Mentorship> mentorships = new ArrayList<>();
    final List<Programme> programmes = new ArrayList<>();

    static long nextId() {
        return NEXT_ID.incrementAndGet();
    }

    // Short ways to say what is common; everything else is said with the records.

    void staff(LocalDate countedOn, int teachingStaff, int youngSpecialists) {
        staffCounts.add(new StaffCount(countedOn, teachingStaff, youngSpecialists, false));
    }

    Partner partner(String name) {
        return added(partners, new Partner(nextId(), name, false));
    }

    Person mentor() {
        return added(people, new Person(nextId(), true, null, null, null, true, false));
    }

    Person mentorOf(Partner partner) {
        return added(people, new Person(nextId(), false, partner, null, null, true, false));
    }

    Person mentee(LocalDate teachingSince) {
        return added(people, new Person(nextId(), true, null, teachingSince, null, false, true));
    }

    Order order(LocalDate datedOn) {
        return added(orders, new Order(nextId(), datedOn, false));
    }

    /** By an order of the first day, until the last one. */
    Mentorship mentorship(LocalDate startsOn, LocalDate lastDay, Person mentor, Person... mentees) {
        return mentorship(order(startsOn), startsOn, lastDay, mentor, mentees);
    }

    Mentorship mentorship(Order order, LocalDate startsOn, LocalDate lastDay, Person mentor, Person... mentees) {
        return added(mentorships, new Mentorship(nextId(), mentor, order, startsOn, lastDay, null, false,
                Arrays.stream(mentees).map(mentee -> new Member(mentee, startsOn, null)).toList()));
    }

    Mentorship annulledMentorship(LocalDate startsOn, LocalDate lastDay) {
        return added(mentorships, new Mentorship(nextId(), mentor(), order(startsOn), startsOn, lastDay, null, true, List.of()));
    }

    /** For all mentees of the mentorship and its whole time. */
    Programme approved(Mentorship mentorship, LocalDate approvedOn) {
        return programme(mentorship, Status.APPROVED, approvedOn, null, null);
    }

    Programme draft(Mentorship mentorship) {
        return programme(mentorship, Status.DRAFT, null, null, null);
    }

    Programme programme(Mentorship mentorship, Status status, LocalDate approvedOn, LocalDate supersededOn, LocalDate closedOn) {
        long programme = nextId();
        return added(programmes, new Programme(programme, programme, 1, mentorship, status, mentorship.startsOn, mentorship.plannedEnd,
                approvedOn, supersededOn, closedOn, mentorship.members.stream().map(Member::mentee).toList()));
    }

    static <T> T added(List<T> list, T one) {
        list.add(one);
        return one;
    }

    Facts save(JdbcTemplate jdbc) {
        save(jdbc, List.of(this));
        return this;
    }

    /** A table at a time: many organisations cost hardly more than one. */
    static void save(JdbcTemplate jdbc, List<Facts> all) {
        insert(jdbc, "organisation (id, slug, kind, short_name, full_name, closed_on)", all, facts -> Stream.<Object[]>of(row(
                facts.id, "test-" + facts.id, facts.kind.name(),
                "Организация " + facts.id, "Организация " + facts.id, facts.closedOn)));
        insert(jdbc, "staff_count (organisation_id, counted_on, teaching_staff, young_specialists, annulled_on, annulment_reason)", all,
                facts -> facts.staffCounts.stream().map(one -> row(facts.id, one.countedOn, one.teachingStaff, one.youngSpecialists,
                        one.annulled ? one.countedOn : null, one.annulled ? "ошибка" : null)));
        insert(jdbc, "partner_organisation (organisation_id, id, name, annulled_on, annulment_reason)", all,
                facts -> facts.partners.stream().map(one -> row(facts.id, one.id, one.name,
                        one.annulled ? LocalDate.EPOCH : null, one.annulled ? "ошибка" : null)));
        insert(jdbc, "participant (organisation_id, id, last_name, first_name, patronymic, workplace, employer_name, partner_id,"
                + " teaching_since, left_on)", all,
                facts -> facts.people.stream().map(one -> row(facts.id, one.id, "Фамилия" + one.id, "Имя", "Отчество",
                        one.ownStaff ? "OWN_STAFF" : one.partner == null ? "OTHER_EDUCATIONAL" : "PARTNER",
                        one.ownStaff || one.partner != null ? null : "Другая организация", one.partner == null ? null : one.partner.id,
                        one.teachingSince, one.leftOn)));
        insert(jdbc, "mentor (organisation_id, participant_id, entered_on)", all,
                facts -> facts.people.stream().filter(Person::mentor).map(one -> row(facts.id, one.id, LocalDate.EPOCH)));
        insert(jdbc, "mentee (organisation_id, participant_id, entered_on, category)", all,
                facts -> facts.people.stream().filter(Person::mentee).map(one -> row(facts.id, one.id, LocalDate.EPOCH, "YOUNG")));
        insert(jdbc, "assignment_order (organisation_id, id, number, dated_on, title, disclosure, annulled_on, annulment_reason)", all,
                facts -> facts.orders.stream().map(one -> row(facts.id, one.id, one.id + "-а", one.datedOn, "О закреплении", "WITHHELD",
                        one.annulled ? one.datedOn : null, one.annulled ? "ошибка" : null)));
        insert(jdbc, "mentorship (organisation_id, id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, ended_on,"
                + " end_reason, last_day, annulled_on, annulment_reason)", all,
                facts -> facts.mentorships.stream().map(one -> row(facts.id, one.id, "П-" + one.id, one.mentor.id, "TEACHER_TEACHER",
                        one.order.id, one.order.datedOn, one.startsOn, one.plannedEnd, one.endedOn, one.endedOn == null ? null : "уход",
                        one.lastDay(), one.annulled ? one.startsOn : null, one.annulled ? "ошибка" : null)));
        insert(jdbc, "mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, left_on, leaving_reason, mentor_id,"
                + " starts_on, last_day, annulled)", all,
                facts -> facts.mentorships.stream().flatMap(one -> one.members.stream().map(member -> row(facts.id, one.id,
                        member.mentee.id, member.joinedOn, member.leftOn, member.leftOn == null ? null : "уход", one.mentor.id, one.startsOn, one.lastDay(),
                        one.annulled))));
        insert(jdbc, "programme (organisation_id, id, mentorship_id, series_id, edition, status, title, starts_on, ends_on, approved_on,"
                + " act_number, superseded_on, closed_on, close_reason, annulled_on, annulment_reason)", all,
                facts -> facts.programmes.stream().map(one -> row(facts.id, one.id, one.mentorship.id, one.seriesId, one.edition,
                        one.status.name(), "Программа " + one.id, one.startsOn, one.endsOn, one.approvedOn,
                        one.approvedOn == null ? null : one.id + "-п", one.supersededOn, one.closedOn,
                        one.status == Status.CANCELLED ? "уход" : null,
                        one.status == Status.ANNULLED ? one.startsOn : null, one.status == Status.ANNULLED ? "ошибка" : null)));
        insert(jdbc, "programme_mentee (organisation_id, programme_id, mentorship_id, mentee_id)", all,
                facts -> facts.programmes.stream().flatMap(one -> one.mentees.stream().map(mentee ->
                        row(facts.id, one.id, one.mentorship.id, mentee.id))));
    }

    private interface Rows {
        Stream<Object[]> of(Facts facts);
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static void insert(JdbcTemplate jdbc, String table, List<Facts> all, Rows rows) {
        int columns = table.split(",").length;
        jdbc.batchUpdate("insert into " + table + " values (" + "?, ".repeat(columns - 1) + "?)", all.stream().flatMap(rows::of).toList());
    }
}
