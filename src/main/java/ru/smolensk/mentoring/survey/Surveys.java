package ru.smolensk.mentoring.survey;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;

/** Announces surveys, opens them on their day and closes them. */
@Service
@Transactional
public class Surveys {

    private final SurveyRepository surveys;
    private final QuestionnaireRepository questionnaires;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    Surveys(SurveyRepository surveys, QuestionnaireRepository questionnaires, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.surveys = surveys;
        this.questionnaires = questionnaires;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What is said of a survey.
     *
     * @param title may be {@code null}: then it is called after its wave and year
     * @param closesOn its last day
     * @param kind with {@link SurveyScope#KIND} only
     * @param organisations the slugs of those that are named one by one
     * @param menteeQuestionnaire the version; {@code null} for the newest published one
     */
    record Description(String title, AcademicYear year, Wave wave, LocalDate opensOn, LocalDate closesOn, SurveyScope scope,
                       OrganisationKind kind, Collection<String> organisations, Long menteeQuestionnaire, Long mentorQuestionnaire) {
    }

    /**
     * Announces a survey of all organisations by the newest published versions. On its first day everybody in a pair or group gets a link.
     *
     * @return its identifier
     * @throws Refusal if the days do not fit
     */
    public long announce(AcademicYear year, Wave wave, LocalDate opensOn, LocalDate closesOn) {
        return announce(new Description(null, year, wave, opensOn, closesOn, SurveyScope.ALL, null, Set.of(), null, null));
    }

    /** The same for some organisations, by their slugs. */
    public long announce(AcademicYear year, Wave wave, LocalDate opensOn, LocalDate closesOn, Collection<String> slugs) {
        return announce(new Description(null, year, wave, opensOn, closesOn, SurveyScope.LISTED, null, slugs, null, null));
    }

    long announce(Description said) {
        Survey survey = surveys.saveAndFlush(new Survey(said, version(said.menteeQuestionnaire(), Audience.MENTEE, said.wave()),
                version(said.mentorQuestionnaire(), Audience.MENTOR, said.wave())));
        int organisations = jdbc.sql("""
                insert into survey_organisation (organisation_id, survey_id)
                select o.id, :survey from organisation o
                 where (o.closed_on is null or o.closed_on > :today)
                   and case :scope when 'ALL' then true when 'KIND' then o.kind = :kind else o.slug in (:slugs) end
                """).param("survey", survey.id()).param("today", clock.today()).param("scope", said.scope().name())
                .param("kind", said.kind() == null ? null : said.kind().name())
                .param("slugs", said.organisations().isEmpty() ? Set.of("") : said.organisations()).update();
        if (said.scope() == SurveyScope.LISTED && organisations != Set.copyOf(said.organisations()).size()) {
            throw new NotFound();
        }
        expectAskedOnce(survey);
        journal.entered(survey);
        invite(survey.id());
        return survey.id();
    }

    /** Nobody gets two links for one stage at a time. */
    private void expectAskedOnce(Survey survey) {
        List<String> asked = jdbc.sql("""
                select o.short_name || ' – «' || s.title || '»'
                  from survey_organisation mine
                  join survey_organisation theirs on theirs.organisation_id = mine.organisation_id and theirs.survey_id <> mine.survey_id
                  join survey s on s.id = theirs.survey_id and s.annulled_on is null
                  join survey its on its.id = mine.survey_id and its.academic_year = s.academic_year and its.wave = s.wave
                   and daterange(its.opens_on, its.closed_on) && daterange(s.opens_on, s.closed_on)
                  join organisation o on o.id = mine.organisation_id
                 where mine.survey_id = ? order by o.short_name
                """).param(survey.id()).query(String.class).list();
        Refusal.when(!asked.isEmpty(), null, "В эти дни уже идёт опрос того же этапа: " + String.join(", ", asked.subList(0, Math.min(3, asked.size())))
                + (asked.size() > 3 ? " и ещё " + new Russian().count(asked.size() - 3, "организация", "организации", "организаций") : "")
                + ". Выберите другие организации или другие дни, иначе люди получат по две ссылки");
    }

    /** Ends a survey today; who has begun to write may finish until the day is over. */
    public void close(long id) {
        Survey survey = one(id);
        journal.change(survey, Action.CLOSED, () -> survey.close(clock.today()));
    }

    /** Moves the last day of a survey that is announced or open. */
    void moveLastDay(long id, Integer version, LocalDate day) {
        Survey survey = one(id);
        survey.expectVersion(version);
        journal.change(survey, Action.CHANGED, () -> survey.moveLastDay(day, answered(id), clock.today()));
    }

    /** Whether somebody has answered, by a link or on paper. */
    @Transactional(readOnly = true)
    boolean answered(long id) {
        return jdbc.sql("""
                select exists (select from survey_organisation o join survey_invitation i on i.organisation_id = o.organisation_id
                                and i.survey_id = o.survey_id where o.survey_id = :survey and i.used)
                    or exists (select from survey_organisation o join survey_tally t on t.organisation_id = o.organisation_id
                                and t.survey_id = o.survey_id where o.survey_id = :survey and t.annulled_on is null)
                """).param("survey", id).query(Boolean.class).single();
    }

    void annul(long id, String reason) {
        Survey survey = one(id);
        journal.change(survey, Action.CANCELLED, reason, () -> survey.annul(clock.today(), reason));
    }

    /** Gives out the links of surveys whose first day has come, and forgets what was never sent to surveys that are over. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1H")
    public void keepUp() {
        jdbc.sql("""
                select s.id from survey s where s.annulled_on is null and s.opens_on <= :today and :today < s.closed_on
                   and not exists (select from survey_organisation o join survey_invitation i on i.organisation_id = o.organisation_id
                                    and i.survey_id = o.survey_id where o.survey_id = s.id)
                """).param("today", clock.today()).query(Long.class).list().forEach(this::invite);
        jdbc.sql("""
                delete from survey_draft d using survey_invitation i, survey s
                 where i.organisation_id = d.organisation_id and i.id = d.invitation_id and s.id = i.survey_id
                   and (s.closed_on < :today or s.annulled_on is not null)
                """).param("today", clock.today()).update();
    }

    @Transactional(readOnly = true)
    Survey one(long id) {
        return surveys.findById(id).orElseThrow(NotFound::new);
    }

    private void invite(long survey) {
        jdbc.sql("select survey_invite(?, null, ?)").params(survey, clock.today()).query(Long.class).single();
    }

    private Questionnaire version(Long id, Audience audience, Wave wave) {
        Long chosen = id != null ? id : jdbc.sql("""
                select id from questionnaire where audience = ? and wave = ? and published_on is not null order by number desc limit 1
                """).params(audience.name(), wave.number()).query(Long.class).single();
        return questionnaires.findById(chosen).orElseThrow(NotFound::new);
    }
}
