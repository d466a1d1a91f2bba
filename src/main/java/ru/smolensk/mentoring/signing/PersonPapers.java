package ru.smolensk.mentoring.signing;

import static ru.smolensk.mentoring.signing.Wording.joined;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalAddress;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;

/** Reads the papers of one person: consents and the letter of thanks. */
@Component
class PersonPapers {

    private final JdbcClient jdbc;
    private final PortalClock clock;
    private final PortalAddress address;
    private final Russian russian;
    private final Wording wording;

    PersonPapers(JdbcClient jdbc, PortalClock clock, PortalAddress address, Russian russian, Wording wording) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.address = address;
        this.russian = russian;
        this.wording = wording;
    }

    DrawnUp consent(Tenant tenant, PaperKind kind, long id) {
        return jdbc.sql("""
                select p.*, %s as name, o.full_name, o.short_name, o.website, q.name as partner, m.participant_id is not null as mentor,
                       e.participant_id is not null as mentee,
                       (select c.given_on from consent c where c.organisation_id = p.organisation_id and c.participant_id = p.id and c.kind
                         = ?
                           and c.withdrawn_on is null) as given_on
                  from participant p join organisation o on o.id = p.organisation_id
                  left join partner_organisation q on q.organisation_id = p.organisation_id and q.id = p.partner_id
                  left join mentor m on m.organisation_id = p.organisation_id and m.participant_id = p.id
                  left join mentee e on e.organisation_id = p.organisation_id and e.participant_id = p.id
                 where p.organisation_id = ? and p.id = ?
                """.formatted(Wording.NAMED)).params(kind == PaperKind.PROCESSING_CONSENT ? "PROCESSING" : "DISTRIBUTION", tenant.id(), id)
                .query((row, number) -> new DrawnUp(kind, id, row.getString("name"),
                        "/workspace/" + (row.getBoolean("mentor") ? "mentors/" : "mentees/") + id,
                        (kind == PaperKind.PROCESSING_CONSENT ? "Согласие на обработку ПДн " : "Согласие на распространение ПДн ")
                        + row.getString("name"),
                        wording.common(row,
                                "фио", row.getString("name"),
                                "должность", row.getString("position"),
                                "место работы", wording.workplace(row),
                                "должность и место работы", joined(row.getString("position"), wording.workplace(row)),
                                "сайт организации", row.getString("website"),
                                "портал", address.home().orElse(null),
                                "роль", role(row.getBoolean("mentor"), row.getBoolean("mentee")),
                                "дата согласия", russian.longDate(Wording.day(row, "given_on"))),
                        Map.of(), false)).optional().orElseThrow(NotFound::new);
    }

    DrawnUp thanks(Tenant tenant, long id) {
        AcademicYear year = AcademicYear.of(clock.today());
        String mentees = String.join(", ", jdbc.sql("""
                select distinct %s as name from mentorship m
                  join mentorship_mentee e on e.organisation_id = m.organisation_id and e.mentorship_id = m.id
                  join participant p on p.organisation_id = e.organisation_id and p.id = e.mentee_id
                 where m.organisation_id = ? and m.mentor_id = ? and m.annulled_on is null and m.starts_on <= ? and m.last_day >= ? order
                   by 1
                """.formatted(Wording.NAMED)).params(tenant.id(), id, clock.today(), year.firstDay()).query(String.class).list());
        return jdbc.sql("""
                select p.*, %s as name, q.name as partner, o.full_name, o.short_name from mentor m
                  join participant p on p.organisation_id = m.organisation_id and p.id = m.participant_id
                  join organisation o on o.id = p.organisation_id
                  left join partner_organisation q on q.organisation_id = p.organisation_id and q.id = p.partner_id
                 where m.organisation_id = ? and m.participant_id = ?
                """.formatted(Wording.NAMED)).params(tenant.id(), id)
                .query((row, number) -> new DrawnUp(PaperKind.LETTER_OF_THANKS, id, row.getString("name"),
                        "/workspace/mentors/" + id, "Благодарственное письмо " + row.getString("name"),
                        wording.common(row,
                                "наставник", row.getString("name"),
                                "должность", row.getString("position"),
                                "место работы", wording.workplace(row),
                                "учебный год", year.toString(),
                                "наставляемые", mentees.isEmpty() ? null : mentees),
                        Map.of(), false)).optional().orElseThrow(NotFound::new);
    }

    private static String role(boolean mentor, boolean mentee) {
        return mentor && mentee ? "наставник и наставляемый" : mentor ? "наставник" : "наставляемый";
    }
}
