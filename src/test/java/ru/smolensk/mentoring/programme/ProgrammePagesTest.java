package ru.smolensk.mentoring.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import ru.smolensk.mentoring.mentorship.MentorshipAnnulled;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** «Программы» as a curator meets them. */
@PortalTest
class ProgrammePagesTest {

    private static final String LIST = "/workspace/programmes";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    Tenant school;
    RequestPostProcessor curator;
    Pairs pairs;
    Pairs.Pair pair;
    Pairs.Pair group;

    @BeforeEach
    void aSchoolWithAPairAndAGroup() {
        school = town.school();
        curator = town.curatorOf(school).signedIn();
        pairs = new Pairs(jdbc);
        pair = pairs.in(school.id(), "Ткаченко Валентина Олеговна", "Орлова Анна Викторовна");
        group = pairs.in(school.id(), "Щербакова Нина Яковлевна", "Бойко Семён Денисович", "Ёлкина Алла Игоревна");
    }

    // ---- Drawing up ---------------------------------------------------------------------------------------------------

    @Test
    void anEmptyListSaysWhatItIsForAndAPairIsChosenFirst() {
        Shown list = Shown.in(get(LIST));
        assertThat(list.text()).contains("Программ ещё нет");
        assertThat(list.attributes(".empty a", "href")).containsExactly(LIST + "/new");

        Shown choice = Shown.in(get(LIST + "/new"));
        assertThat(choice.texts(".lines a")).containsExactly("Пара: Ткаченко В. О. – Орлова А. В.",
                "Группа: Щербакова Н. Я. – Бойко С. Д., Ёлкина А. И.");
        assertThat(choice.attributes(".lines a", "href")).first().isEqualTo(LIST + "/new?mentorship=" + pair.id());
    }

    @Test
    void aSchoolWithoutPairsIsSentToThemFirst() {
        curator = town.curatorOf(town.school()).signedIn();
        assertThat(Shown.in(get(LIST + "/new")).attributes(".empty a", "href")).containsExactly("/workspace/mentorships");
    }

    @Test
    void aNewProgrammeCoversTheWholeGroupAndLastsAsLong() {
        Shown form = Shown.in(get(LIST + "/new?mentorship=" + group.id()));
        assertThat(form.value("mentees").split(",")).containsExactlyInAnyOrder(
                group.mentees().get(0).toString(), group.mentees().get(1).toString());
        assertThat(form.value("startsOn")).isEqualTo("02.09.2025");
        assertThat(form.value("endsOn")).isEqualTo("31.05.2027");
        assertThat(form.texts(".plan tbody tr")).hasSize(5);
    }

    @Test
    void whoHasLeftTheGroupIsNotTickedForANewProgramme() {
        jdbc.sql("update mentorship_mentee set left_on = '2025-12-01', leaving_reason = 'Отпуск' where mentee_id = ?")
                .param(group.mentee()).update();
        Shown form = Shown.in(get(LIST + "/new?mentorship=" + group.id()));
        assertThat(form.value("mentees")).isEqualTo(group.mentees().get(1).toString());
        assertThat(form.text()).contains("в группе до 01.12.2025");
    }

    @Test
    void aDraftIsEnteredShownChangedAndStandsInTheHistory() {
        long id = drafted(group, Map.of("goal", "Освоить\r\nурок «новых» знаний 😀", "tasks", "<b>Одна</b>"));

        Shown page = Shown.in(get(at(id)));
        assertThat(page.texts("h1")).containsExactly("Первые шаги");
        assertThat(page.texts(".head .tag")).containsExactly("черновик");
        assertThat(page.text()).contains("Бойко Семён Денисович, Ёлкина Алла Игоревна", "урок «новых» знаний 😀", "<b>Одна</b>",
                "выполнено 0 из 2");
        assertThat(page.texts("table tbody th")).containsExactly("Посещение урока", "Семинар");
        assertThat(page.texts(".history li b")).containsExactly("Внесено");

        Shown form = Shown.in(get(at(id) + "/edit"));
        assertThat(form.value("goal")).isEqualTo("Освоить\nурок «новых» знаний 😀");
        assertThat(form.value("activities[1].plannedTerm")).isEqualTo("октябрь");
        Map<String, String> changed = filled(group);
        changed.put("version", form.value("version"));
        changed.put("mentees", Long.toString(group.mentee()));
        changed.put("activities[0].what", "");
        changed.put("activities[0].form", "");
        assertThat(post(at(id) + "/edit", changed)).hasRedirectedUrl(at(id));

        Shown after = Shown.in(get(at(id)));
        assertThat(after.texts("table tbody th")).containsExactly("Семинар");
        assertThat(after.texts(".facts dd")).contains("Бойко Семён Денисович");
        assertThat(after.texts(".history li b")).containsExactly("Изменено", "Внесено");
        assertThat(after.texts(".history del")).contains("Бойко Семён Денисович, Ёлкина Алла Игоревна");
    }

