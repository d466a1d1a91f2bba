package ru.smolensk.mentoring.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** Whose workspace a curator is in. */
@PortalTest
class WorkplaceTest {

    @Autowired
    Town town;

    @Autowired
    Appointments appointments;

    @Autowired
    PortalClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "from {0} to {1} days away: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            -30, -,  200
            0,   -,  200
            0,   0,  200
            -30, 0,  200
            -30, -1, 403
            1,   -,  403
            1,   30, 403
            """)
    void theWorkspaceIsOpenFromTheFirstDayOfTheAppointmentToTheLast(int from, Integer until, int status) {
        Tenant school = town.school();
        Town.Person curator = town.curatorOf();
        LocalDate today = clock.today();
        appointments.appoint(school.id(), new Appointments.Order(curator.accountId(), "5-од", today.minusDays(40), today.plusDays(from),
                until == null ? null : today.plusDays(until)));

        HttpResponse<String> page = signedIn(curator).get("/workspace/staff");

        assertThat(page.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(Shown.in(page).texts("h1")).containsExactly("У вас сейчас нет назначения куратором");
        }
    }

    @Test
    void whoHasNoAppointmentCanStillSeeTheirAccountAndLeave() {
        Client curator = signedIn(town.curatorOf());

        assertThat(curator.get("/workspace").statusCode()).isEqualTo(403);
        assertThat(curator.post("/workspace/staff/new").statusCode()).isEqualTo(403);
        assertThat(curator.get("/account").statusCode()).isEqualTo(200);
        assertThat(Client.target(curator.post("/logout"))).isEqualTo("/");
    }

    @Test
    void whoWorksForOneOrganisationHasNothingToChoose() {
        assertThat(Shown.in(signedIn(town.curatorOf(town.school())).get("/workspace/staff")).texts(".workplace")).isEmpty();
    }

    @Test
    void whoWorksForSeveralChoosesAndStaysThere() {
        Tenant school = town.school();
        Tenant kindergarten = town.kindergarten();
        Client curator = signedIn(town.curatorOf(school, kindergarten));
        assertThat(Shown.in(curator.get("/workspace/staff")).texts(".workplace option")).containsExactlyInAnyOrder(school.shortName(),
                kindergarten.shortName());

        for (Tenant chosen : new Tenant[] {school, kindergarten, school}) {
            assertThat(Client.target(curator.post("/workspace/choose", "organisation", chosen.slug()))).isEqualTo("/workspace");
            assertThat(Shown.in(curator.get("/workspace/staff")).texts(".kicker")).containsExactly(chosen.shortName());
            assertThat(Shown.in(curator.get("/workspace/staff")).value("organisation")).isEqualTo(chosen.slug());
        }
    }

    @Test
    void anotherOrganisationCanNotBeChosen() {
        Tenant foreign = town.school();
        Client curator = signedIn(town.curatorOf(town.school(), town.school()));

        assertThat(curator.post("/workspace/choose", "organisation", foreign.slug()).statusCode()).isEqualTo(404);
        assertThat(curator.post("/workspace/staff/new", "_workplace", foreign.slug(), "countedOn", "01.09.2024", "teachingStaff", "42",
                "youngSpecialists", "3").statusCode()).isEqualTo(404);
        assertThat(counts(foreign)).isZero();
    }

    @Test
    void aFormGoesToTheOrganisationItWasOpenedInWhateverWasChosenMeanwhile() {
        Tenant school = town.school();
        Tenant kindergarten = town.kindergarten();
        Client curator = signedIn(town.curatorOf(school, kindergarten));
        curator.post("/workspace/choose", "organisation", school.slug());
        Shown form = Shown.in(curator.get("/workspace/staff/new"));
        curator.post("/workspace/choose", "organisation", kindergarten.slug());

        curator.post("/workspace/staff/new", "_workplace", form.value("_workplace"), "countedOn", "01.09.2024", "teachingStaff", "42",
                "youngSpecialists", "3");

        assertThat(counts(school)).isOne();
        assertThat(counts(kindergarten)).isZero();
        assertThat(Shown.in(curator.get("/workspace/staff")).texts(".kicker")).containsExactly(school.shortName());
    }

    @Test
    void anAppointmentThatEndsTakesTheChosenWorkplaceWithIt() {
        Tenant school = town.school();
        Tenant kindergarten = town.kindergarten();
        Client curator = signedIn(town.curatorOf(school, kindergarten));
        curator.post("/workspace/choose", "organisation", school.slug());

        jdbc.sql("update curator_appointment set ends_on = ? where organisation_id = ?").params(clock.today().minusDays(1), school.id()).update();

        assertThat(Shown.in(curator.get("/workspace/staff")).texts(".kicker")).containsExactly(kindergarten.shortName());
    }

    private Client signedIn(Town.Person person) {
        Client client = new Client(port);
        client.signIn(person.login(), Town.PASSWORD);
        return client;
    }

    private int counts(Tenant tenant) {
        return jdbc.sql("select count(*) from staff_count where organisation_id = ?").param(tenant.id()).query(Integer.class).single();
    }
}
