package ru.smolensk.mentoring.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.NotFound;

/** Counts the figures of the form (DOMAIN 5, F6 and F8–F13) and opens them. Reads only. */
@Service
@Transactional(readOnly = true)
public class IndicatorReport {

    private final JdbcClient jdbc;
    private final WhoIsCounted whoIsCounted;

    IndicatorReport(JdbcClient jdbc, WhoIsCounted whoIsCounted) {
        this.jdbc = jdbc;
        this.whoIsCounted = whoIsCounted;
    }

    /**
     * The figures of an organisation as of a date.
     *
     * @throws NotFound if there is no such organisation
     */
    public Indicators of(long organisationId, LocalDate date) {
        return of(organisationId, Period.on(date));
    }

    /**
     * The figures of an organisation over a period: what was in force on some day of it counts; the staff count is the newest at its end.
     *
     * @throws NotFound if there is no such organisation
     */
    public Indicators of(long organisationId, Period period) {
        return jdbc.sql("select * from indicators(:since, :until, :organisation)")
                .param("since", period.since()).param("until", period.until()).param("organisation", organisationId)
                .query((row, number) -> indicators(row, period))
                .optional().orElseThrow(NotFound::new);
    }

    /** The figures of the city as of a date, in one statement. */
    public CityIndicators ofCity(LocalDate date) {
        Period period = Period.on(date);
        List<Indicators> organisations = new ArrayList<>();
        Map<OrganisationKind, List<Indicators>> byKind = new EnumMap<>(OrganisationKind.class);
        for (OrganisationKind kind : OrganisationKind.values()) {
            byKind.put(kind, new ArrayList<>());
        }
        jdbc.sql("""
                select i.*, o.kind
                  from indicators(:date, :date, null) i
                  join organisation o on o.id = i.organisation_id
                 order by o.id""")
                .param("date", date)
                .query(row -> {
                    Indicators one = indicators(row, period);
                    organisations.add(one);
                    byKind.get(OrganisationKind.valueOf(row.getString("kind"))).add(one);
                });
        Map<OrganisationKind, CityFigures> figuresByKind = new EnumMap<>(OrganisationKind.class);
        byKind.forEach((kind, ofKind) -> figuresByKind.put(kind, CityFigures.of(ofKind)));
        return new CityIndicators(date, CityFigures.of(organisations), figuresByKind, organisations);
    }

    /** The partners counted in F11 with their supporting documents, by name. */
    public List<EnteredPartner> partners(long organisationId, Period period) {
        Map<Long, EnteredPartner> partners = new LinkedHashMap<>();
        jdbc.sql("""
                select q.id, q.name, q.website, a.id as document_id, a.number, a.dated_on, a.title
                  from partner_organisation q
                  left join local_act a on a.organisation_id = q.organisation_id and a.partner_id = q.id
                   and a.kind = 'PARTNER_DOCUMENT' and a.annulled_on is null
                 where q.organisation_id = :organisation
                   and q.id in (select s.partner_id from mentor_standing(:since, :until, :organisation) s where s.entered)
                 order by q.name, q.id, a.dated_on, a.id""")
                .param("since", period.since()).param("until", period.until()).param("organisation", organisationId)
                .query(row -> {
                    EnteredPartner partner = partners.get(row.getLong("id"));
                    if (partner == null) {
                        partner = new EnteredPartner(row.getLong("id"), row.getString("name"), row.getString("website"), new ArrayList<>());
                        partners.put(partner.id(), partner);
                    }
                    if (row.getObject("document_id") != null) {
                        partner.documents().add(new EnteredPartner.Document(row.getLong("document_id"), row.getString("number"),
                                row.getObject("dated_on", LocalDate.class), row.getString("title")));
                    }
                });
        return List.copyOf(partners.values());
    }

    /** Opens a figure: who is counted and who is not, and why. Three statements at most, however many people there are. */
    public Explanation explain(Figure figure, long organisationId, Period period) {
        return whoIsCounted.explain(figure, organisationId, period);
    }

    /**
     * Where the satisfaction of an organisation as of a date comes from (F12, F13).
     *
     * @return nothing of another figure, or while there was no survey
     */
    public Optional<Satisfaction> satisfaction(Figure figure, long organisationId, LocalDate date) {
        String audience = figure == Figure.MENTEE_SATISFACTION ? "MENTEE" : figure == Figure.MENTOR_SATISFACTION ? "MENTOR" : null;
        return jdbc.sql("""
                select f.*, s.title from satisfaction(:date, :organisation) f join survey s on s.id = f.survey_id where f.audience = :audience
                """).param("date", date).param("organisation", organisationId).param("audience", audience)
                .query((row, number) -> new Satisfaction(row.getLong("survey_id"), row.getString("title"), row.getObject("closed_on", LocalDate.class),
                        row.getInt("number"), row.getString("method").equals(Satisfaction.KEY_ITEM), row.getInt("threshold"), row.getBoolean("paper"),
                        row.getInt("invited"), row.getInt("respondents"), row.getInt("satisfied"))).optional();
    }

    static Indicators indicators(ResultSet row, Period period) throws SQLException {
        return new Indicators(row.getLong("organisation_id"), period,
                row.getInt("pairs"), row.getInt("groups"), row.getInt("programmes"),
                Share.ofYoungSpecialists(row.getLong("young_entered"), row.getObject("young_specialists", Integer.class)),
                Share.ofTeachingStaff(row.getLong("mentors_entered"), row.getObject("teaching_staff", Integer.class)),
                row.getInt("partners"),
                satisfaction(row, "mentee"), satisfaction(row, "mentor"),
                row.getObject("counted_on", LocalDate.class));
    }

    private static Share satisfaction(ResultSet row, String whose) throws SQLException {
        LocalDate closedOn = row.getObject(whose + "_closed", LocalDate.class);
        return Share.ofSatisfaction(row.getObject(whose + "_invited", Long.class), row.getLong(whose + "_satisfied"),
                row.getLong(whose + "_respondents"), closedOn == null ? null : new Share.Survey(closedOn, row.getInt(whose + "_version"),
                        Satisfaction.KEY_ITEM.equals(row.getString(whose + "_method")), row.getInt(whose + "_threshold")));
    }
}
