package ru.smolensk.mentoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** The reviewer's place: the queue, the difference, remarks at rows, the decision – and everything that must not happen there. */
@PortalTest
class DeskPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeskHand deskHand;

    Tenant school;
    Town.Person curatorPerson;
    Town.Person methodistPerson;
    RequestPostProcessor curator;
    RequestPostProcessor methodist;
    RequestPostProcessor other;
    Handing hands;

    @BeforeEach
    void aSchoolAndTwoMethodologists() {
        school = town.school();
        curatorPerson = town.curatorOf(school);
        curator = curatorPerson.signedIn();
        methodistPerson = town.methodologist();
        methodist = methodistPerson.signedIn();
        other = town.methodologist().signedIn();
        hands = new Handing(mvc);
    }

    private long handedIn(String... paragraphs) {
        return Handing.id(hands.handIn(curator, hands.position(curator, paragraphs)));
    }

    private String desk(long edition) {
        return desk(school, edition);
    }

    private static String desk(Tenant organisation, long edition) {
        return "/department/reviews/" + organisation.slug() + "/" + edition;
    }

    private String state(long edition) {
        return jdbc.sql("select state from review_edition where id = ?").param(edition).query(String.class).single();
    }

    private String submission(long edition) {
        return jdbc.sql("select max(id) from review_submission where edition_id = ?").param(edition).query(String.class).single();
    }

    private MvcTestResult act(RequestPostProcessor who, long edition, String verdict, String... typed) {
        List<String> all = new ArrayList<>(List.of("do", verdict, "submission", submission(edition)));
        all.addAll(List.of(typed));
        return hands.post(who, desk(edition) + "?q=" + school.slug(), all.toArray(String[]::new));
    }

    /** The name of the remark's field at a row. */
    private String field(RequestPostProcessor who, long edition, String words) {
        Shown page = hands.page(who, desk(edition) + "?view=whole");
        List<String> rows = page.texts(".handed tbody tr");
        int at = java.util.stream.IntStream.range(0, rows.size()).filter(one -> rows.get(one).contains(words)).findFirst().orElseThrow();
        return page.attributes(".handed tbody tr", "id").get(at).replaceFirst("r-", "remark.");
    }

    // ---- The queue -------------------------------------------------------------------------------------------------------

    @Test
    void theQueueShowsWhatWaitsAndLeadsToIt() {
        long edition = handedIn("Общие положения");
        Shown queue = hands.page(methodist, "/department/reviews?q=" + school.slug());
        assertThat(queue.texts(".queue tbody tr")).hasSize(1).first().asString().contains(school.shortName(), "Положение", "сегодня", "никто");
        assertThat(queue.attributes(".queue tbody a", "href")).containsExactly(desk(edition) + "?q=" + school.slug());
        assertThat(queue.texts(".tabs .tally")).containsExactly("1", "0", "0", "0", "0");
        assertThat(hands.page(methodist, "/department/reviews?q=" + school.slug() + "&subject=ORGANISATION_PROGRAMME").text()).contains("Ничего не нашлось");
        assertThat(hands.page(methodist, "/department/reviews?q=" + school.slug() + "&kind=PRESCHOOL").text()).contains("Ничего не нашлось");
    }

    @Test
    void everyPileIsCountedUnderTheSameFilter() {
        long edition = handedIn("Общие положения");
        String tabs = "/department/reviews?q=" + school.slug() + "&tab=";
        act(methodist, edition, "claim");
        assertThat(hands.page(methodist, tabs + "MINE").texts(".tabs .tally")).containsExactly("1", "1", "0", "0", "0");
        assertThat(hands.page(other, tabs + "MINE").texts(".tabs .tally")).containsExactly("1", "0", "0", "0", "0");
        jdbc.sql("alter table review_submission disable trigger review_submission_stays").update();
        jdbc.sql("update review_submission set submitted_at = now() - interval '15 days' where edition_id = ?").param(edition).update();
        jdbc.sql("alter table review_submission enable trigger review_submission_stays").update();
        Shown overdue = hands.page(methodist, tabs + "OVERDUE");
        assertThat(overdue.texts(".tabs .tally")).containsExactly("1", "1", "1", "0", "0");
        assertThat(overdue.texts(".queue .tag.bad")).containsExactly("15 дней");
        act(methodist, edition, "return", "whole", "Исправьте");
        assertThat(hands.page(methodist, tabs + "RETURNED").texts(".queue tbody tr")).first().asString().contains("без ответа 1");
        String id = hands.page(curator, "/workspace/reviews/" + edition).attributes(".answers input[name$=remark]", "value").get(0);
        hands.post(curator, "/workspace/reviews/" + edition + "/answers", "answers[0].remark", id, "answers[0].answer", "HEEDED");
        hands.post(curator, "/workspace/reviews/" + edition + "/submit");
        act(methodist, edition, "approve");
        assertThat(hands.page(methodist, tabs + "APPROVED").texts(".tabs .tally")).containsExactly("0", "0", "0", "0", "1");
    }

    /** Queue → first → approve, and the next one is open: one click for every further one. */
    @Test
    void whoDecidesLandsOnTheNextInTheQueue() {
        List<Long> editions = new ArrayList<>();
        List<Tenant> schools = new ArrayList<>();
        String word = "очередь" + Town.number();
        for (int at = 0; at < 3; at++) {
            Tenant one = town.school();
            jdbc.sql("update organisation set full_name = ? where id = ?").params("Школа " + word + " " + at, one.id()).update();
            RequestPostProcessor its = town.curatorOf(one).signedIn();
            editions.add(Handing.id(hands.handIn(its, hands.position(its, "Положение " + at))));
            schools.add(one);
        }
        String filter = "?q=" + java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8);
        Shown queue = hands.page(methodist, "/department/reviews" + filter);
        assertThat(queue.texts(".queue tbody tr")).hasSize(3);
        Shown first = hands.page(methodist, queue.attributes(".queue tbody a", "href").get(0));
        assertThat(first.text()).contains("1 из 3");
        assertThat(first.attributes("a[data-key]", "href")).containsExactly(desk(schools.get(1), editions.get(1)) + filter);

        String second = decide(schools.get(0), editions.get(0), filter);
        assertThat(second).isEqualTo(desk(schools.get(1), editions.get(1)) + filter);
        String third = decide(schools.get(1), editions.get(1), filter);
        assertThat(third).isEqualTo(desk(schools.get(2), editions.get(2)) + filter);
        assertThat(decide(schools.get(2), editions.get(2), filter)).as("nothing is left").isEqualTo("/department/reviews" + filter);
    }

    private String decide(Tenant one, long edition, String filter) {
        MvcTestResult answer = hands.post(methodist, desk(one, edition) + filter, "do", "approve", "submission", submission(edition));
        assertThat(answer.getMvcResult().getFlashMap().get("done").toString()).startsWith("Одобрено: " + one.shortName());
        return answer.getResponse().getRedirectedUrl();
    }

    /** What a colleague reads is nobody else's next. */
    @Test
    void theNextOneIsNotWhatAnotherReads() {
        long edition = handedIn("Первое");
        act(other, edition, "claim");
        Tenant second = town.school();
        RequestPostProcessor its = town.curatorOf(second).signedIn();
        long next = Handing.id(hands.handIn(its, hands.position(its, "Второе")));
        jdbc.sql("update organisation set full_name = full_name || ' ' || ? where id = ?").params(school.slug(), second.id()).update();
        assertThat(hands.page(methodist, desk(second, next) + "?q=" + school.slug()).attributes("a[data-key]", "href")).isEmpty();
        assertThat(hands.page(methodist, "/department/reviews?q=" + school.slug()).texts(".queue tbody tr")).hasSize(2);
    }

    // ---- The difference ---------------------------------------------------------------------------------------------------

    @Test
    void theReviewerSeesExactlyWhatChangedAndTheAnswersBesideIt() {
        String document = hands.position(curator, "Общие положения", "Один наставник ведёт не больше трёх", "Виды наставничества", "Заключение");
        long edition = Handing.id(hands.handIn(curator, document));
        act(methodist, edition, "return", field(methodist, edition, "не больше трёх"), "Почему трёх?", field(methodist, edition, "Виды"), "Лишнее", "words",
                "В целом хорошо");
        List<String> ids = hands.page(curator, "/workspace/reviews/" + edition).attributes(".answers input[name$=remark]", "value");
        hands.post(curator, "/workspace/reviews/" + edition + "/answers", "answers[0].remark", ids.get(0), "answers[0].answer", "HEEDED", "answers[0].words",
                "теперь пять", "answers[1].remark", ids.get(1), "answers[1].answer", "HEEDED");
        hands.rewrite(curator, document, "Общие положения", "Один наставник ведёт не больше пяти", "Заключение", "Приложение с формами");
        hands.post(curator, "/workspace/reviews/" + edition + "/submit");

        Shown page = hands.page(methodist, desk(edition));
        assertThat(page.texts(".tabs [aria-current]")).containsExactly("Что изменилось 3");
        assertThat(page.texts(".handed tr.changed .preline")).first().asString().contains("было: трёх", "стало: пяти");
        assertThat(page.texts(".handed tr.changed .remark")).first().asString().contains("Почему трёх?", "учтено", "теперь пять");
        assertThat(page.texts(".handed tr.removed")).as("a row that is gone keeps its remark").hasSize(1).first().asString()
                .contains("Виды наставничества", "Лишнее");
        assertThat(page.texts(".handed tr.added")).hasSize(1).first().asString().contains("Приложение с формами");
        assertThat(page.texts(".handed tr.gap")).contains("5 строк без изменений");
        assertThat(page.text()).doesNotContain("Заключение");

        Shown whole = hands.page(methodist, desk(edition) + "?view=whole");
        assertThat(whole.text()).contains("Заключение", "Один наставник ведёт не больше пяти");
        assertThat(hands.page(methodist, desk(edition) + "?submission=1").text()).contains("возвращено с замечаниями", "Почему трёх?", "В целом хорошо");
        assertThat(hands.get(methodist, desk(edition) + "?submission=7")).hasStatus(HttpStatus.NOT_FOUND);
    }

    /** «Учтено» beside rows that are as they were: the reviewer is told. */
    @Test
    void whenNothingChangedThePageSaysSoBesideTheAnsweredRemarks() {
        long edition = handedIn("Общие положения", "Заключение");
        MvcTestResult saved = act(methodist, edition, "save", field(methodist, edition, "Заключение"), "Допишите");
        assertThat(saved.getMvcResult().getFlashMap().get("done").toString()).isEqualTo("Замечания сохранены. Организация увидит их, когда вы вернёте редакцию");
        act(methodist, edition, "return", field(methodist, edition, "Заключение"), "Допишите");
        String id = hands.page(curator, "/workspace/reviews/" + edition).attributes(".answers input[name$=remark]", "value").get(0);
        hands.post(curator, "/workspace/reviews/" + edition + "/answers", "answers[0].remark", id, "answers[0].answer", "HEEDED");
        hands.post(curator, "/workspace/reviews/" + edition + "/submit");

        Shown page = hands.page(methodist, desk(edition));
        assertThat(page.texts(".tabs [aria-current]")).containsExactly("Что изменилось 0");
        assertThat(page.texts(".notice")).contains("Ни одна строка не изменилась. Ниже – только те, к которым были замечания.");
        assertThat(page.texts(".handed tbody tr:not(.gap)")).first().asString().contains("Заключение");
    }

    @Test
    void aRemarkMayBeWrittenToARowThatIsGone() {
        String document = hands.position(curator, "Остаётся", "Исчезнет");
        long edition = Handing.id(hands.handIn(curator, document));
        String gone = field(methodist, edition, "Исчезнет");
        act(methodist, edition, "return", "whole", "Ещё раз");
        String id = hands.page(curator, "/workspace/reviews/" + edition).attributes(".answers input[name$=remark]", "value").get(0);
        hands.post(curator, "/workspace/reviews/" + edition + "/answers", "answers[0].remark", id, "answers[0].answer", "HEEDED");
        hands.rewrite(curator, document, "Остаётся");
        hands.post(curator, "/workspace/reviews/" + edition + "/submit");

        assertThat(act(methodist, edition, "return", gone, "Зачем убрали?")).hasStatus(HttpStatus.FOUND);
        assertThat(hands.page(curator, "/workspace/reviews/" + edition).text()).contains("Зачем убрали?", "Исчезнет");
        assertThat(act(methodist, edition, "save", "remark.no-such-row", "Что это?")).hasStatus(HttpStatus.CONFLICT);
    }

    // ---- Remarks and decisions --------------------------------------------------------------------------------------------

    @Test
    void remarksAreSavedWithWhateverButtonAndStruckByEmptyingTheirField() {
        long edition = handedIn("Общие положения");
        String row = field(methodist, edition, "Общие положения");
        assertThat(act(methodist, edition, "save", row, "Короче «14-а» 🎓", "whole", "В целом")).hasRedirectedUrl(desk(edition) + "?q=" + school.slug());
        Shown page = hands.page(methodist, desk(edition));
        assertThat(page.value(row)).isEqualTo("Короче «14-а» 🎓");
        assertThat(page.value("whole")).isEqualTo("В целом");
        assertThat(page.text()).contains("у вас в работе");

        act(methodist, edition, "save", row, "", "whole", "Совсем в целом");
        assertThat(hands.page(methodist, desk(edition)).value(row)).isEmpty();
        act(methodist, edition, "release", row, "Вернулось");
        assertThat(hands.page(other, desk(edition)).value(row)).isEqualTo("Вернулось");
    }

    @Test
    void aReturnWithoutARemarkAndAnApprovalWithOneAreRefusedAndNothingTypedIsLost() {
        long edition = handedIn("Общие положения");
        MvcTestResult silent = act(methodist, edition, "return", "words", "просто так");
        assertThat(silent).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(silent).errors()).contains("хотя бы одно замечание");
        assertThat(Shown.in(silent).value("words")).isEqualTo("просто так");

        String row = field(methodist, edition, "Общие положения");
        MvcTestResult contradicting = act(methodist, edition, "approve", row, "Но исправьте");
        assertThat(contradicting).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(contradicting).errors()).contains("записаны замечания", "Верните её с ними или сотрите");
        assertThat(Shown.in(contradicting).value(row)).isEqualTo("Но исправьте");
        assertThat(state(edition)).isEqualTo("SUBMITTED");
        assertThat(act(methodist, edition, "approve", row, "")).hasStatus(HttpStatus.FOUND);
        assertThat(state(edition)).isEqualTo("APPROVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"save", "return", "approve", "claim"})
    void whatIsTooLongIsRefusedAtItsFieldAndKept(String verdict) {
        long edition = handedIn("Общие положения");
        String row = field(methodist, edition, "Общие положения");
        String id = row.replace("remark.", "remarks");
        String text = "я".repeat(10_000);
        MvcTestResult refused = act(methodist, edition, verdict, row, text, "whole", text, "words", text);
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown page = Shown.in(refused);
        assertThat(page.attributes("#errors a", "href")).containsExactlyInAnyOrder("#whole", "#" + id, "#words");
        for (String field : List.of("whole", id, "words")) {
            assertThat(page.error(field)).as(field).contains("не длиннее");
        }
        assertThat(page.value(row)).hasSize(10_000);
        assertThat(page.title()).startsWith("Ошибка:");
        assertThat(state(edition)).isEqualTo("SUBMITTED");
    }

    @Test
    void whatNoFormSendsIsABadRequest() {
        long edition = handedIn("Общие положения");
        assertThat(hands.post(methodist, desk(edition), "do", "destroy")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(hands.post(methodist, desk(edition))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(hands.post(methodist, desk(edition), "do", "approve", "submission", "x")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(act(methodist, edition, "save", "remark.<b>", "x")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(hands.post(methodist, desk(edition), "do", "approve")).as("nobody has read it").hasStatus(HttpStatus.CONFLICT);
        assertThat(hands.get(methodist, "/department/reviews?tab=NONSENSE")).as("no such tab is the usual one").hasStatusOk();
        assertThat(state(edition)).isEqualTo("SUBMITTED");
    }

    @Test
    void anEditionIsOfItsOrganisationAlone() {
        long edition = handedIn("Общие положения");
        Tenant another = town.school();
        assertThat(hands.get(methodist, desk(another, edition))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.post(methodist, desk(another, edition), "do", "approve", "submission", submission(edition))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get(methodist, "/department/reviews/nowhere/" + edition)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void nobodyButAMethodologistDecidesWhateverTheySend() {
        long edition = handedIn("Общие положения");
        for (RequestPostProcessor forger : List.of(curator, town.curatorOf(town.school()).signedIn(), town.observer().signedIn(),
                town.administrator().signedIn())) {
            for (String verdict : List.of("approve", "return", "save", "claim", "release")) {
                assertThat(act(forger, edition, verdict, "whole", "Замечание")).hasStatus(HttpStatus.FORBIDDEN);
            }
        }
        assertThat(state(edition)).isEqualTo("SUBMITTED");
        assertThat(hands.post(methodist, "/workspace/reviews/" + edition + "/submit")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.post(methodist, "/workspace/reviews/" + edition + "/withdraw")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void theObserverReadsEverythingAndHasNoButton() {
        long edition = handedIn("Общие положения");
        RequestPostProcessor observer = town.observer().signedIn();
        Shown page = hands.page(observer, desk(edition));
        assertThat(page.text()).contains("Общие положения");
        assertThat(page.texts("main button")).isEmpty();
        assertThat(page.attributes("main textarea", "name")).isEmpty();
        assertThat(hands.page(observer, "/department/reviews").texts(".tabs a")).noneMatch(tab -> tab.startsWith("У меня"));
        String file = page.attributes(".papers-of a", "href").get(0);
        assertThat(hands.get(observer, file)).hasStatusOk();
    }

    /** An account may become another's role; the person stays the same. */
    @Test
    void nobodyDecidesWhatTheyHaveSubmittedThemselves() {
        long edition = handedIn("Общие положения");
        jdbc.sql("update account set role = 'METHODOLOGIST' where id = ?").param(curatorPerson.accountId()).update();
        RequestPostProcessor promoted = curatorPerson.signedIn();
        MvcTestResult refused = act(promoted, edition, "approve");
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(refused).errors()).contains("подали вы сами", "Попросите другого методиста");
        assertThat(Shown.in(act(promoted, edition, "return", "whole", "Сама себе")).errors()).contains("подали вы сами");
        assertThat(state(edition)).isEqualTo("SUBMITTED");
    }

    // ---- At the same moment -----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"approve, return", "return, approve", "approve, approve", "return, return", "approve, save", "return, claim"})
    void whoComesSecondIsToldWhoDecidedWhat(String first, String second) {
        long edition = handedIn("Общие положения");
        String row = field(methodist, edition, "Общие положения");
        // Nobody claims: both have the page open.
        act(methodist, edition, first, "whole", first.equals("return") ? "Исправьте" : "");
        MvcTestResult late = act(other, edition, second, row, second.equals("approve") ? "" : "Моё замечание");

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        Shown page = Shown.in(late);
        String name = jdbc.sql("select display_name from account where id = ?").param(methodistPerson.accountId()).query(String.class).single();
        assertThat(page.errors()).contains("Не получилось", "Решение уже есть", first.equals("approve") ? "одобрено" : "возвращено", name, "ничего не изменилось");
        if (!second.equals("approve")) {
            assertThat(page.text()).contains("Что вы написали", "Моё замечание");
        }
        assertThat(state(edition)).isEqualTo(first.equals("approve") ? "APPROVED" : "RETURNED");
    }

    @Test
    void ofTwoWhoDecideInTheSameInstantOneWins() throws Exception {
        for (int round = 0; round < 4; round++) {
            Tenant one = town.school();
            RequestPostProcessor its = town.curatorOf(one).signedIn();
            long edition = Handing.id(hands.handIn(its, hands.position(its, "Общие положения")));
            String submission = submission(edition);
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                List<Future<Integer>> answers = new ArrayList<>();
                for (Map.Entry<RequestPostProcessor, String> who : List.of(Map.entry(methodist, "approve"), Map.entry(other, "return"))) {
                    Callable<Integer> decides = () -> {
                        start.await();
                        return hands.post(who.getKey(), desk(one, edition), "do", who.getValue(), "submission", submission,
                                "whole", who.getValue().equals("return") ? "Исправьте" : "").getResponse().getStatus();
                    };
                    answers.add(two.submit(decides));
                }
                List<Integer> statuses = List.of(answers.get(0).get(), answers.get(1).get());
                assertThat(statuses).containsExactlyInAnyOrder(302, 409);
                assertThat(state(edition)).isEqualTo(statuses.get(0) == 302 ? "APPROVED" : "RETURNED");
                assertThat(jdbc.sql("select outcome from review_submission where edition_id = ?").param(edition).query(String.class).list())
                        .containsExactly(state(edition));
            } finally {
                two.shutdownNow();
            }
        }
    }

    @Test
    void whoReadsWhatWasTakenBackMeanwhileIsTold() {
        String document = hands.position(curator, "Общие положения");
        long edition = Handing.id(hands.handIn(curator, document));
        String read = submission(edition);
        hands.post(curator, "/workspace/reviews/" + edition + "/withdraw");
        MvcTestResult late = act(methodist, edition, "approve");
        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(late).errors()).contains("Организация отозвала");

        hands.rewrite(curator, document, "Совсем другое");
        hands.post(curator, "/workspace/reviews/" + edition + "/submit");
        MvcTestResult unread = hands.post(methodist, desk(edition), "do", "approve", "submission", read);
        assertThat(unread).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(unread).errors()).contains("отозвала эту редакцию и подала снова", "Прочитайте, что изменилось");
        assertThat(state(edition)).isEqualTo("SUBMITTED");
        assertThat(Shown.in(hands.post(curator, "/workspace/reviews/" + edition + "/submit")).errors()).contains("ждёт решения");
    }

    @Test
    void whatAnotherReadsIsTakenOverFirst() {
        long edition = handedIn("Общие положения");
        act(other, edition, "claim");
        Shown page = hands.page(methodist, desk(edition));
        assertThat(page.text()).contains("Читает", "Взять себе");
        assertThat(page.attributes("main textarea", "name")).isEmpty();
        MvcTestResult refused = act(methodist, edition, "approve");
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(refused).errors()).contains("взял в работу другой методист");
        assertThat(act(methodist, edition, "release")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        assertThat(hands.post(methodist, desk(edition), "do", "claim")).hasStatus(HttpStatus.FOUND);
        assertThat(act(methodist, edition, "approve")).hasStatus(HttpStatus.FOUND);
    }

    // ---- Every move from every state, from both sides ---------------------------------------------------------------------

    static Stream<Arguments> everyMoveFromEveryState() {
        Map<String, List<String>> allowed = Map.of("RETURNED", List.of("answers", "submit"), "WITHDRAWN", List.of("submit", "answers"),
                "SUBMITTED", List.of("withdraw", "claim", "release", "save", "return", "approve"), "APPROVED", List.of(), "SUPERSEDED", List.of());
        return allowed.keySet().stream().flatMap(state -> Stream.of("submit", "withdraw", "answers", "claim", "save", "return", "approve", "release")
                .filter(move -> !allowed.get(state).contains(move)).map(move -> Arguments.of(state, move)));
    }

    @ParameterizedTest(name = "{1} when {0}")
    @MethodSource("everyMoveFromEveryState")
    void aMoveThatTheStateDoesNotAllowIsRefusedAndChangesNothing(String state, String move) {
        long edition = handedIn("Общие положения");
        String address = "/workspace/reviews/" + edition;
        switch (state) {
            case "RETURNED" -> deskHand.returns(school, edition, "", "Исправьте");
            case "WITHDRAWN" -> hands.post(curator, address + "/withdraw");
            case "APPROVED" -> deskHand.approves(school, edition);
            case "SUPERSEDED" -> {
                deskHand.approves(school, edition);
                long next = handedIn("Следующая");
                deskHand.approves(school, next);
            }
            default -> { }
        }
        assertThat(state(edition)).isEqualTo(state);
        MvcTestResult answer = List.of("submit", "withdraw", "answers").contains(move) ? hands.post(curator, address + "/" + move)
                : act(methodist, edition, move, "whole", move.equals("approve") ? "" : "Замечание");
        assertThat(answer.getResponse().getStatus()).isIn(409, 422);
        assertThat(Shown.in(answer).errors()).isNotBlank();
        assertThat(state(edition)).isEqualTo(state);
    }

    @Test
    void thePagesCostFewStatementsHoweverLongTheQueue() {
        long edition = handedIn("Общие положения", "Второй абзац");
        assertThat(Statements.of(hands.get(methodist, "/department/reviews").getResponse())).isLessThanOrEqualTo(6);
        assertThat(Statements.of(hands.get(methodist, desk(edition)).getResponse())).isLessThanOrEqualTo(12);
        act(methodist, edition, "return", "whole", "Исправьте");
        String id = hands.page(curator, "/workspace/reviews/" + edition).attributes(".answers input[name$=remark]", "value").get(0);
        hands.post(curator, "/workspace/reviews/" + edition + "/answers", "answers[0].remark", id, "answers[0].answer", "HEEDED");
        hands.post(curator, "/workspace/reviews/" + edition + "/submit");
        assertThat(Statements.of(hands.get(methodist, desk(edition)).getResponse())).as("with the difference").isLessThanOrEqualTo(12);
    }
}
