package ru.smolensk.mentoring.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.Shown;

/** The department reads everything of every organisation (DOMAIN 1) and changes nothing there. */
@DemoCityTest
class OrganisationReadTest {

    private static final String SCHOOL = "/department/organisations/sh-33";
    private static final List<String> LISTS = List.of("mentors", "mentees", "orders", "mentorships", "programmes", "documents");

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void thePageOfAnOrganisationLeadsToItsListsAndItsCurators() {
        Client observer = signedIn("observer");
        Shown page = Shown.in(observer.get(SCHOOL));
        assertThat(page.attributes(".sums.six a", "href")).isEqualTo(LISTS.stream().map(list -> SCHOOL + "/" + list).toList());
        assertThat(Shown.in(observer.get(page.attributes(".meta a[href^=/department/curators]", "href").get(0))).text()).contains("СШ № 33");
    }

    @ParameterizedTest
    @CsvSource({"observer, mentors", "observer, mentees", "observer, orders", "observer, mentorships?state=ALL", "observer, programmes", "observer, documents",
        "methodist, mentors?state=left", "methodist, mentees?q=а", "methodist, orders?sort=title", "methodist, documents?sort=-date"})
    void everyListAndWhatStandsInItIsThereToBeReadOnly(String login, String list) {
        Client reader = signedIn(login);
        Shown page = Shown.in(reader.get(SCHOOL + "/" + list));
        assertThat(changes(page)).as(list).isEmpty();
        Set<String> things = someOfEveryState(page);
        assertThat(things).as(list).isNotEmpty();
        for (String thing : things) {
            Shown its = Shown.in(reader.get(thing));
            assertThat(changes(its)).as(thing).isEmpty();
            assertThat(its.texts("h1")).as(thing).hasSize(1);
            assertThat(its.attributes(".crumbs a", "href")).as(thing).startsWith("/department/organisations", SCHOOL).hasSize(3);
            its.attributes("main a[href*=/files/]", "href").stream().limit(1)
                    .forEach(file -> assertThat(reader.get(file).statusCode()).as(file).isEqualTo(200));
        }
    }

    @Test
    void theCuratorsPagesShowTheSameAndTheirButtons() {
        Client curator = signedIn("curator");
        for (String list : LISTS) {
            Shown own = Shown.in(curator.get("/workspace/" + list));
            Shown read = Shown.in(signedIn("observer").get(SCHOOL + "/" + list));
            assertThat(read.texts("tbody th")).as(list).isEqualTo(own.texts("tbody th"));
            assertThat(own.attributes(".head .actions a", "href")).as(list).containsExactly("/workspace/" + list + "/new");
            assertThat(own.attributes(".tabs a", "href")).isEmpty();
        }
    }

    @Test
    void whatBelongsToAnotherOrganisationIsNotThere() {
        Client methodist = signedIn("methodist");
        for (String table : List.of("mentor participant_id mentors", "mentee participant_id mentees", "assignment_order id orders",
                "mentorship id mentorships", "programme id programmes", "local_act id documents")) {
            String[] words = table.split(" ");
            long foreign = jdbc.sql("select min(" + words[1] + ") from " + words[0]
                    + " where organisation_id = (select id from organisation where slug = 'ds-38')").query(Long.class).single();
            assertThat(methodist.get(SCHOOL + "/" + words[2] + "/" + foreign).statusCode()).as(words[2]).isEqualTo(404);
            assertThat(methodist.get("/department/organisations/ds-38/" + words[2] + "/" + foreign).statusCode()).as(words[2]).isEqualTo(200);
            assertThat(methodist.get("/department/organisations/nonsense/" + words[2]).statusCode()).isEqualTo(404);
            assertThat(methodist.post(SCHOOL + "/" + words[2] + "/new").statusCode()).isIn(404, 405);
        }
    }

    @Test
    void whoIsCountedIsOnePageAway() {
        Client observer = signedIn("observer");
        Shown page = Shown.in(observer.get(SCHOOL + "/indicators/young-specialists"));
        assertThat(page.attributes("main .lines a", "href")).isNotEmpty().allSatisfy(link -> {
            assertThat(link).startsWith(SCHOOL + "/");
            assertThat(observer.get(link).statusCode()).as(link).isEqualTo(200);
        });
    }

    /** The first two things of a list, and two of each state that its lines tell of. */
    private static Set<String> someOfEveryState(Shown list) {
        String thing = "a[href~=" + SCHOOL + "/[a-z]+/\\d+$]";
        Set<String> some = new LinkedHashSet<>();
        list.attributes("tbody " + thing, "href").stream().limit(2).forEach(some::add);
        for (String state : new LinkedHashSet<>(list.texts("tbody .tag"))) {
            list.attributes("tbody tr:has(.tag:containsOwn(" + state + ")) " + thing, "href").stream().limit(2).forEach(some::add);
        }
        return some;
    }

    /** What a reader could change something with. */
    private static List<String> changes(Shown page) {
        List<String> found = new java.util.ArrayList<>(page.attributes("main a[href^=/workspace], main a[href$=/new], main a[href$=/edit], main a[href$=/annul]", "href"));
        found.addAll(page.attributes("main form[method=post]", "action"));
        return found;
    }

    private Client signedIn(String login) {
        Client client = new Client(port);
        client.signIn(login, "demo");
        return client;
    }
}
