package ru.smolensk.mentoring.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** What a respondent can do by a link, and what nobody can. */
@PortalTest
class RespondentPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    @Autowired
    Surveys surveys;

    @Autowired
    Links links;

    @LocalServerPort
    int port;

    Asked asked;
    String token;

    @BeforeEach
    void aLink() {
        asked = Asked.openFor(3, town.school(), jdbc, clock.today());
        token = asked.tokens(Audience.MENTEE).get(0);
    }

    @Test
    void aLinkSaysWhatIsAnonymousBeforeAnythingIsAsked() {
        MvcTestResult answer = get(token);
        assertThat(answer).hasStatusOk();
        assertThat(Shown.in(answer).text()).contains("анонимны", "увидит каждый, у кого есть эта ссылка, куратор тоже", "26 вопросов", "Начать");
        assertThat(answer.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void aPageThatStoodOpenForDaysStillSavesAndNoSessionIsEverMade() {
        int sessions = sessions();
        HttpResponse<String> opened = new Client(port).get("/survey/" + token);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).doesNotContain("_csrf");
        // Each step from a browser that knows nothing of the others: no cookies, no session, nothing but the address.
        HttpResponse<String> begun = new Client(port).postWith(null, "/survey/" + token, "go", "begin");
        assertThat(Client.target(begun)).isEqualTo(at("?step=1"));
        HttpResponse<String> step = new Client(port).get(at("?step=3"));
        HttpResponse<String> saved = new Client(port).postWith(null, "/survey/" + token, "step", "3", "go", "next", "q43", "9");
        assertThat(Client.target(saved)).isEqualTo(at("?step=4"));
        assertThat(draft()).contains("\"43\": 9");
        HttpResponse<String> sent = new Client(port).postWith(null, "/survey/" + token + "/send");
        assertThat(Client.target(sent)).isEqualTo("/survey/thanks");
        HttpResponse<String> thanks = new Client(port).get("/survey/thanks");
        HttpResponse<String> again = new Client(port).get("/survey/" + token);
        assertThat(List.of(opened, begun, step, saved, sent, thanks, again)).allMatch(one -> one.headers().firstValue("Set-Cookie").isEmpty());
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(responses()).isEqualTo(1);
        assertThat(sessions()).isEqualTo(sessions);
    }

    /** A link that a letter has spoilt: most of these the server itself, or the firewall, takes for an attack. */
    @ParameterizedTest
    @ValueSource(strings = {"%00", "x%00", "%", "%zz", "a%2Fb", "a%2fsend", "..%2f", "%5C", "a;b", "a;jsessionid=1", "/x", "a/b/c", "a/send/x", "",
        "%FF", "%0A", "%3Cb%3E", "%22", "%25", "."})
    void anOddLinkOpensNothingLikeEveryOther(String odd) throws IOException {
        String usual = raw("GET", "/survey/" + "x".repeat(43));
        assertThat(usual).startsWith("HTTP/1.1 404").contains("Эта ссылка ничего не открывает", "Referrer-Policy: no-referrer", "no-store");
        for (String method : List.of("GET", "POST")) {
            for (String dead : List.of("/survey/" + odd, "/survey/" + token + odd)) {
                if (!dead.equals("/survey/" + token)) {
                    assertThat(raw(method, dead)).as(method + " " + dead).isEqualTo(usual);
                }
            }
        }
    }

    @Test
    void aStraySpaceAfterALinkDoesNoHarm() throws IOException {
        for (String stray : List.of("%20", "%C2%A0", "%E2%80%8B")) {
            assertThat(raw("GET", "/survey/" + token + stray)).as(stray).startsWith("HTTP/1.1 200").contains("Начать");
            assertThat(raw("GET", "/survey/" + stray)).as(stray).startsWith("HTTP/1.1 404").contains("Эта ссылка ничего не открывает");
        }
    }

    /** The answer without what differs from one moment to another, and without what only marks which version of a stylesheet is asked for. */
    private String raw(String method, String address) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^(Date|X-Statements|X-XSS-Protection|Content-Length|Transfer-Encoding): .*\\R", "")
                    .replaceAll("-[0-9a-f]{32}(?=\\.)", "").replaceAll("(?m)^[0-9a-f]+\r\n", "").strip();
        }
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Integer.class).single();
    }

    @Test
    void answersAreSavedByEachStepAndGoneOnWithLater() {
        begin();
        assertThat(post(token, "step", "1", "go", "next", "q32", "yes", "q33", "В институте", "q34", "8")).hasRedirectedUrl(at("?step=2"));
        assertThat(post(token, "step", "3", "go", "later", "q43", "9")).hasRedirectedUrl(at("?later=yes"));
        assertThat(Shown.in(mvc.get().uri("/survey/" + token + "?later=yes").exchange()).text()).contains("Ответы сохранены");

        Shown later = Shown.in(get(token));
        assertThat(later.title()).startsWith("Анкета, шаг 3 из 5");
        Shown back = Shown.in(mvc.get().uri(at("?step=1")).exchange());
        assertThat(back.value("q32")).isEqualTo("yes");
        assertThat(back.value("q33")).isEqualTo("В институте");
        assertThat(back.value("q34")).isEqualTo("8");
        assertThat(post(token, "step", "1", "go", "stay", "q34", "8", "q33", "", "without", "34")).hasRedirectedUrl(at("?step=1"));
        assertThat(draft()).contains("\"32\": true").doesNotContain("\"34\"", "\"33\"");
    }

    @Test
    void aScriptMaySaveWithoutLeavingThePage() {
        begin();
        assertThat(post(token, "step", "3", "go", "save", "q43", "4")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(draft()).contains("\"43\": 4");
    }

    @Test
    void theKeyQuestionIsNeededTheOthersMayBeLeftOut() {
        begin();
        assertThat(send(token)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        MvcTestResult overview = mvc.get().uri(at("?step=6")).exchange();
        assertThat(Shown.in(overview).errors()).contains("Без этого отправить нельзя", "Насколько Вы довольны вашей совместной работой?");
        post(token, "step", "3", "go", "next", "q43", "9");
        assertThat(send(token)).hasRedirectedUrl("/survey/thanks");
        assertThat(responses()).isEqualTo(1);
        assertThat(Shown.in(mvc.get().uri("/survey/thanks").exchange()).text()).contains("Спасибо");
    }

    @Test
    void whatOpensNothingAnswersTheSameWhateverTheReason() throws Exception {
        List<String> tokens = asked.tokens(Audience.MENTEE);
        answered(tokens.get(0));
        links.cancel(asked.school(), asked.survey(), asked.invitations(Audience.MENTEE).get(1));
        Asked early = Asked.openFor(1, town.school(), jdbc, clock.today());
        jdbc.sql("update survey set opens_on = opens_on + 1 where id = ?").param(early.survey()).update();
        Asked over = Asked.openFor(1, town.school(), jdbc, clock.today());
        over.was(clock.today().minusDays(20), clock.today().minusDays(10));
        Asked annulled = Asked.openFor(1, town.school(), jdbc, clock.today());
        surveys.annul(annulled.survey(), "ошибка");
        Asked onPaper = Asked.openFor(1, town.school(), jdbc, clock.today());
        jdbc.sql("""
                insert into survey_tally (organisation_id, survey_id, audience, asked, answered, satisfied, counted_on, protocol_file_id)
                values (?, ?, 'MENTEE', 5, 4, 3, '2026-09-01', ?)""").params(onPaper.school().id(), onPaper.survey(), onPaper.file()).update();

        String forged = body("x".repeat(43));
        assertThat(forged).contains("Эта ссылка ничего не открывает");
        for (String dead : List.of(tokens.get(0), tokens.get(1), tokens.get(2).substring(0, 40), tokens.get(2) + "x", "a", "' or true --",
                first(early), first(over), first(annulled), first(onPaper))) {
            assertThat(body(dead)).as(dead).isEqualTo(forged);
            MvcTestResult posted = post(dead, "go", "begin");
            assertThat(posted).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(posted.getResponse().getContentAsString()).isEqualTo(forged);
            assertThat(send(dead)).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    private static String first(Asked some) {
        return some.tokens(Audience.MENTEE).get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "семь", "7.5", "999999999999"})
    void anAnswerOffTheScaleIsRefusedAndNothingIsSavedOfIt(String point) {
        begin();
        MvcTestResult answer = post(token, "step", "3", "go", "next", "q43", point, "q42", "8");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).errors()).contains("Выберите балл от 1 до 10");
        assertThat(Shown.in(answer).title()).startsWith("Ошибка: ");
        assertThat(draft()).contains("\"42\": 8").doesNotContain("\"43\"");
    }

    @Test
    void anAnswerToAnotherVersionIsNoAnswer() {
        begin();
        assertThat(post(token, "step", "3", "go", "next", "q43", "7", "q68", "7")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(draft()).isEqualTo("{}");
    }

    @Test
    void aHundredThousandLettersAreRefusedAtTheFieldAndNotLost() {
        begin();
        String words = "я".repeat(100_000);
        MvcTestResult answer = post(token, "step", "1", "go", "next", "q33", words, "q34", "5");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).error("q33")).contains("Ответ слишком длинный: 100 000 знаков, а можно 5000");
        assertThat(Shown.in(answer).value("q33")).isEqualTo(words);
        assertThat(draft()).contains("\"34\": 5");
        assertThat(post(token, "step", "1", "go", "next", "q33", "😀\"'<b>\u0000 \\")).hasStatus(HttpStatus.FOUND);
        assertThat(Shown.in(mvc.get().uri(at("?step=1")).exchange()).value("q33")).isEqualTo("😀\"'<b> \\");
    }

    @Test
    void whatWasBegunBeforeTheSurveyClosedIsAcceptedThatDayAndNothingElse() {
        begin();
        post(token, "step", "3", "go", "next", "q43", "9");
        surveys.close(asked.survey());
        assertThat(get(asked.tokens(Audience.MENTEE).get(1))).as("who comes now comes too late").hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(token, "step", "3", "go", "next", "q45", "8")).hasStatus(HttpStatus.FOUND);
        assertThat(send(token)).hasRedirectedUrl("/survey/thanks");
        assertThat(responses()).isEqualTo(1);
    }

    @Test
    void theDayAfterNothingIsAccepted() {
        begin();
        post(token, "step", "3", "go", "next", "q43", "9");
        asked.was(clock.today().minusDays(20), clock.today().minusDays(2));
        assertThat(send(token)).hasStatus(HttpStatus.NOT_FOUND);
        surveys.keepUp();
        assertThat(jdbc.sql("select count(*) from survey_draft d join survey_invitation i on i.id = d.invitation_id where i.survey_id = ?")
                .param(asked.survey()).query(Integer.class).single()).as("what was never sent is forgotten").isZero();
    }

    @Test
    void eightTabsThatSendAtOnceSendOnce() throws Exception {
        begin();
        post(token, "step", "3", "go", "next", "q43", "9");
        Callable<Integer> tab = () -> send(token).getResponse().getStatus();
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Integer> met = pool.invokeAll(java.util.Collections.nCopies(8, tab)).stream().map(one -> {
                try {
                    return one.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
            assertThat(met).containsOnly(302, 404);
            assertThat(met.stream().filter(status -> status == 302)).hasSize(1);
        } finally {
            pool.shutdown();
        }
        assertThat(responses()).isEqualTo(1);
    }

    @Test
    void aSecondClickOnTheButtonIsThankedToo() {
        begin();
        post(token, "step", "3", "go", "next", "q43", "9");
        String once = java.util.UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            assertThat(mvc.post().uri("/survey/" + token + "/send").param("_once", once)).hasRedirectedUrl("/survey/thanks");
        }
        assertThat(responses()).isEqualTo(1);
    }

    @Test
    void whoIsMentorAndMenteeHasTwoQuestionnaires() {
        assertThat(Shown.in(get(asked.tokens(Audience.MENTOR).get(0))).text()).contains("Анкета наставника", "24 вопроса");
    }

    private void begin() {
        assertThat(post(token, "go", "begin")).hasRedirectedUrl(at("?step=1"));
    }

    private void answered(String one) {
        assertThat(asked.answer(one, "{\"43\": 8}")).isTrue();
    }

    private String at(String rest) {
        return "/survey/" + token + rest;
    }

    private String draft() {
        return jdbc.sql("select d.answers::text from survey_draft d join survey_invitation i on i.id = d.invitation_id where i.token = ?").param(token)
                .query(String.class).single();
    }

    private int responses() {
        return jdbc.sql("select count(*) from survey_response where survey_id = ?").param(asked.survey()).query(Integer.class).single();
    }

    private String body(String any) throws UnsupportedEncodingException {
        MvcTestResult answer = get(any);
        assertThat(answer).as(any).hasStatus(HttpStatus.NOT_FOUND);
        return answer.getResponse().getContentAsString();
    }

    private MvcTestResult get(String any) {
        return mvc.get().uri("/survey/{token}", any).exchange();
    }

    private MvcTestResult send(String any) {
        return mvc.post().uri("/survey/{token}/send", any).exchange();
    }

    private MvcTestResult post(String any, String... fields) {
        var request = mvc.post().uri("/survey/{token}", any);
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }
}
