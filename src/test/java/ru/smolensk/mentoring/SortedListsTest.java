package ru.smolensk.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.Shown;

/** Every list can be sorted by its headings: the links of the page itself, there and back, whatever the filter. */
@DemoCityTest
class SortedListsTest {

    /** The list stands on the page of a thing, the first one of another list. */
    private static final String FIRST_OF = "first of ";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"curator, /workspace/mentors, 4", "curator, /workspace/mentees, 4", "curator, /workspace/orders, 4", "curator, /workspace/mentorships?state=ALL, 4",
        "curator, /workspace/programmes, 4", "curator, /workspace/documents?sort=date, 5", "methodist, /department/organisations?kind=GENERAL, 6",
        "methodist, /department/curators, 5", ", /organisations?kind=PRESCHOOL, 6",
        "curator2, /workspace/association, 2", "methodist, /department/association, 3", "methodist, first of /department/campaigns, 3",
        "curator, /workspace/surveys, 5", "methodist, first of /department/surveys, 4", "methodist, /department/register/new, 3"})
    void everyHeadingSortsThereAndBack(String login, String list, int headings) {
        Client client = new Client(port);
        if (login != null) {
            client.signIn(login, "demo");
        }
        if (list.startsWith(FIRST_OF)) {
            list = Shown.in(client.get(list.substring(FIRST_OF.length()))).attributes("tbody th a", "href").get(0);
        }
        List<String> usual = rows(client.get(list));
        List<String> links = Shown.in(client.get(list)).attributes("thead .sort", "href");
        assertThat(links).hasSize(headings);
        for (String link : links) {
            Shown sorted = Shown.in(client.get(link));
            assertThat(sorted.attributes("thead th[aria-sort]", "aria-sort")).as(link).hasSize(1);
            String back = sorted.attributes("thead th[aria-sort] .sort", "href").get(0);
            Shown turned = Shown.in(client.get(back));
            assertThat(turned.attributes("thead th[aria-sort]", "aria-sort")).as(back).hasSize(1)
                    .isNotEqualTo(sorted.attributes("thead th[aria-sort]", "aria-sort"));
            assertThat(turned.texts(".filter .count")).isEqualTo(sorted.texts(".filter .count"));
            if (usual.size() < 50) {
                assertThat(sorted.texts("tbody tr")).containsExactlyInAnyOrderElementsOf(usual);
            }
        }
    }

    @Test
    void peopleStandInTheOrderOfTheAlphabet() {
        Client curator = new Client(port);
        curator.signIn("curator", "demo");
        List<String> names = Shown.in(curator.get("/workspace/mentees?state=left")).texts("tbody th a");
        assertThat(names).hasSizeGreaterThan(1).isSortedAccordingTo(java.text.Collator.getInstance(java.util.Locale.forLanguageTag("ru")));
        assertThat(Shown.in(curator.get("/workspace/mentees?state=left&sort=-name")).texts("tbody th a"))
                .isEqualTo(names.stream().sorted(java.util.Collections.reverseOrder(java.text.Collator.getInstance(java.util.Locale.forLanguageTag("ru")))).toList());
        assertThat(Shown.in(curator.get("/workspace/mentees?sort=-name&q=ова")).attributes("form.filter input[name=sort]", "value")).containsExactly("-name");
    }

    private static List<String> rows(HttpResponse<String> answer) {
        return Shown.in(answer).texts("tbody tr");
    }
}
