package ru.smolensk.mentoring.mentorship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;

/**
 * The same mentor and mentee are never in two mentorships that overlap in time (DOMAIN 3, rule 1). The exclusion constraint
 * {@code mentorship_mentee_no_overlap} has the last word; this rule says beforehand which pair or group is in the way.
 */
@Component
class OnePairOnceAtATime {

    private final JdbcClient jdbc;

    OnePairOnceAtATime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param exceptMentorship the mentorship that is being changed, or {@code null} for a new one */
    Optional<Refusal> refusal(long organisationId, long mentorId, Collection<Long> menteeIds, LocalDate from, LocalDate until,
                              Long exceptMentorship, String field) {
        return jdbc.sql("""
                select m.code, p.last_name, p.first_name, p.patronymic, mm.joined_on, coalesce(mm.left_on, mm.last_day) as until
                  from mentorship_mentee mm
                  join mentorship m on m.organisation_id = mm.organisation_id and m.id = mm.mentorship_id
                  join participant p on p.organisation_id = mm.organisation_id and p.id = mm.mentee_id
                 where mm.organisation_id = :organisation and mm.mentor_id = :mentor and mm.mentee_id in (:mentees)
                   and not mm.annulled and mm.mentorship_id <> :except
                   and daterange(mm.joined_on, coalesce(mm.left_on, mm.last_day), '[]') && daterange(:from, :until, '[]')
                 order by mm.joined_on limit 1
                """)
                .param("organisation", organisationId).param("mentor", mentorId).param("mentees", menteeIds)
                .param("from", from).param("until", until).param("except", exceptMentorship == null ? -1 : exceptMentorship)
                .query((row, number) -> meeting(row).inTheWay(field))
                .optional();
    }

    private static final String MEETINGS = """
            select mm.mentorship_id, mm.mentor_id, mm.mentee_id, m.code, p.last_name, p.first_name, p.patronymic, mm.joined_on,
                   coalesce(mm.left_on, mm.last_day) as until
              from mentorship_mentee mm
              join mentorship m on m.organisation_id = mm.organisation_id and m.id = mm.mentorship_id
              join participant p on p.organisation_id = mm.organisation_id and p.id = mm.mentee_id
             where mm.organisation_id = ? and not mm.annulled
            """;

    /** Everybody who is together with somebody at some time, read once, for whoever enters many. */
    Meetings meetings(long organisationId) {
        Meetings meetings = new Meetings();
        add(meetings, jdbc.sql(MEETINGS).param(organisationId));
        return meetings;
    }

    /** Takes what is true now of a mentorship in the place of what was. */
    void learn(Meetings meetings, long organisationId, long mentorshipId) {
        meetings.forget(mentorshipId);
        add(meetings, jdbc.sql(MEETINGS + " and mm.mentorship_id = ?").params(organisationId, mentorshipId));
    }

    private static void add(Meetings meetings, JdbcClient.StatementSpec question) {
        question.query(row -> {
            meetings.add(row.getLong("mentorship_id"), row.getLong("mentor_id"), row.getLong("mentee_id"), meeting(row));
        });
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(row.getString("code"), new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("patronymic")),
                row.getObject("joined_on", LocalDate.class), row.getObject("until", LocalDate.class));
    }

    /** The days on which a mentee is with a mentor, and where. */
    record Meeting(String code, PersonName mentee, LocalDate from, LocalDate until) {

        private static final Russian RUSSIAN = new Russian();

        Refusal inTheWay(String field) {
            return new Refusal(field, "Эти двое в эти дни уже вместе: " + mentee.brief() + " – в «" + code + "», " + RUSSIAN.period(from, until)
                    + ". Измените даты или завершите сначала «" + code + "»");
        }
    }

    /** Who is with whom, and when. */
    static final class Meetings {

        /** By mentor and mentee, and within by mentorship. */
        private final Map<List<Long>, Map<Long, Meeting>> byPair = new HashMap<>();

        void add(long mentorship, long mentor, long mentee, Meeting meeting) {
            byPair.computeIfAbsent(List.of(mentor, mentee), pair -> new HashMap<>(2)).put(mentorship, meeting);
        }

        private void forget(long mentorship) {
            byPair.values().forEach(meetings -> meetings.remove(mentorship));
        }

        /** The same rule, asked of what is known here. */
        Optional<Refusal> refusal(long mentor, Collection<Long> mentees, LocalDate from, LocalDate until, String field) {
            return mentees.stream().flatMap(mentee -> byPair.getOrDefault(List.of(mentor, mentee), Map.of()).values().stream())
                    .filter(meeting -> !meeting.from().isAfter(until) && !meeting.until().isBefore(from))
                    .min(Comparator.comparing(Meeting::from)).map(meeting -> meeting.inTheWay(field));
        }
    }
}
