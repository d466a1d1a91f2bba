package ru.smolensk.mentoring.survey;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;

/** Paper instead of links, never beside them. While a tally stands, the links of those people let nobody in. */
@Service
@Transactional
public class Tallies {

    private final TallyRepository tallies;
    private final Links links;
    private final Files files;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    Tallies(TallyRepository tallies, Links links, Files files, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.tallies = tallies;
        this.links = links;
        this.files = files;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What was counted.
     *
     * @param satisfied in the second wave; {@code null} in the first
     * @param protocol the scanned protocol, a file of the organisation
     */
    public record Counted(int asked, int answered, Integer satisfied, LocalDate countedOn, Long protocol) {
    }

    /**
     * Enters a count.
     *
     * @return its identifier
     * @throws Refusal if somebody has answered by a link, or there is a count already
     */
    public long enter(Tenant tenant, long surveyId, Audience audience, Counted said) {
        Asking survey = links.survey(tenant, surveyId);
        SurveyState state = survey.state(clock.today());
        Refusal.when(state == SurveyState.ANNULLED || state == SurveyState.PLANNED, null, "Этот опрос отменён или ещё не начался");
        // Nobody sends anything meanwhile.
        jdbc.sql("select survey_id from survey_organisation where organisation_id = ? and survey_id = ? for no key update")
                .params(tenant.id(), surveyId).query(Long.class).single();
        Refusal.when(answeredByLinks(tenant, surveyId, audience), null,
                "По ссылкам уже ответили, поэтому итог на бумаге внести нельзя: один человек мог бы ответить дважды. Остальным отдайте"
                        + " их личные ссылки – напечатайте карточки с QR-кодами: по ссылке можно ответить и с чужого телефона");
        long invited = invited(tenant, surveyId, audience);
        Refusal.when(said.asked() > invited, "asked", "Опрос – для тех, кто состоит в парах и группах: таких " + audience.ofMany() + " – " + invited
                + ". Больше анкет раздать не могли");
        Refusal.when(standing(tenant, surveyId).stream().anyMatch(one -> one.audience() == audience), null,
                "Итог на бумаге уже внесён. Если в нём ошибка, аннулируйте его и внесите заново");
        Tally tally = new Tally(tenant.id(), survey, audience, said, clock.today());
        files.attach(tenant, said.protocol());
        tallies.saveAndFlush(tally);
        journal.entered(tally);
        return tally.id();
    }

    void annul(Tenant tenant, long survey, long id, String reason) {
        Tally tally = one(tenant, survey, id);
        journal.change(tally, Action.ANNULLED, reason, () -> tally.annul(clock.today(), reason));
    }

    @Transactional(readOnly = true)
    Tally one(Tenant tenant, long survey, long id) {
        return tallies.findByOrganisationIdAndSurveyIdAndId(tenant.id(), survey, id).orElseThrow(NotFound::new);
    }

    /** Those that are not annulled. */
    @Transactional(readOnly = true)
    List<Tally> standing(Tenant tenant, long survey) {
        return tallies.findByOrganisationIdAndSurveyIdOrderByIdDesc(tenant.id(), survey).stream().filter(one -> !one.annulled()).toList();
    }

    private long invited(Tenant tenant, long survey, Audience audience) {
        return jdbc.sql("""
                select count(*) from survey_invitation where organisation_id = ? and survey_id = ? and audience = ? and cancelled_on is null
                """).params(tenant.id(), survey, audience.name()).query(Long.class).single();
    }

    private boolean answeredByLinks(Tenant tenant, long survey, Audience audience) {
        return jdbc.sql("select exists (select from survey_response where organisation_id = ? and survey_id = ? and audience = ?)")
                .params(tenant.id(), survey, audience.name()).query(Boolean.class).single();
    }
}
