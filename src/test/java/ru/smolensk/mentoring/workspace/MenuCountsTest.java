package ru.smolensk.mentoring.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.Shown;

/** The menus beside the work say how many there are; an item without any says nothing, and no item loses its name. */
@DemoCityTest
class MenuCountsTest {

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void theCuratorSeesHowManyTheListsHold() {
        Client curator = signedIn("curator");
        Shown page = Shown.in(curator.get("/workspace/staff"));
        assertThat(page.texts(".side li:has(.amount) a")).containsExactly("Наставники", "Наставляемые", "Приказы", "Пары и группы", "Программы",
                "Документы");
        List<String> amounts = page.texts(".side .amount");
        assertThat(Shown.in(curator.get("/workspace/mentors")).texts(".filter .count")).containsExactly("Найдено: " + amounts.get(0));
        assertThat(Shown.in(curator.get("/workspace/mentees")).texts(".filter .count")).containsExactly("Найдено: " + amounts.get(1));
        assertThat(amounts.get(2)).isEqualTo(count("assignment_order where annulled_on is null and"));
        assertThat(Shown.in(curator.get("/workspace/mentorships")).texts("tbody tr")).hasSize(Integer.parseInt(amounts.get(3)));
        assertThat(amounts.get(4)).isEqualTo(count("programme where status in ('DRAFT', 'APPROVED') and"));
        assertThat(amounts.get(5)).isEqualTo(count("local_act where annulled_on is null and"));
    }

    @Test
    void anOrganisationWithoutAnybodyHasNoNumbers() {
        assertThat(Shown.in(signedIn("curator-empty").get("/workspace/staff/new")).texts(".side .amount")).isEmpty();
    }

    @Test
    void theDepartmentSeesHowManyWaitForADecision() {
        String waiting = jdbc.sql("select count(*) from review_submission where outcome is null").query(String.class).single();
        for (String login : List.of("methodist", "observer")) {
            Shown page = Shown.in(signedIn(login).get("/department/acts"));
            assertThat(page.texts(".side li:has(.amount) a")).containsExactly("На рассмотрении");
            assertThat(page.texts(".side .amount")).containsExactly(waiting);
        }
    }

    private Client signedIn(String login) {
        Client client = new Client(port);
        client.signIn(login, "demo");
        return client;
    }

    private String count(String what) {
        return jdbc.sql("select count(*) from " + what + " organisation_id = (select id from organisation where slug = 'sh-33')")
                .query(String.class).single();
    }
}
