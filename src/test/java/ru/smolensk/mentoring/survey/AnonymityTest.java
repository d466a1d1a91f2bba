package ru.smolensk.mentoring.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** Somebody with the whole database in hand tries to find out who answered what, and fails (DOMAIN 6). */
@PortalTest
class AnonymityTest {

    private static final int PEOPLE = 6;
    private static final int ROUNDS = 4;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    private Asked sentInKnownOrder() {
        Asked asked = Asked.openFor(PEOPLE, town.school(), jdbc, clock.today());
        List<String> tokens = asked.tokens(Audience.MENTEE);
        for (int at = 0; at < PEOPLE; at++) {
            String address = "/survey/" + tokens.get(at);
            post(address, "go", "begin");
            post(address, "step", "3", "go", "next", "q" + Asked.KEY, String.valueOf(at + 1));
            assertThat(mvc.post().uri(address + "/send").with(csrf()).param("_once", "00000000-0000-0000-0000-00000000000" + at))
                    .hasRedirectedUrl("/survey/thanks");
        }
        assertThat(jdbc.sql("select count(*) from survey_response where survey_id = ?").param(asked.survey()).query(Integer.class).single())
                .isEqualTo(PEOPLE);
        return asked;
    }

    private void post(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        assertThat(request.exchange()).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void noForeignKeyLeadsFromAnAnswerToALinkOrBack() {
        Set<String> led = new TreeSet<>(jdbc.sql("""
                with recursive led (oid) as (
                  select 'survey_response'::regclass::oid
                  union select k.confrelid::oid from pg_constraint k join led on led.oid = k.conrelid where k.contype = 'f')
                select oid::regclass::text from led""").query(String.class).list());
        assertThat(led).contains("survey_organisation", "survey", "organisation").doesNotContain("survey_invitation", "survey_draft", "participant",
                "mentorship");
        assertThat(jdbc.sql("select count(*) from pg_constraint where contype = 'f' and confrelid = 'survey_response'::regclass").query(Integer.class)
                .single()).isZero();
    }

    /** Everything that both tables have in common, by name or by kind. */
    @Test
    void whatAnAnswerAndALinkShareIsSharedByAllOfThem() {
        Asked asked = sentInKnownOrder();
        List<String> shared = jdbc.sql("""
                select a.attname from pg_attribute a join pg_attribute b on b.attrelid = 'survey_invitation'::regclass and b.attname = a.attname
                 where a.attrelid = 'survey_response'::regclass and not a.attisdropped and a.attname not in ('tableoid', 'id')
                """).query(String.class).list();
        assertThat(shared).contains("organisation_id", "survey_id", "audience", "xmin", "cmin", "ctid");
        for (String column : shared.stream().filter(one -> !one.equals("ctid")).toList()) {
            List<String> inAnswers = texts(asked, "survey_response", column);
            List<String> inLinks = texts(asked, "survey_invitation", column);
            if (inAnswers.stream().anyMatch(inLinks::contains)) {
                assertThat(Set.copyOf(inAnswers)).as("answers are told apart by " + column).hasSize(1);
            }
        }
        assertThat(Set.copyOf(texts(asked, "survey_response", "xmin"))).as("the transaction that wrote them").hasSize(1);
        assertThat(Set.copyOf(texts(asked, "survey_invitation", "xmin"))).hasSize(1);
        assertThat(jdbc.sql("select data_type from information_schema.columns where table_name in ('survey_response', 'survey_invitation')")
                .query(String.class).list()).noneMatch(type -> type.startsWith("timestamp") || type.startsWith("time"));
        assertThat(jdbc.sql("select count(*) from survey_draft d join survey_invitation i on i.organisation_id = d.organisation_id"
                + " and i.id = d.invitation_id where i.survey_id = ?").param(asked.survey()).query(Integer.class).single()).isZero();
    }

    /** Six in a row stand in their order by chance once in 720 times: four times running they never do, unless the order is kept. */
    @Test
    void noOrderOfTheAnswersIsThatOfTheirSending() {
        List<String> known = IntStream.rangeClosed(1, PEOPLE).mapToObj(String::valueOf).toList();
        List<String> ways = List.of("ctid", "id", "xmin::text::bigint, ctid", "answered_on, ctid", "organisation_id, survey_id, audience");
        int[] kept = new int[ways.size()];
        for (int round = 0; round < ROUNDS; round++) {
            Asked asked = sentInKnownOrder();
            for (int way = 0; way < ways.size(); way++) {
                List<String> found = jdbc.sql("select answers ->> '" + Asked.KEY + "' from survey_response where organisation_id = ? and survey_id = ?"
                        + " order by " + ways.get(way)).params(asked.school().id(), asked.survey()).query(String.class).list();
                kept[way] += found.equals(known) ? 1 : 0;
            }
        }
        assertThat(kept).as("rounds in which the order told who answered what").doesNotContain(ROUNDS);
    }

    @Test
    void neitherTheJournalNorNoticesNorSessionsNorFormsKnowOfIt() {
        Asked asked = sentInKnownOrder();
        List<String> tokens = asked.tokens(Audience.MENTEE);

        assertThat(jdbc.sql("select subject from journal_entry where organisation_id = ?").param(asked.school().id()).query(String.class).list())
                .as("lines of the journal since the organisation was entered").containsExactly("ORGANISATION");
        List<String> left = new ArrayList<>();
        for (String column : List.of("journal_entry:changes::text", "notice:address", "notice:words", "submission:location",
                "spring_session_attributes:encode(attribute_bytes, 'escape')")) {
            String[] parts = column.split(":", 2);
            left.addAll(jdbc.sql("select " + parts[1] + " from " + parts[0] + " where " + parts[1] + " is not null").query(String.class).list());
        }
        assertThat(left).noneMatch(text -> tokens.stream().anyMatch(text::contains));
    }

    @Test
    void aLinkKnowsOnlyThatItWasUsed() {
        Asked asked = sentInKnownOrder();
        List<Map<String, Object>> links = jdbc.sql("""
                select used, reminded_on, cancelled_on from survey_invitation where survey_id = ? and audience = 'MENTEE'
                """).param(asked.survey()).query().listOfRows();
        assertThat(Set.copyOf(links.stream().map(Object::toString).toList())).hasSize(1);
    }

    private List<String> texts(Asked asked, String table, String column) {
        return jdbc.sql("select cast(" + column + " as text) from " + table + " where organisation_id = ? and survey_id = ? and audience = 'MENTEE'")
                .params(asked.school().id(), asked.survey()).query(String.class).list();
    }
}
