package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** One click, two clicks, many at once. */
@PortalTest
class RepeatedSubmissionTest {

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RepeatedSubmission submissions;

    @LocalServerPort
    int port;

    Client methodologist;

    @BeforeEach
    void aMethodologist() {
        methodologist = new Client(port);
        methodologist.signIn(town.methodologist().login(), Town.PASSWORD);
    }

    @Test
    void clicksAtTheSameMomentEnterOneThingAndAllLeadToIt() throws Exception {
        Tenant school = town.school();
        String[] form = appointment(school, town.curatorOf().accountId(), UUID.randomUUID().toString(), "01.09.2024");
        String csrf = methodologist.csrf();
        ExecutorService clicks = Executors.newFixedThreadPool(6);
        try {
            List<Callable<String>> all = IntStream.range(0, 6).mapToObj(click -> (Callable<String>) () ->
                    Client.target(methodologist.postWith(csrf, "/department/curators/new", form))).toList();
            List<String> targets = new java.util.ArrayList<>();
            for (Future<String> click : clicks.invokeAll(all)) {
                targets.add(click.get());
            }
            assertThat(targets).doesNotContainNull().containsOnly(targets.get(0));
        } finally {
            clicks.shutdown();
        }
        assertThat(appointments(school)).isOne();
    }

    @Test
    void aRefusedFormMayBeSentAgainEvenWithTheSameToken() {
        Tenant school = town.school();
        String once = UUID.randomUUID().toString();
        long curator = town.curatorOf().accountId();
        assertThat(methodologist.post("/department/curators/new", appointment(school, curator, once, "01.09.1812")).statusCode()).isEqualTo(422);
        assertThat(methodologist.post("/department/curators/new", appointment(school, curator, once, "01.09.1812")).statusCode()).isEqualTo(422);
        assertThat(methodologist.post("/department/curators/new", appointment(school, curator, once, "01.09.2024")).statusCode()).isEqualTo(302);
        assertThat(appointments(school)).isOne();
    }

    @Test
    void whoWentBackAndChangedAFieldHasSentAnotherForm() {
        Tenant school = town.school();
        String once = UUID.randomUUID().toString();
        methodologist.post("/department/curators/new", appointment(school, town.curatorOf().accountId(), once, "01.09.2024"));
        methodologist.post("/department/curators/new", appointment(school, town.curatorOf().accountId(), once, "01.09.2024"));

        assertThat(appointments(school)).isEqualTo(2);
    }

    @Test
    void everyFormThatIsSentCarriesBothTokensAnewOnEachPage() {
        Shown first = Shown.in(methodologist.get("/department/curators/new"));
        Shown second = Shown.in(methodologist.get("/department/curators/new"));

        int forms = first.attributes("form[method=post]", "method").size();
        assertThat(forms).isGreaterThanOrEqualTo(2);
        assertThat(first.attributes("form[method=post] input[name=_csrf]", "value")).hasSize(forms);
        assertThat(first.attributes("form[method=post] input[name=_once]", "value")).hasSize(forms).doesNotHaveDuplicates();
        assertThat(first.value("_once")).isNotEqualTo(second.value("_once"));
    }

    @Test
    void aTokenThatIsNoneOfOursOrNoneAtAllDoesNoHarm() {
        Tenant school = town.school();
        for (String once : new String[] {"", "не токен", "x".repeat(10_000)}) {
            assertThat(methodologist.post("/department/curators/new", appointment(school, town.curatorOf().accountId(), once, "01.09.2024"))
                    .statusCode()).isEqualTo(302);
        }
        assertThat(appointments(school)).isEqualTo(3);
    }

    @Test
    void tokensAreForgottenAfterADay() {
        jdbc.sql("insert into submission values (gen_random_uuid(), now() - interval '25 hours', '/old')").update();
        submissions.forgetOldTokens();
        assertThat(jdbc.sql("select count(*) from submission where location = '/old'").query(Integer.class).single()).isZero();
    }

    private static String[] appointment(Tenant school, long curator, String once, String day) {
        return new String[] {"_once", once, "organisation", school.slug(), "curator", String.valueOf(curator), "orderNumber", "5-од",
            "orderDatedOn", day, "startsOn", day, "endsOn", ""};
    }

    private int appointments(Tenant school) {
        return jdbc.sql("select count(*) from curator_appointment where organisation_id = ?").param(school.id()).query(Integer.class).single();
    }
}
