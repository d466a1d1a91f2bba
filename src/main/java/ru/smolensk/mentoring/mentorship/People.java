package ru.smolensk.mentoring.mentorship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;

/** Finds the mentors and mentees that a pair or group may be made of: people of the organisation's base who have not left. */
@Component
@Transactional(readOnly = true)
class People {

    private static final String BY_NAME = " order by p.last_name, p.first_name, p.patronymic, p.id";
    private static final String MENTORS = """
            select p.*, null as category
              from mentor r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
             where r.organisation_id = :organisation and (p.left_on is null or p.left_on >= :today)
            """;
    private static final String MENTEES = """
            select p.*, r.category
              from mentee r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
             where r.organisation_id = :organisation and (p.left_on is null or p.left_on >= :today)
            """;

    private final JdbcClient jdbc;
    private final PortalClock clock;

    People(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Choice> mentorsToChoose(Tenant tenant) {
        return choices(people(MENTORS + BY_NAME, tenant).query(People::person).list());
    }

    List<Choice> menteesToChoose(Tenant tenant) {
        return choices(people(MENTEES + BY_NAME, tenant).query(People::person).list());
    }

    /** Everybody who could take a mentorship over: not its mentor, nobody who is in it as a mentee. */
    List<Choice> mentorsToReplace(Tenant tenant, long mentorship) {
        return choices(people(MENTORS + """
                 and not exists (select from mentorship m where m.organisation_id = :organisation and m.id = :mentorship and m.mentor_id = p.id)
                 and not exists (select from mentorship_mentee e
                                  where e.organisation_id = :organisation and e.mentorship_id = :mentorship and e.mentee_id = p.id
                                    and e.left_on is null)
                """ + BY_NAME, tenant).param("mentorship", mentorship).query(People::person).list());
    }

    /** Everybody who could join a mentorship: not its mentor, nobody who is or was in it; students join students, teachers teachers (P5.3). */
    List<Choice> menteesToJoin(Tenant tenant, long mentorship) {
        return choices(people(MENTEES + """
                 and exists (select from mentorship m
                              where m.organisation_id = :organisation and m.id = :mentorship and m.mentor_id <> p.id
                                and (m.form = 'EMPLOYER_STUDENT') = (r.category = 'STUDENT'))
                 and not exists (select from mentorship_mentee e
                                  where e.organisation_id = :organisation and e.mentorship_id = :mentorship and e.mentee_id = p.id)
                """ + BY_NAME, tenant).param("mentorship", mentorship).query(People::person).list());
    }

    /**
     * One mentor; until the end of the transaction nobody else puts this mentor into a pair or group, so that two overlapping ones entered
     * at the same moment meet each other before the database refuses one of them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Person> mentorForNewPair(Tenant tenant, long id) {
        return people(MENTORS + " and p.id = :id for no key update of r for share of p", tenant).param("id", id).query(People::person).optional();
    }

    /** Those of the asked mentees who can be chosen, by name; nobody of them leaves the base before the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Person> mentees(Tenant tenant, Collection<Long> ids) {
        return people(MENTEES + " and p.id in (:ids)" + BY_NAME + " for share of p", tenant).param("ids", ids)
                .query(People::person).list();
    }

    /** Every mentor that can be chosen, on the same terms. */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<Long, Person> mentorsForNewPairs(Tenant tenant) {
        return byId(people(MENTORS + " for no key update of r for share of p", tenant));
    }

    /** Every mentee that can be chosen, on the same terms. */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<Long, Person> menteesForNewPairs(Tenant tenant) {
        return byId(people(MENTEES + " for share of p", tenant));
    }

    private static Map<Long, Person> byId(JdbcClient.StatementSpec question) {
        return question.query(People::person).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private JdbcClient.StatementSpec people(String sql, Tenant tenant) {
        return jdbc.sql(sql).param("organisation", tenant.id()).param("today", clock.today());
    }

    private static List<Choice> choices(List<Person> people) {
        return people.stream().map(person -> new Choice(person.id(), person.label())).toList();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        String category = row.getString("category");
        return new Person(row.getLong("id"), new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("patronymic")),
                row.getString("position"), category == null ? null : MenteeCategory.valueOf(category));
    }
}
