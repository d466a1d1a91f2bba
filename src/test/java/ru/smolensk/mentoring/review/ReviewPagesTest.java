package ru.smolensk.mentoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** «Рассмотрение» as a curator meets it: a position handed in, taken back, corrected, answered. */
@PortalTest
class ReviewPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeskHand desk;

    Tenant school;
    RequestPostProcessor curator;
    Handing hands;

    @BeforeEach
    void aSchoolWithACurator() {
        school = town.school();
        curator = town.curatorOf(school).signedIn();
        hands = new Handing(mvc);
    }

    @Test
    void theListSaysWhatIsReviewedAndWhereToBegin() {
        Shown list = hands.page(curator, "/workspace/reviews");
        assertThat(list.texts("section.reviewed h2")).startsWith("Положение о системе наставничества", "Программа наставничества организации");
        assertThat(list.attributes("section.reviewed a.button", "href")).contains("/workspace/documents/new?kind=REGULATION");

        String document = hands.position(curator, "Общие положения");
        assertThat(hands.page(curator, "/workspace/reviews").attributes("section.reviewed a.button", "href")).contains(document);
    }

    @Test
    void aDocumentIsHandedInWithTheWordsOfItsFile() {
        String document = hands.position(curator, "Общие положения", "Наставник – опытный педагог школы");
        assertThat(hands.page(curator, document).texts("form button")).contains("Отправить на экспертизу");

        String edition = hands.handIn(curator, document);
        Shown page = hands.page(curator, edition);
        assertThat(page.text()).contains("ждёт решения", "Наставник – опытный педагог школы");
        assertThat(page.texts(".handed tbody th .row-name")).containsExactly("Название", "Номер и дата", "Файл", "Увидят все", "1", "2");
        assertThat(page.texts(".history li b")).containsExactly("Подано на рассмотрение", "Внесено");
        assertThat(hands.page(curator, "/workspace/reviews").text()).contains("ждёт решения");
        assertThat(hands.page(curator, "/workspace/documents").text()).contains("ждёт решения");
    }

    @Test
    void whatIsBeingReadIsNotChangedUntilItIsTakenBack() {
        String document = hands.position(curator, "Общие положения");
        String edition = hands.handIn(curator, document);

        MvcTestResult refused = hands.rewrite(curator, document, "Другие положения");
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(refused).errors()).contains("читает методический отдел", "отзовите");
        assertThat(Shown.in(hands.post(curator, document + "/annul", "reason", "ошибка")).errors()).contains("Сначала отзовите");

        assertThat(hands.post(curator, edition + "/withdraw")).hasRedirectedUrl(edition);
        assertThat(hands.page(curator, edition).text()).contains("отозвано");
        assertThat(hands.rewrite(curator, document, "Другие положения")).hasRedirectedUrl(document);
        assertThat(hands.post(curator, edition + "/submit")).hasRedirectedUrl(edition);
        assertThat(hands.page(curator, edition).text()).contains("Другие положения").doesNotContain("Общие положения");
    }

    /** Whoever withdraws the consent to distribution must not wait for a methodologist. */
    @Test
    void whatThePublicSeesOfALockedDocumentMayBeNarrowedAtOnce() {
        String document = hands.position(curator, "Общие положения");
        hands.handIn(curator, document);
        Shown form = hands.page(curator, document + "/edit");

        assertThat(hands.post(curator, document + "/edit", "version", form.value("version"), "kind", "REGULATION", "title", form.value("title"),
                "datedOn", form.value("datedOn"), "file.kept", form.value("file.kept"), "publicFile.kept", "", "disclosure", "WITHHELD"))
                .hasRedirectedUrl(document);
        assertThat(hands.page(curator, document).text()).contains("Показать только номер и дату");
    }

    @Test
    void aSecondDocumentOfTheSameKindIsNotHandedInBesideTheFirst() {
        hands.handIn(curator, hands.position(curator, "Первое"));
        String second = hands.position(curator, "Второе");
        MvcTestResult refused = hands.post(curator, second + "/review");
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(refused).errors()).contains("На рассмотрении уже «Положение о наставничестве»", "аннулируйте");
    }

    @Test
    void theDocumentOfAnOpenEditionMayBeReplacedByANewOne() {
        String first = hands.position(curator, "Первое");
        String edition = hands.handIn(curator, first);
        hands.post(curator, edition + "/withdraw");
        assertThat(hands.post(curator, first + "/annul", "reason", "не тот файл")).hasStatus(HttpStatus.FOUND);
        MvcTestResult refused = hands.post(curator, edition + "/submit");
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(refused).errors()).contains("Документ этой редакции аннулирован");

        assertThat(hands.handIn(curator, hands.position(curator, "Второе"))).isEqualTo(edition);
    }

    @Test
    void onlyPositionsAndProgrammesAreReviewed() {
        Object other = jdbc.sql("""
                insert into local_act (organisation_id, kind, dated_on, title, link, disclosure)
                values (?, 'OTHER', '2026-09-01', 'Прочее', 'https://school.example', 'NO_NAMES') returning id""").param(school.id()).query().singleValue();
        String address = "/workspace/documents/" + other;
        assertThat(hands.page(curator, address).texts("form button")).doesNotContain("Отправить на экспертизу");
        assertThat(Shown.in(hands.post(curator, address + "/review")).errors()).contains("На экспертизу отправляют положение");
    }

    @Test
    void everyRemarkIsAnsweredBeforeTheEditionIsHandedInAgain() {
        String document = hands.position(curator, "Наставник назначается", "Куратор отчитывается");
        String edition = hands.handIn(curator, document);
        desk.returns(school, Handing.id(edition), "2", "Укажите срок отчёта", "", "Приложите приказ");

        Shown page = hands.page(curator, edition);
        assertThat(page.text()).contains("возвращено", "Укажите срок отчёта", "Абзац 2: Куратор отчитывается", "без ответа 2");
        assertThat(page.texts("form[action$=/submit] button")).isEmpty();
        MvcTestResult early = hands.post(curator, edition + "/submit");
        assertThat(early).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(early).errors()).contains("Без ответа 2 замечания");

        List<String> ids = page.attributes(".answers input[name$=remark]", "value");
        MvcTestResult halfSaid = hands.post(curator, edition + "/answers", "answers[0].remark", ids.get(0), "answers[0].answer", "DECLINED",
                "answers[1].remark", ids.get(1), "answers[1].words", "приложили");
        assertThat(halfSaid).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(halfSaid).error("answers0.words")).contains("почему замечание не учтено");
        assertThat(Shown.in(halfSaid).value("answers[1].words")).isEqualTo("приложили");

        assertThat(hands.post(curator, edition + "/answers", "answers[0].remark", ids.get(0), "answers[0].answer", "DECLINED", "answers[0].words",
                "срок стоит в приказе «14-а» 🎓", "answers[1].remark", ids.get(1), "answers[1].answer", "HEEDED")).hasRedirectedUrl(edition);
        assertThat(hands.page(curator, edition).value("answers[0].words")).isEqualTo("срок стоит в приказе «14-а» 🎓");
        assertThat(hands.post(curator, edition + "/submit")).hasRedirectedUrl(edition);
        assertThat(hands.page(curator, edition).text()).contains("не учтено", "срок стоит в приказе");
    }

    @Test
    void anAnswerThatIsTooLongIsRefusedAtItsFieldAndAForgedRemarkIsNotFound() {
        String edition = hands.handIn(curator, hands.position(curator, "Наставник назначается"));
        desk.returns(school, Handing.id(edition), "", "Приложите приказ");
        String id = hands.page(curator, edition).attributes(".answers input[name$=remark]", "value").get(0);
        MvcTestResult tooLong = hands.post(curator, edition + "/answers", "answers[0].remark", id, "answers[0].answer", "HEEDED", "answers[0].words",
                "я".repeat(10_000));
        assertThat(Shown.in(tooLong).error("answers0.words")).contains("не длиннее 2000");
        assertThat(Shown.in(tooLong).value("answers[0].words")).hasSize(10_000);

        Tenant other = town.school();
        RequestPostProcessor stranger = town.curatorOf(other).signedIn();
        String theirs = hands.handIn(stranger, hands.position(stranger, "Своё"));
        desk.returns(other, Handing.id(theirs), "", "Приложите приказ");
        assertThat(hands.post(stranger, theirs + "/answers", "answers[0].remark", id, "answers[0].answer", "HEEDED")).hasStatus(HttpStatus.NOT_FOUND);
        for (String move : List.of("/submit", "/withdraw", "/answers")) {
            assertThat(hands.post(stranger, edition + move)).as(move).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(hands.get(stranger, edition)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void unsentRemarksAreNobodysBusinessInTheOrganisation() {
        String edition = hands.handIn(curator, hands.position(curator, "Наставник назначается"));
        desk.writes(school, Handing.id(edition), "", "Ещё подумаю");
        assertThat(hands.page(curator, edition).text()).doesNotContain("Ещё подумаю");
        hands.post(curator, edition + "/withdraw");
        assertThat(hands.page(curator, edition).text()).doesNotContain("Ещё подумаю");
    }

    @Test
    void theApprovedDocumentIsInTheSectionAndTheOthersAreNot() {
        String document = hands.position(curator, "Общие положения");
        assertThat(preview()).contains("Положение о наставничестве");
        String edition = hands.handIn(curator, document);
        assertThat(preview()).as("waits").doesNotContain("Положение о наставничестве");
        desk.returns(school, Handing.id(edition), "", "Исправьте");
        assertThat(preview()).as("returned").doesNotContain("Положение о наставничестве");
        String id = hands.page(curator, edition).attributes(".answers input[name$=remark]", "value").get(0);
        hands.post(curator, edition + "/answers", "answers[0].remark", id, "answers[0].answer", "HEEDED");
        hands.post(curator, edition + "/submit");
        desk.approves(school, Handing.id(edition));
        assertThat(preview()).as("approved").contains("Положение о наставничестве");

        assertThat(Shown.in(hands.rewrite(curator, document, "Тайком")).errors()).contains("одобрена и закрыта", "новую редакцию");
        hands.post(curator, document + "/annul", "reason", "утратило силу");
        assertThat(preview()).as("annulled").doesNotContain("Положение о наставничестве");
        assertThat(hands.page(curator, edition).text()).contains("заменено");
    }

    private String preview() {
        return hands.page(curator, "/workspace/section/preview").text();
    }

    @Test
    void theNextEditionTakesThePlaceOfTheOneBefore() {
        String first = hands.handIn(curator, hands.position(curator, "Наставник – опытный педагог школы"));
        desk.approves(school, Handing.id(first));
        String second = hands.handIn(curator, hands.position(curator, "Наставник – опытный педагог нашей школы"));
        assertThat(second).isNotEqualTo(first);
        assertThat(hands.page(curator, second).texts("h1")).containsExactly("Положение о системе наставничества, редакция 2");
        assertThat(hands.page(curator, second + "?view=difference").texts(".handed ins")).anyMatch(added -> added.contains("нашей"));
        desk.approves(school, Handing.id(second));
        assertThat(hands.page(curator, first).text()).contains("заменено");
        assertThat(hands.page(curator, "/workspace/reviews").texts("section.reviewed details a")).containsExactly("Положение о системе наставничества");
    }

    @Test
    void aScanIsHandedInByItsNameAlone() {
        String document = hands.position(curator);
        Shown page = hands.page(curator, hands.handIn(curator, document));
        assertThat(page.texts(".handed tbody th .row-name")).hasSize(4);
        assertThat(page.text()).contains("Слова из файла прочитать нельзя");
    }

    @Test
    void thePagesCostFewStatementsHoweverOftenItWasReturned() {
        String edition = hands.handIn(curator, hands.position(curator, "Общие положения"));
        assertThat(Statements.of(hands.get(curator, "/workspace/reviews").getResponse())).isLessThanOrEqualTo(10);
        assertThat(Statements.of(hands.get(curator, edition).getResponse())).isLessThanOrEqualTo(12);
        desk.returns(school, Handing.id(edition), "", "Приложите приказ", "1", "Короче");
        List<String> ids = hands.page(curator, edition).attributes(".answers input[name$=remark]", "value");
        hands.post(curator, edition + "/answers", "answers[0].remark", ids.get(0), "answers[0].answer", "HEEDED",
                "answers[1].remark", ids.get(1), "answers[1].answer", "HEEDED");
        hands.post(curator, edition + "/submit");
        assertThat(Statements.of(hands.get(curator, edition + "?view=difference").getResponse())).as("with everything on it").isLessThanOrEqualTo(12);
    }
}
