package ru.smolensk.mentoring.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.smolensk.mentoring.indicator.CountingRulesTest.BEGAN_TEACHING;
import static ru.smolensk.mentoring.indicator.CountingRulesTest.END;
import static ru.smolensk.mentoring.indicator.CountingRulesTest.START;
import static ru.smolensk.mentoring.indicator.CountingRulesTest.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.Facts.Partner;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Statements;

@PortalTest
@Transactional
class IndicatorReportTest {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    IndicatorReport report;

    @Test
    void thereAreNoFiguresOfAnOrganisationThatIsNotThere() {
        assertThatThrownBy(() -> report.of(-1, TODAY)).isInstanceOf(NotFound.class);
    }

    @Test
    void anEmptyOrganisationHasReasonsInsteadOfShares() {
        Facts empty = new Facts().save(jdbc);

        Indicators indicators = report.of(empty.id, TODAY);

        assertThat(indicators.mentorships()).isZero();
        assertThat(indicators.contradicts()).isFalse();
        assertThat(indicators.youngSpecialists().text()).isEqualTo("нет данных о численности");
        assertThat(indicators.mentors().text()).isEqualTo("нет данных о численности");
        assertThat(indicators.menteeSatisfaction().text()).isEqualTo("опроса ещё не было");
        assertThat(indicators.mentorSatisfaction().text()).isEqualTo("опроса ещё не было");
    }

    /** Ten executions are twice what PostgreSQL waits for before it may plan a statement once for all values. */
    @Test
    void thePlannerSeesTheValuesOfEveryStatement() {
        for (int i = 0; i < 10; i++) {
            report.ofCity(TODAY);
        }

        assertThat(jdbc.queryForList("select statement from pg_prepared_statements", String.class)).isEmpty();
    }

    @Test
    void theCityCostsOneStatementHoweverManyOrganisationsThereAre() {
        for (long seed = 0; seed < 30; seed++) {
            RandomFacts.of(seed).save(jdbc);
        }

        assertThat(Statements.during(() -> report.ofCity(RandomFacts.FIRST_DAYS.get(0).plusDays(4)))).isOne();
    }

    @Test
    void theCityAndItsKindsAreTheSumOfTheirOrganisations() {
        for (OrganisationKind kind : OrganisationKind.values()) {
            Facts open = school();
            open.kind = kind;
            open.save(jdbc);
        }
        Facts closed = school();
        closed.closedOn = TODAY;
        closed.save(jdbc);

        CityIndicators city = report.ofCity(TODAY);

        assertThat(city.organisations()).extracting(Indicators::organisationId).doesNotContain(closed.id);
        assertThat(city.byKind()).containsOnlyKeys(OrganisationKind.values());
        assertThat(city.city()).isEqualTo(CityFigures.of(city.organisations()));
        assertThat(city.byKind().values()).allMatch(figures -> figures.pairs() >= 1);
        assertThat(city.byKind().values().stream().mapToInt(CityFigures::pairs).sum()).isEqualTo(city.city().pairs());
        assertThat(city.byKind().values().stream().map(CityFigures::mentors).mapToInt(CityShare::have).sum())
                .isEqualTo(city.city().mentors().have());
    }

    @Test
    void aClosedOrganisationStillHasFiguresOfItsOwn() {
        Facts closed = school();
        closed.closedOn = TODAY;
        closed.save(jdbc);

        assertThat(report.of(closed.id, TODAY).pairs()).isOne();
        assertThat(report.ofCity(TODAY.minusDays(1)).organisations()).extracting(Indicators::organisationId).contains(closed.id);
    }

    @Test
    void partnersAreNamedWithTheirSupportingDocuments() {
        Facts facts = new Facts();
        Partner second = facts.partner("Завод № 10");
        Partner first = facts.partner("Завод № 2");
        Partner idle = facts.partner("Без наставников");
        Stream.of(first, second).forEach(partner ->
                facts.approved(facts.mentorship(START, END, facts.mentorOf(partner), facts.mentee(null)), START));
        facts.save(jdbc);
        document(facts, first, "Соглашение", LocalDate.of(2026, 9, 2), null);
        document(facts, first, "Письмо", LocalDate.of(2026, 9, 1), null);
        document(facts, first, "Аннулированное", LocalDate.of(2026, 9, 3), LocalDate.of(2026, 9, 4));
        document(facts, idle, "Договор", LocalDate.of(2026, 9, 3), null);

        List<EnteredPartner> partners = report.partners(facts.id, Period.on(TODAY));

        assertThat(partners).extracting(EnteredPartner::name).containsExactly("Завод № 2", "Завод № 10");
        assertThat(partners.get(0).documents()).extracting(EnteredPartner.Document::title).containsExactly("Письмо", "Соглашение");
        assertThat(partners.get(1).documents()).isEmpty();
    }

    private Facts school() {
        Facts facts = new Facts();
        facts.approved(facts.mentorship(START, END, facts.mentor(), facts.mentee(BEGAN_TEACHING)), START);
        facts.staff(START, 10, 2);
        return facts;
    }

    private void document(Facts facts, Partner partner, String title, LocalDate datedOn, LocalDate annulledOn) {
        jdbc.update("""
                insert into local_act (organisation_id, kind, dated_on, title, partner_id, link, disclosure, annulled_on, annulment_reason)
                values (?, 'PARTNER_DOCUMENT', ?, ?, ?, 'https://example.org/', 'NO_NAMES', ?, ?)""",
                facts.id, datedOn, title, partner.id(), annulledOn, annulledOn == null ? null : "ошибка");
    }
}
