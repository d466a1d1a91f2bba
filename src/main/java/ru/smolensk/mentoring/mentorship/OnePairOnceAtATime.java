package ru.smolensk.mentoring.mentorship;

import java.time.LocalDate;
import java.util.Collection;
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
    private final Russian russian;

    OnePairOnceAtATime(JdbcClient jdbc, Russian russian) {
        this.jdbc = jdbc;
        this.russian = russian;
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
                .query((row, number) -> new Refusal(field, "Эти двое в эти дни уже вместе: "
                        + new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("patronymic")).brief()
                        + " – в «" + row.getString("code") + "», "
                        + russian.period(row.getObject("joined_on", LocalDate.class), row.getObject("until", LocalDate.class))
                        + ". Измените даты или завершите сначала «" + row.getString("code") + "»"))
                .optional();
    }
}