    @Test
    void rowsAreAddedAndMovedWithEverythingThatWasTyped() {
        Map<String, String> typed = filled(group);
        typed.put("endsOn", "31.02.2026");
        typed.put("rows", "more");
        MvcTestResult answer = post(LIST + "/new?mentorship=" + group.id(), typed);
        assertThat(answer).hasStatusOk();
        Shown more = Shown.in(answer);
        assertThat(more.texts(".plan tbody tr")).hasSize(8);
        assertThat(more.errors()).isEmpty();
        assertThat(more.value("endsOn")).isEqualTo("31.02.2026");
        assertThat(more.value("title")).isEqualTo("Первые шаги");
        assertThat(more.value("activities[1].what")).isEqualTo("Семинар");

        typed.put("rows", "up-2");
        Shown up = Shown.in(post(LIST + "/new?mentorship=" + group.id(), typed));
        assertThat(up.value("activities[0].what")).isEqualTo("Семинар");
        assertThat(up.value("activities[1].what")).isEqualTo("Посещение урока");

        typed.put("rows", "down-2");
        assertThat(Shown.in(post(LIST + "/new?mentorship=" + group.id(), typed)).value("activities[2].what")).isEqualTo("Семинар");
        for (String senseless : List.of("up-1", "down-3", "up-99", "up-", "down-x", "🦉")) {
            typed.put("rows", senseless);
            Shown asBefore = Shown.in(post(LIST + "/new?mentorship=" + group.id(), typed));
            assertThat(asBefore.value("activities[0].what")).isEqualTo("Посещение урока");
        }
        assertThat(count()).isZero();
    }

