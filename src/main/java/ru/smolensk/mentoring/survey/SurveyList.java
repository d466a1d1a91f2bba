package ru.smolensk.mentoring.survey;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;

/** Surveys and how far they have come, for the department. */
@Component
@Transactional(readOnly = true)
class SurveyList {


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
            return new Progress(mentees.invited() + mentors.invited(), mentees.answered() + mentors.answered(), mentees.paper() || mentors.paper());
        }
    }

    /** All surveys, the newest first: one statement. */
    List<Row> all() {
        return jdbc.sql("""
                select s.*, p.organisations, p.invited, p.answered
                  from survey s
                 cross join lateral (
                   select count(distinct t.organisation_id) as organisations, sum(t.invited) as invited, sum(t.answered) as answered
                     from (%s) t) p
                 order by s.opens_on desc, s.id desc
                """.formatted(taking("o.survey_id = s.id")))
                .query((row, at) -> new Row(Asking.of(row), row.getInt("organisations"),
                        new Progress(row.getInt("invited"), row.getInt("answered"), false))).list();
    }

    /** @throws NotFound if there is no such survey */
    Asking one(long id) {
        return jdbc.sql("select * from survey where id = ?").param(id).query((row, at) -> Asking.of(row)).optional().orElseThrow(NotFound::new);
    }

    /** The organisations of a survey, those with the fewest answers first: one statement. */
    List<Taking> taking(long id) {
        return jdbc.sql("""
                select g.slug, g.short_name, g.kind,
                       e.invited as mentee_invited, e.answered as mentee_answered, e.paper as mentee_paper,
                       r.invited as mentor_invited, r.answered as mentor_answered, r.paper as mentor_paper
                  from (%1$s) e join (%1$s) r on r.organisation_id = e.organisation_id and r.audience = 'MENTOR'
                  join organisation g on g.id = e.organisation_id
                 where e.audience = 'MENTEE'
                 order by (e.answered + r.answered)::numeric / nullif(e.invited + r.invited, 0) nulls first, g.short_name, g.id
                """.formatted(taking("o.survey_id = :survey"))).param("survey", id)
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