    @Test
    void fortyRowsAreTheMost() {
        Map<String, String> typed = filled(pair);
        IntStream.range(0, 38).forEach(row -> typed.put("activities[" + row + "].what", "Семинар " + row));
        typed.put("rows", "more");
        Shown forty = Shown.in(post(LIST + "/new?mentorship=" + pair.id(), typed));
        assertThat(forty.texts(".plan tbody tr")).hasSize(40);
        assertThat(forty.attributes("button[value=more]", "value")).isEmpty();

        typed.remove("rows");
        IntStream.range(0, 41).forEach(row -> typed.put("activities[" + row + "].what", "Семинар " + row));
        MvcTestResult tooMany = post(LIST + "/new?mentorship=" + pair.id(), typed);
        assertThat(tooMany).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(tooMany).error("activities")).contains("не больше 40");
    }

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            title,                       -,          title,                       Введите название
            startsOn,                    -,          startsOn,                    Введите
            startsOn,                    31.02.2026, startsOn,                    Такой даты нет
            startsOn,                    01.09.2025, startsOn,                    не может начаться раньше
            startsOn,                    01.06.2027, endsOn,                      не может быть раньше начала
            endsOn,                      -,          endsOn,                      Введите
            endsOn,                      скоро,      endsOn,                      Такой даты нет
            endsOn,                      01.09.2025, endsOn,                      не может быть раньше начала
            activities[0].what,          -,          activities0.what,            Напишите
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String field, String typed, String refusedAt, String message) {
        Map<String, String> form = filled(group);
        form.put(field, typed == null ? "" : typed);
        form.put("difficulties", "Дисциплина\nи «время»");

        MvcTestResult answer = post(LIST + "/new?mentorship=" + group.id(), form);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown again = Shown.in(answer);
        assertThat(again.error(refusedAt)).contains(message);
        assertThat(again.attributes("#errors a", "href")).contains("#" + refusedAt);
        assertThat(again.title()).startsWith("Ошибка:");
        form.forEach((name, value) -> assertThat(again.value(name)).as(name).isEqualTo(value));
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "goal", "tasks", "difficulties", "expectedResults", "activities[0].what", "activities[1].form",
        "activities[1].plannedTerm", "startsOn"})
    void tenThousandCharactersAreTooManyEverywhereAndComeBack(String field) {
        String long10 = "«ё»😀".repeat(2000);
        Map<String, String> form = filled(pair);
        form.put(field, long10);

        MvcTestResult answer = post(LIST + "/new?mentorship=" + pair.id(), form);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).error(field.replaceAll("[\\[\\]]", ""))).isNotEmpty();
        assertThat(Shown.in(answer).value(field)).isEqualTo(long10);
    }

    @Test
    void charactersThatNobodySeesAreDropped() {
        long id = drafted(pair, Map.of("title", " \u0000Первые\u0007 шаги\u0000 ", "activities[0].what", "\u0000",
                "activities[0].form", "\u0007"));
        assertThat(Shown.in(get(at(id))).texts("h1")).containsExactly("Первые шаги");
        assertThat(Shown.in(get(at(id))).texts("table tbody th")).containsExactly("Семинар");
    }

    @ParameterizedTest
    @ValueSource(strings = {"activities[2147483647].what", "activities[99999].what", "activities[-1].what", "activities[x].what",
        "activities[0]", "activities", "activities[0].was", "mentees[5]", "version"})
    void aForgedFieldIsNeverAFailure(String field) {
        Map<String, String> form = filled(pair);
        form.put(field, "x");
        assertThat(post(LIST + "/new?mentorship=" + pair.id(), form).getResponse().getStatus()).isIn(302, 400, 404, 422);
    }

    @Test
    void strangersMentorshipsAndMenteesDoNotExist() {
        Pairs.Pair foreign = pairs.in(town.school().id(), "Громов Иван Петрович", "Мельник Пётр Романович");
        assertThat(get(LIST + "/new?mentorship=" + foreign.id())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(LIST + "/new?mentorship=abc")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(LIST + "/new?mentorship=")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(LIST + "/new?mentorship=" + foreign.id(), filled(foreign))).hasStatus(HttpStatus.NOT_FOUND);
        Map<String, String> form = filled(pair);
        form.put("mentees", Long.toString(foreign.mentee()));
        assertThat(post(LIST + "/new?mentorship=" + pair.id(), form)).hasStatus(HttpStatus.NOT_FOUND);
        form.put("mentees", Long.toString(group.mentee()));
        assertThat(post(LIST + "/new?mentorship=" + pair.id(), form)).hasStatus(HttpStatus.NOT_FOUND);
        form.put("mentees", "Орлова");
        assertThat(post(LIST + "/new?mentorship=" + pair.id(), form)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(count()).isZero();
    }

    @Test
    void nothingIsDrawnUpForAnAnnulledPair() {
        pairs.annul(school.id(), pair);
        assertThat(Shown.in(get(LIST + "/new")).texts(".lines a")).hasSize(1);
        MvcTestResult answer = post(LIST + "/new?mentorship=" + pair.id(), filled(pair));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).errors()).contains("аннулирована");
    }

    @Test
    void aSecondClickDrawsUpNothingMore() {
        Map<String, String> form = filled(pair);
        form.put("_once", UUID.randomUUID().toString());
        String first = post(LIST + "/new?mentorship=" + pair.id(), form).getResponse().getRedirectedUrl();
        assertThat(post(LIST + "/new?mentorship=" + pair.id(), form)).hasRedirectedUrl(first);
        assertThat(count()).isOne();
    }

    @Test
    void aStaleDraftShowsWhatIsSavedAndWhatWasTyped() {
        long id = drafted(pair, Map.of());
        Map<String, String> mine = filled(pair);
        mine.put("version", "0");
        mine.put("goal", "Чужая цель");
        assertThat(post(at(id) + "/edit", mine)).hasStatus(HttpStatus.FOUND);

        mine.put("goal", "Моя цель");
        MvcTestResult stale = post(at(id) + "/edit", mine);
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("изменил кто-то ещё", "Чужая цель");
        assertThat(Shown.in(stale).value("goal")).isEqualTo("Моя цель");
        mine.put("version", Shown.in(stale).value("version"));
        assertThat(post(at(id) + "/edit", mine)).hasStatus(HttpStatus.FOUND);
    }

    // ---- Approval -----------------------------------------------------------------------------------------------------

    @Test
    void anIncompleteDraftSaysWhatItLacksAndIsNotApproved() {
        long id = drafted(pair, Map.of("goal", "", "mentees", "", "activities[0].what", "", "activities[0].form", "",
                "activities[1].what", "", "activities[1].plannedTerm", ""));
        String lacking = "не хватает: цели, хотя бы одного наставляемого, хотя бы одного мероприятия";
        assertThat(Shown.in(get(at(id))).text()).contains(lacking);
        assertThat(Shown.in(get(at(id) + "/approve")).text()).contains(lacking);
        MvcTestResult answer = approve(id, "10.09.2025", "1");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).errors()).contains(lacking);
        assertThat(status(id)).isEqualTo("DRAFT");
    }

    @ParameterizedTest(name = "{0}, {1}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            -,          45-од, approvedOn, Введите дату акта
            32.09.2025, 45-од, approvedOn, Такой даты нет
            01.09.2098, 45-од, approvedOn, ещё не наступила
            01.01.2020, 45-од, approvedOn, Проверьте год
            10.09.2025, -,     actNumber,  Введите номер
            """)
    void anApprovalNeedsADateThatHasComeAndANumber(String on, String act, String field, String message) {
        long id = drafted(pair, Map.of());
        MvcTestResult answer = approve(id, on == null ? "" : on, act == null ? "" : act);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(form.value("approvedOn")).isEqualTo(on == null ? "" : on);
        assertThat(form.value("actNumber")).isEqualTo(act == null ? "" : act);
        assertThat(status(id)).isEqualTo("DRAFT");
    }

    @Test
    void aNumberOfFiftyOneCharactersIsTooLong() {
        long id = drafted(pair, Map.of());
        assertThat(Shown.in(approve(id, "10.09.2025", "1".repeat(51))).error("actNumber")).contains("не длиннее 50");
        assertThat(approve(id, "10.09.2025", "1".repeat(50))).hasRedirectedUrl(at(id));
    }

    @Test
    void anApprovedProgrammeIsLockedAndSaysHowToChangeIt() {
        long id = approved(pair);
        Shown page = Shown.in(get(at(id)));
        assertThat(page.texts(".head .tag")).containsExactly("действует");
        assertThat(page.text()).contains("актом № 45-од от 10.09.2025");

        MvcTestResult edit = get(at(id) + "/edit");
        assertThat(edit).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(edit).text()).contains("Начать новую редакцию");
        Map<String, String> form = filled(pair);
        form.put("version", "1");
        form.put("goal", "Всё переписать");
        MvcTestResult save = post(at(id) + "/edit", form);
        assertThat(save).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(save).errors()).contains("уже утверждена", "новую редакцию");
        assertThat(Shown.in(save).value("goal")).isEqualTo("Всё переписать");
    }

    @Test
    void theSecondWindowLearnsThatTheDraftIsApprovedAlready() {
        long id = drafted(pair, Map.of());
        assertThat(approve(id, "10.09.2025", "1")).hasStatus(HttpStatus.FOUND);
        MvcTestResult second = approve(id, "11.09.2025", "2");
        assertThat(second).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(second).errors()).contains("уже утверждена: акт № 1 от 10.09.2025");
        assertThat(Shown.in(second).value("actNumber")).isEqualTo("2");
    }

    @Test
    void anApprovalOfADraftThatWasChangedMeanwhileIsStale() {
        long id = drafted(pair, Map.of());
        Map<String, String> change = filled(pair);
        change.put("version", "0");
        change.put("goal", "Другая цель");
        post(at(id) + "/edit", change);

        MvcTestResult stale = post(at(id) + "/approve", Map.of("version", "0", "approvedOn", "10.09.2025", "actNumber", "1"));

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("Другая цель");
        assertThat(status(id)).isEqualTo("DRAFT");
    }

    @Test
    void oneOfSeveralApprovalsOfTheSameMomentWins() throws Exception {
        long id = drafted(pair, Map.of());
        List<Integer> answers = together(IntStream.range(0, 6).<Callable<Integer>>mapToObj(i ->
                () -> approve(id, "10.09.2025", "акт " + i).getResponse().getStatus()).toList());

        assertThat(answers).containsOnlyOnce(302).allMatch(status -> status == 302 || status == 409 || status == 422);
        assertThat(journal(id, "APPROVED")).isOne();
    }

    @Test
    void oneOfSeveralApprovalsOfAnAmendmentOfTheSameMomentWins() throws Exception {
        long first = approved(pair);
        long second = amended(first);
        List<Integer> answers = together(IntStream.range(0, 6).<Callable<Integer>>mapToObj(i ->
                () -> approve(second, "10.10.2025", "акт " + i).getResponse().getStatus()).toList());

        assertThat(answers).containsOnlyOnce(302).allMatch(status -> status == 302 || status == 409 || status == 422);
        assertThat(status(first)).isEqualTo("SUPERSEDED");
        assertThat(status(second)).isEqualTo("APPROVED");
        assertThat(journal(first, "SUPERSEDED")).isOne();
    }

    // ---- Amendments ---------------------------------------------------------------------------------------------------

    @Test
    void anAmendmentCopiesTheApprovedProgrammeAndTakesItsPlace() {
        long first = approved(group);
        programmes.markDone(school, first, Map.of(1, new Programmes.Mark(LocalDate.of(2025, 10, 1), "Хорошо")));
        long second = amended(first);

        Shown form = Shown.in(get(at(second) + "/edit"));
        assertThat(form.value("goal")).isEqualTo("Освоиться");
        assertThat(form.value("activities[0].what")).isEqualTo("Посещение урока");
        assertThat(form.text()).contains("выполнено 01.10.2025");
        assertThat(Shown.in(get(at(first))).text()).contains("Готовится редакция 2");
        assertThat(Shown.in(get(at(second))).text()).contains("Пока действует редакция 1");

        Map<String, String> change = filled(group);
        change.put("version", form.value("version"));
        change.put("endsOn", "31.12.2026");
        change.put("activities[0].was", "1");
        change.put("activities[0].what", "Посещение трёх уроков");
        change.put("activities[1].was", "2");
        assertThat(post(at(second) + "/edit", change)).hasStatus(HttpStatus.FOUND);
        assertThat(Shown.in(approve(second, "09.09.2025", "2")).error("approvedOn")).contains("раньше прежней");
        assertThat(approve(second, "01.11.2025", "50-од")).hasRedirectedUrl(at(second));

        Shown old = Shown.in(get(at(first)));
        assertThat(old.texts(".head .tag")).containsExactly("заменена новой редакцией");
        assertThat(old.text()).contains("С 01.11.2025 вместо неё действует редакция 2");
        Shown now = Shown.in(get(at(second)));
        assertThat(now.texts(".head .tag")).containsExactly("действует");
        assertThat(now.text()).contains("выполнено 1 из 2");
        assertThat(now.texts("table").get(1)).contains("Редакция 2", "Редакция 1", "№ 45-од от 10.09.2025", "№ 50-од от 01.11.2025");
        assertThat(Shown.in(get(LIST)).texts("tbody th a")).containsExactly("Первые шаги");
    }

    @Test
    void aSeriesHasOneOpenDraft() {
        long first = approved(pair);
        amended(first);
        assertThat(post(at(first) + "/amend", Map.of())).hasStatus(HttpStatus.CONFLICT);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void amendmentsOfTheSameMomentStartOneDraft() throws Exception {
        long first = approved(pair);
        List<Integer> answers = together(IntStream.range(0, 5).<Callable<Integer>>mapToObj(i ->
                () -> post(at(first) + "/amend", Map.of()).getResponse().getStatus()).toList());
        assertThat(answers).containsOnlyOnce(302).allMatch(status -> status == 302 || status == 409);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void anAmendmentKeepsTheStartEvenIfSomebodyForgesIt() {
        long second = amended(approved(pair));
        Map<String, String> change = filled(pair);
        change.put("version", "0");
        change.put("startsOn", "01.10.2025");
        MvcTestResult answer = post(at(second) + "/edit", change);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).errors()).contains("сохраняет начало программы");
    }

    @Test
    void aDiscardedAmendmentLeavesTheOldEditionInForceAndTheNextOneGetsTheNextNumber() {
        long first = approved(pair);
        long second = amended(first);
        assertThat(Shown.in(get(at(second) + "/discard")).text()).contains("Прежняя редакция продолжит действовать");
        assertThat(post(at(second) + "/discard", Map.of())).hasRedirectedUrl(LIST);

        assertThat(status(second)).isEqualTo("ANNULLED");
        assertThat(Shown.in(get(at(second))).text()).contains("черновик отброшен");
        assertThat(status(first)).isEqualTo("APPROVED");
        assertThat(Shown.in(get(at(amended(first)))).text()).contains("редакция 3");
    }

    @Test
    void anAnnulledAmendmentLetsTheEditionBeforeItComeBack() {
        long first = approved(pair);
        long second = amended(first);
        approve(second, "01.11.2025", "2");

        assertThat(post(at(second) + "/annul", Map.of("reason", "Не тот акт"))).hasRedirectedUrl(at(second));

        assertThat(status(second)).isEqualTo("ANNULLED");
        assertThat(status(first)).isEqualTo("APPROVED");
        assertThat(Shown.in(get(at(first))).texts(".history li p")).contains("Причина: Аннулирована редакция 2");
        assertThat(post(at(first) + "/annul", Map.of("reason", "Всё ошибка"))).hasRedirectedUrl(at(first));
        assertThat(status(first)).isEqualTo("ANNULLED");
    }

    // ---- Carrying out and closing ---------------------------------------------------------------------------------------

    @Test
    void activitiesAreMarkedAllAtOnceWithADateOrToday() {
        long id = approved(pair);
        assertThat(post(at(id) + "/progress", marks(id, "", "01.10.2025"))).hasRedirectedUrl(at(id));
        assertThat(Shown.in(get(at(id))).text()).contains("выполнено 1 из 2");

        Map<String, String> today = marks(id, "", "01.10.2025");
        today.put("marks[0].today", "true");
        today.put("marks[0].result", "Понравилось «всем»");
        post(at(id) + "/progress", today);
        Shown page = Shown.in(get(at(id)));
        assertThat(page.text()).contains("выполнено 2 из 2", "Понравилось «всем»");
        assertThat(page.texts(".history li b").subList(0, 2)).containsExactly("Отмечено выполнение", "Отмечено выполнение");

        post(at(id) + "/progress", marks(id, "", ""));
        assertThat(Shown.in(get(at(id))).text()).contains("выполнено 0 из 2");
        assertThat(Shown.in(get(LIST)).texts("tbody td.progress-cell")).containsExactly("0 из 2");
    }

    @Test
    void savingTheSameMarksChangesNothing() {
        long id = approved(pair);
        Map<String, String> same = marks(id, "", "");
        post(at(id) + "/progress", same);
        assertThat(post(at(id) + "/progress", same)).hasRedirectedUrl(at(id));
        assertThat(journal(id, "ACTIVITY_DONE") + journal(id, "CHANGED")).isZero();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            31.02.2026, -,      Такой даты нет
            01.01.2098, -,      ещё не наступила
            01.09.2025, -,      Раньше начала
            -,          Хорошо, Введите дату
            """)
    void aWrongMarkIsSaidInItsRow(String on, String result, String message) {
        long id = approved(pair);
        Map<String, String> marks = marks(id, "01.10.2025", on == null ? "" : on);
        marks.put("marks[1].result", result == null ? "" : result);

        MvcTestResult answer = post(at(id) + "/progress", marks);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error("marks1.doneOn")).contains(message);
        assertThat(form.value("marks[0].doneOn")).isEqualTo("01.10.2025");
        assertThat(form.value("marks[1].result")).isEqualTo(result == null ? "" : result);
        assertThat(Shown.in(get(at(id))).text()).contains("выполнено 0 из 2");
    }

    @Test
    void aStaleFormOfMarksDoesNotTakeOffAnothersMark() {
        long id = approved(pair);
        Map<String, String> mine = marks(id, "", "02.10.2025");
        programmes.markDone(school, id, Map.of(1, new Programmes.Mark(LocalDate.of(2025, 10, 1), null)));

        MvcTestResult stale = post(at(id) + "/progress", mine);

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("выполнено 01.10.2025");
        assertThat(Shown.in(stale).value("marks[1].doneOn")).isEqualTo("02.10.2025");
        assertThat(Shown.in(get(at(id))).text()).contains("выполнено 1 из 2");
    }

    @Test
    void forgedRowsOfMarksChangeNothing() {
        long id = approved(pair);
        Map<String, String> more = marks(id, "01.10.2025", "");
        more.put("marks[2].doneOn", "01.10.2025");
        assertThat(post(at(id) + "/progress", more)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(at(id) + "/progress", Map.of("version", more.get("version")))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Shown.in(get(at(id))).text()).contains("выполнено 0 из 2");
    }

    @Test
    void aProgrammeIsCompletedWithItsResults() {
        long id = approved(pair);
        MvcTestResult nothing = post(at(id) + "/complete", Map.of("closedOn", "", "finalResults", ""));
        assertThat(Shown.in(nothing).error("closedOn")).contains("Введите дату");
        assertThat(Shown.in(nothing).error("finalResults")).contains("чего удалось достичь");
        MvcTestResult early = post(at(id) + "/complete", Map.of("closedOn", "09.09.2025", "finalResults", "Освоилась"));
        assertThat(early).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(early).error("closedOn")).contains("Раньше утверждения");
        assertThat(Shown.in(early).value("finalResults")).isEqualTo("Освоилась");

        assertThat(post(at(id) + "/complete", Map.of("closedOn", "10.09.2025", "finalResults", "Освоилась"))).hasRedirectedUrl(at(id));

        Shown page = Shown.in(get(at(id)));
        assertThat(page.texts(".head .tag")).containsExactly("завершена");
        assertThat(page.text()).contains("Освоилась");
        assertThat(Shown.in(post(at(id) + "/complete", Map.of("closedOn", "11.09.2025", "finalResults", "Ещё раз"))).errors())
                .contains("только действующую");
        assertThat(Shown.in(post(at(id) + "/progress", marks(id, "01.10.2025", ""))).errors()).contains("только в действующей");
    }

    @Test
    void aProgrammeIsCancelledWithAReason() {
        long id = approved(pair);
        MvcTestResult noReason = post(at(id) + "/cancel", Map.of("closedOn", "01.10.2025", "closeReason", ""));
        assertThat(Shown.in(noReason).error("closeReason")).contains("причину");
        MvcTestResult tooLong = post(at(id) + "/cancel", Map.of("closedOn", "01.10.2025", "closeReason", "x".repeat(501)));
        assertThat(Shown.in(tooLong).error("closeReason")).contains("не длиннее 500");
        assertThat(post(at(id) + "/cancel", Map.of("closedOn", "01.10.2025", "closeReason", "Переезд 🚚"))).hasRedirectedUrl(at(id));
        assertThat(Shown.in(get(at(id))).text()).contains("Отменена 01.10.2025 – Переезд 🚚");
    }

    @Test
    void nothingIsClosedOrAnnulledWhileAnAmendmentIsOpen() {
        long id = approved(pair);
        amended(id);
        for (MvcTestResult answer : List.of(post(at(id) + "/complete", Map.of("closedOn", "01.10.2025", "finalResults", "x")),
                post(at(id) + "/cancel", Map.of("closedOn", "01.10.2025", "closeReason", "x")),
                post(at(id) + "/annul", Map.of("reason", "x")))) {
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(Shown.in(answer).errors()).contains("Сначала утвердите его или отбросьте");
        }
        assertThat(status(id)).isEqualTo("APPROVED");
    }

    @Test
    void aDraftIsDiscardedNotAnnulledAndAnApprovedOneTheOtherWayRound() {
        long draft = drafted(pair, Map.of());
        assertThat(Shown.in(post(at(draft) + "/annul", Map.of("reason", "x"))).errors()).contains("черновик");
        long approved = approved(group);
        assertThat(post(at(approved) + "/discard", Map.of())).hasStatus(HttpStatus.CONFLICT);
        assertThat(status(draft)).isEqualTo("DRAFT");
        assertThat(status(approved)).isEqualTo("APPROVED");
    }

    // ---- Around -------------------------------------------------------------------------------------------------------

    @Test
    void aProgrammeThatOutlivesItsPairIsAWarningWithANextStep() {
        long id = approved(pair);
        drafted(group, Map.of());
        assertThat(programmes.outliving(school.id())).isEmpty();
        pairs.end(school.id(), pair, LocalDate.of(2026, 2, 1));

        assertThat(Shown.in(get(at(id))).texts(".notice.warn").get(0)).contains("до 31.05.2027", "до 01.02.2026", "Начните новую редакцию");
        assertThat(programmes.outliving(school.id())).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(id);
            assertThat(one.title()).isEqualTo("Первые шаги");
            assertThat(one.mentor().full()).isEqualTo("Ткаченко Валентина Олеговна");
            assertThat(one.mentorshipLastDay()).isEqualTo(LocalDate.of(2026, 2, 1));
        });
        assertThat(programmes.outliving(town.school().id())).isEmpty();
        programmes.cancel(school, id, LocalDate.of(2026, 2, 1), "Наставник переехал");
        assertThat(programmes.outliving(school.id())).isEmpty();
    }

    @Test
    void theProgrammesOfAnAnnulledMentorshipAreAnnulledWithIt() {
        long first = approved(pair);
        long second = amended(first);
        approve(second, "01.11.2025", "2");
        long third = amended(second);
        long stranger = approved(group);

        transaction.executeWithoutResult(running ->
                events.publishEvent(new MentorshipAnnulled(school.id(), pair.id(), "Внесена дважды")));

        assertThat(List.of(status(first), status(second), status(third))).containsOnly("ANNULLED");
        assertThat(status(stranger)).isEqualTo("APPROVED");
        assertThat(Shown.in(get(at(second))).text()).contains("Аннулирована пара или группа: Внесена дважды");
        assertThat(journal(first, "ANNULLED")).isOne();
    }

    @Test
    void anAnnulmentThatIsTakenBackLeavesTheProgrammes() {
        long id = approved(pair);
        transaction.executeWithoutResult(running -> {
            events.publishEvent(new MentorshipAnnulled(school.id(), pair.id(), "x".repeat(500)));
            running.setRollbackOnly();
        });
        assertThat(status(id)).isEqualTo("APPROVED");
    }

    @Test
    void whatBelongsToAnotherOrganisationIsNotThere() {
        long id = approved(pair);
        curator = town.curatorOf(town.school()).signedIn();
        for (String page : List.of("", "/edit", "/approve", "/progress", "/complete", "/cancel", "/discard", "/annul")) {
            assertThat(get(at(id) + page)).as(page).hasStatus(HttpStatus.NOT_FOUND);
        }
        for (String action : List.of("/edit", "/approve", "/amend", "/progress", "/complete", "/cancel", "/discard", "/annul")) {
            assertThat(post(at(id) + action, Map.of("reason", "x", "closedOn", "01.10.2025", "finalResults", "x", "closeReason", "x")))
                    .as(action).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(get(LIST + "/1")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(LIST + "/abc")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Shown.in(get(LIST)).text()).contains("Программ ещё нет");
        assertThat(status(id)).isEqualTo("APPROVED");
    }

    @ParameterizedTest(name = "«{0}», {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            -,               -,        3
            ,                ALL,      3
            -,               DRAFT,    1
            -,               APPROVED, 1
            -,               CLOSED,   1
            -,               LOST,     3
            ткаченко,        -,        2
            АННА орлова,     -,        2
            елкина,          -,        1
            шаги елкина,     DRAFT,    1
            шаги елкина,     APPROVED, 0
            45-од,           -,        2
            100%_\\',        -,        0
            """)
    void theListIsSearchedByTitleOrPersonAndFilteredByState(String words, String state, int found) {
        approved(pair);
        long closed = approved(pair);
        programmes.complete(school, closed, LocalDate.of(2026, 5, 31), "Итог");
        drafted(group, Map.of());

        Shown list = Shown.in(mvc.get().uri(LIST + (words == null ? "?x=1" : "?q={q}") + (state == null ? "" : "&state=" + state),
                words == null ? new Object[0] : new Object[] {words}).with(curator).exchange());

        assertThat(list.texts("tbody tr")).hasSize(found);
        assertThat(list.texts(".filter .count").get(0)).startsWith(found + " ");
    }

    @Test
    void aLineOfTheListSaysWhoWhenAndHowFar() {
        long id = approved(group);
        programmes.markDone(school, id, Map.of(2, new Programmes.Mark(LocalDate.of(2025, 10, 1), null)));
        Shown list = Shown.in(get(LIST));
        assertThat(list.texts("tbody th").get(0)).contains("Группа: Щербакова Н. Я. – Бойко С. Д., Ёлкина А. И.");
        assertThat(list.texts("tbody td")).containsExactly("02.09.2025 – 31.05.2027", "действует", "1 из 2");
        assertThat(list.attributes("tbody .bar rect", "width")).containsExactly("50");
    }

    @Test
    void noPageCostsMoreStatementsWhenThereIsMoreOnIt() {
        long small = approved(pair);
        int list = Statements.of(get(LIST).getResponse());
        int view = Statements.of(get(at(small)).getResponse());
        Map<String, String> many = new HashMap<>();
        IntStream.range(0, 40).forEach(row -> many.put("activities[" + row + "].what", "Семинар " + row));
        long large = drafted(group, many);
        IntStream.range(0, 8).forEach(i -> drafted(group, many));
        approve(large, "10.09.2025", "1");

        assertThat(Statements.of(get(LIST).getResponse())).isEqualTo(list).isLessThanOrEqualTo(6);
        assertThat(Statements.of(get(at(large)).getResponse())).isEqualTo(view).isLessThanOrEqualTo(10);
    }

    // ---- What a curator does ------------------------------------------------------------------------------------------

    private Map<String, String> filled(Pairs.Pair whose) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("mentees", String.join(",", whose.mentees().stream().map(String::valueOf).toList()));
        form.put("title", "Первые шаги");
        form.put("goal", "Освоиться");
        form.put("startsOn", "02.09.2025");
        form.put("endsOn", "31.05.2027");
        form.put("activities[0].what", "Посещение урока");
        form.put("activities[0].form", "практикум");
        form.put("activities[1].what", "Семинар");
        form.put("activities[1].plannedTerm", "октябрь");
        form.put("activities[2].what", "");
        return form;
    }

    private long drafted(Pairs.Pair whose, Map<String, String> otherwise) {
        Map<String, String> form = filled(whose);
        form.putAll(otherwise);
        MvcTestResult answer = post(LIST + "/new?mentorship=" + whose.id(), form);
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        return Long.parseLong(answer.getResponse().getRedirectedUrl().replaceAll("\\D", ""));
    }

    private long approved(Pairs.Pair whose) {
        long id = drafted(whose, Map.of());
        assertThat(approve(id, "10.09.2025", "45-од")).hasRedirectedUrl(at(id));
        return id;
    }

    private long amended(long id) {
        MvcTestResult answer = post(at(id) + "/amend", Map.of());
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        return Long.parseLong(answer.getResponse().getRedirectedUrl().replaceAll("\\D", ""));
    }

    private MvcTestResult approve(long id, String on, String act) {
        int version = jdbc.sql("select version from programme where id = ?").param(id).query(Integer.class).single();
        return post(at(id) + "/approve", Map.of("version", Integer.toString(version), "approvedOn", on, "actNumber", act));
    }

    private Map<String, String> marks(long id, String... days) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", Shown.in(get(at(id) + "/progress")).value("version"));
        for (int row = 0; row < days.length; row++) {
            form.put("marks[" + row + "].doneOn", days[row]);
            form.put("marks[" + row + "].result", "");
        }
        return form;
    }

    private static String at(long id) {
        return LIST + "/" + id;
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(curator).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(curator);
        fields.forEach((name, value) -> request.param(name,
                name.equals("mentees") && !value.isEmpty() ? value.split(",") : new String[] {value}));
        return request.exchange();
    }

    private long count() {
        return jdbc.sql("select count(*) from programme where organisation_id = ?").param(school.id()).query(Long.class).single();
    }

    private String status(long id) {
        return jdbc.sql("select status from programme where id = ?").param(id).query(String.class).single();
    }

    private long journal(long id, String action) {
        return jdbc.sql("select count(*) from journal_entry where subject = 'PROGRAMME' and subject_id = ? and action = ?")
                .params(id, action).query(Long.class).single();
    }

    /** Begins all at once and gives what each came to. */
    private static List<Integer> together(List<Callable<Integer>> deeds) throws Exception {
        CyclicBarrier start = new CyclicBarrier(deeds.size());
        ExecutorService people = Executors.newFixedThreadPool(deeds.size());
        try {
            List<Future<Integer>> begun = new ArrayList<>();
            for (Callable<Integer> deed : deeds) {
                begun.add(people.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> one : begun) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
