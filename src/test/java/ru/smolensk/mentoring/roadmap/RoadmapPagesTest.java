package ru.smolensk.mentoring.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Reviews;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** «Дорожная карта» as the curator draws it up, hands it in, answers remarks and marks what is done. */
@PortalTest
class RoadmapPagesTest {

    private static final String HOME = "/workspace/roadmap";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reviews reviews;

    @Autowired
    Roadmaps roadmaps;

    @Autowired
    RoadmapReading reading;

    @Autowired
    PortalClock clock;

    Tenant school;
    Town.Person curator;
    Town.Person methodologist;
    AcademicYear year;

    @BeforeEach
    void aSchoolWithACurator() {
        school = town.school();
        curator = town.curatorOf(school);
        methodologist = town.methodologist();
        year = AcademicYear.of(clock.today());
    }

    // ---- Starting ----------------------------------------------------------------------------------------------------------

    @Test
    void withoutARoadmapThePageSaysWhatItIsForAndOffersTheWaysToBegin() {
        assertThat(get(HOME)).hasRedirectedUrl(HOME + "/new");
        Shown page = Shown.in(get(HOME + "/new"));

        assertThat(page.text()).contains("План мероприятий, по которому организация внедряет наставничество", "Образец по приказу",
                "Прошлогодняя", "Таблица из Word или Excel", "Пустая");
        assertThat(page.value("source")).isEqualTo("TEMPLATE");
    }

    @Test
    void theTemplateHoldsEveryItemOfTheOrderFrom41To410() {
        long id = started(Source.TEMPLATE);

        Shown page = Shown.in(get(HOME));
        String all = String.join("\n", page.texts(".roadmap tbody th"));
        for (int item : List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)) {
            assertThat(all).containsPattern("пункт 4\\." + item + "(?!\\d)");
        }
        assertThat(page.texts(".roadmap .heading th")).hasSize(5);
        assertThat(plan(id).lines()).filteredOn(line -> !line.heading()).allSatisfy(line -> {
            assertThat(line.dueOn()).isBetween(year.firstDay(), year.lastDay());
            assertThat(line.responsible()).isNotNull();
        });
        assertThat(page.texts(".history li b")).contains("Внесено");
    }

    @Test
    void aYearHasOneRoadmapThatIsBeingDrawnUp() {
        started(Source.EMPTY);

        MvcTestResult second = post(HOME + "/new", "year", String.valueOf(year.start()), "source", "EMPTY");

        assertThat(second).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(second).error("year")).contains("уже составляется");
    }

    @Test
    void aYearOutOfReachOrNoChoiceAtAllIsRefusedAtItsField() {
        assertThat(Shown.in(post(HOME + "/new", "year", "1999", "source", "EMPTY")).error("year")).contains("из списка");
        assertThat(Shown.in(post(HOME + "/new", "year", String.valueOf(year.start()))).error("source")).contains("Выберите, с чего начать");
        assertThat(Shown.in(post(HOME + "/new", "year", String.valueOf(year.start()), "source", "LAST_YEAR")).error("source"))
                .contains("прошлых лет в портале нет");
        assertThat(jdbc.sql("select count(*) from review_edition where organisation_id = ?").param(school.id()).query(Integer.class).single()).isZero();
    }

    @Test
    void lastYearsRoadmapMovesOnWithItsDatesAndTheYearsInItsWords() {
        as(curator, () -> {
            long before = roadmaps.create(school, year.previous(), Source.EMPTY);
            roadmaps.add(school, before, List.of(Roadmaps.Row.heading("Подготовка"), new Roadmaps.Row(LineKind.MEASURE, "Приказ",
                    "до 1 октября " + (year.start() - 1) + " года", LocalDate.of(year.start() - 1, 10, 1), "директор", "приказ")));
            return before;
        });

        long id = started(Source.LAST_YEAR);

        assertThat(plan(id).lines()).extracting(RoadmapReading.Line::measure).containsExactly("Подготовка", "Приказ");
        assertThat(plan(id).lines().get(1).termText()).isEqualTo("до 1 октября " + year.start() + " года");
        assertThat(plan(id).lines().get(1).dueOn()).isEqualTo(LocalDate.of(year.start(), 10, 1));
    }

    @Test
    void anEmptyRoadmapOffersTheTemplateAgain() {
        long id = started(Source.EMPTY);
        assertThat(Shown.in(get(HOME)).texts(".empty button, .empty a")).contains("Взять образец", "Вставить таблицу");

        assertThat(post(HOME + "/" + id + "/fill", "source", "TEMPLATE")).hasRedirectedUrl(HOME + "/" + id);
        assertThat(plan(id).lines()).isNotEmpty();
        assertThat(Shown.in(post(HOME + "/" + id + "/fill", "source", "TEMPLATE")).errors()).contains("уже есть строки");
    }

    // ---- Rows --------------------------------------------------------------------------------------------------------------

    @Test
    void aRowIsAddedChangedRepeatedMovedRemovedAndPutBack() {
        long id = started(Source.EMPTY);
        assertThat(addLine(id, "kind", "HEADING", "measure", "Подготовка")).hasStatus(HttpStatus.FOUND);
        assertThat(addLine(id, "kind", "MEASURE", "measure", "Приказ", "termText", "сентябрь", "dueOn", day(9, 30), "responsible", "директор"))
                .hasStatus(HttpStatus.FOUND);
        long line = plan(id).lines().get(1).id();

        assertThat(Shown.in(get(address(id, line, "edit"))).value("termText")).isEqualTo("сентябрь");
        assertThat(post(address(id, line, "edit"), "version", "0", "kind", "MEASURE", "measure", "Приказ о внедрении", "dueOn", day(10, 1)))
                .hasRedirectedUrl(HOME + "/" + id + "#line-" + line);
        assertThat(post(address(id, line, "duplicate"))).hasStatus(HttpStatus.FOUND);
        assertThat(measures(id)).containsExactly("Подготовка", "Приказ о внедрении", "Приказ о внедрении");

        post(HOME + "/" + id + "/lines/new?after=" + plan(id).lines().get(0).id(), "kind", "MEASURE", "measure", "Совещание");
        assertThat(measures(id)).startsWith("Подготовка", "Совещание", "Приказ о внедрении");
        post(address(id, line, "up"));
        assertThat(measures(id)).startsWith("Подготовка", "Приказ о внедрении", "Совещание");
        post(address(id, line, "down"));
        assertThat(measures(id)).startsWith("Подготовка", "Совещание", "Приказ о внедрении");

        post(address(id, line, "remove"));
        assertThat(measures(id)).containsExactly("Подготовка", "Совещание", "Приказ о внедрении");
        assertThat(Shown.in(get(HOME)).text()).contains("Удалённые строки: 1");
        post(address(id, line, "restore"));
        assertThat(plan(id).lines().get(2).id()).isEqualTo(line);
        assertThat(Shown.in(get(HOME)).texts(".history li b")).contains("Удалено", "Возвращено на место", "Поднято выше", "Опущено ниже",
                "Изменено", "Внесено");
    }

    @Test
    void theFirstRowStaysTheFirstAndTheLastTheLast() {
        long id = started(Source.EMPTY);
        addLine(id, "kind", "MEASURE", "measure", "Первая");
        addLine(id, "kind", "MEASURE", "measure", "Вторая");

        post(address(id, plan(id).lines().get(0).id(), "up"));
        post(address(id, plan(id).lines().get(1).id(), "down"));

        assertThat(measures(id)).containsExactly("Первая", "Вторая");
    }

    @Test
    void theSavingButtonMayLeadToTheNextRow() {
        long id = started(Source.TEMPLATE);
        List<RoadmapReading.Line> lines = plan(id).lines();

        assertThat(post(address(id, lines.get(1).id(), "edit"), "version", "0", "kind", "MEASURE", "measure", "Приказ", "next", "yes"))
                .hasRedirectedUrl(address(id, lines.get(2).id(), "edit") + "#line-" + lines.get(2).id());
        assertThat(addLine(id, "kind", "MEASURE", "measure", "Ещё", "next", "yes")).satisfies(answer ->
                assertThat(answer.getResponse().getRedirectedUrl()).startsWith(HOME + "/" + id + "/lines/new?after="));
    }

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            -,       -,          measure, Напишите
            Приказ,  31.02.2027, dueOn,   Такой даты нет
            Приказ,  вчера,      dueOn,   Такой даты нет
            Приказ,  BEFORE,     dueOn,   Раньше учебного года
            Приказ,  AFTER,      dueOn,   Позже учебного года
            """)
    void whatIsWrongInARowIsSaidAtItsFieldAndNothingTypedIsLost(String measure, String dueOn, String field, String message) {
        long id = started(Source.TEMPLATE);
        String typed = "BEFORE".equals(dueOn) ? new Russian().date(year.firstDay().minusDays(1))
                : "AFTER".equals(dueOn) ? new Russian().date(year.lastDay().plusDays(1)) : dueOn;
        RoadmapReading.Line line = plan(id).lines().get(3);

        MvcTestResult answer = post(address(id, line.id(), "edit"), "version", "0", "kind", "MEASURE", "measure", measure, "dueOn", typed,
                "responsible", "«Куратор» & <b>😀</b>");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(form.value("dueOn")).isEqualTo(typed == null ? "" : typed);
        assertThat(form.value("responsible")).isEqualTo("«Куратор» & <b>😀</b>");
        assertThat(plan(id).lines().get(3)).isEqualTo(line);
    }

    @Test
    void tenThousandLettersComeBackAndNulsDisappear() {
        long id = started(Source.EMPTY);
        String long10 = "ы".repeat(10_000);

        Shown form = Shown.in(addLine(id, "kind", "MEASURE", "measure", long10, "termText", long10, "responsible", long10, "result", long10));
        assertThat(List.of("measure", "termText", "responsible", "result")).allSatisfy(field -> {
            assertThat(form.error(field)).contains("е длиннее");
            assertThat(form.value(field)).isEqualTo(long10);
        });
        addLine(id, "kind", "MEASURE", "measure", " При\u0000каз 🦉 «x» ");
        assertThat(measures(id)).containsExactly("Приказ 🦉 «x»");
    }

    @Test
    void aStaleRowShowsWhatIsSavedWhileMovedRowsAreNotStale() {
        long id = started(Source.TEMPLATE);
        long line = plan(id).lines().get(2).id();
        post(address(id, line, "up"));
        assertThat(post(address(id, line, "edit"), "version", "0", "kind", "MEASURE", "measure", "Один")).hasStatus(HttpStatus.FOUND);

        MvcTestResult stale = post(address(id, line, "edit"), "version", "0", "kind", "MEASURE", "measure", "Другой");

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("изменил кто-то ещё", "Мероприятие Один");
        assertThat(Shown.in(stale).value("measure")).isEqualTo("Другой");
    }

    @Test
    void nothingOfAnotherOrganisationIsThere() {
        long id = started(Source.TEMPLATE);
        long line = plan(id).lines().get(2).id();
        Tenant other = town.school();
        curator = town.curatorOf(other);
        long own = as(curator, () -> roadmaps.create(other, year, Source.TEMPLATE));

        assertThat(get(HOME + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(address(id, line, "edit"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(address(own, line, "edit"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(address(own, line, "remove"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(HOME + "/" + own + "/lines/new?after=" + line)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(HOME + "/" + id + "/submit")).hasStatus(HttpStatus.NOT_FOUND);
    }

    // ---- Pasting -----------------------------------------------------------------------------------------------------------

    @Test
    void aPastedTableIsShownFirstAndAddedAfterwards() {
        long id = started(Source.EMPTY);
        String text = "№\tМероприятие\tСрок\tОтветственный\tРезультат\n1\tПодготовка\n1.1\tПриказ\t31.02.2027\tдиректор\tприказ";

        MvcTestResult preview = post(HOME + "/" + id + "/paste", "text", text, "step", "check");
        assertThat(preview).hasStatusOk();
        assertThat(Shown.in(preview).text()).contains("Проверьте: 2 строки", "Такой даты нет: «31.02.2027»", "без даты");
        assertThat(Shown.in(preview).value("text").strip()).isEqualTo(text);
        assertThat(plan(id).lines()).isEmpty();

        assertThat(post(HOME + "/" + id + "/paste", "text", text, "step", "add")).hasRedirectedUrl(HOME + "/" + id);
        assertThat(measures(id)).containsExactly("Подготовка", "Приказ");
    }

    @Test
    void fiveThousandRowsAreRefusedWithASentenceAndStayInTheField() {
        long id = started(Source.EMPTY);
        String text = "Семинар\tоктябрь\tкуратор\tпротокол\n".repeat(5000).strip();

        for (String step : List.of("check", "add")) {
            MvcTestResult answer = post(HOME + "/" + id + "/paste", "text", text, "step", step);
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(Shown.in(answer).error("text")).contains("В таблице 5000 строк, а в дорожной карте помещается 300");
            assertThat(Shown.in(answer).value("text").strip()).isEqualTo(text);
        }
        assertThat(plan(id).lines()).isEmpty();
    }

    /** Megabytes on their way through the real server. */
    @Test
    void fiveThousandLongRowsReachThePortalAndComeBack(@LocalServerPort int port) {
        long id = started(Source.EMPTY);
        String text = ("Провести семинар " + "для наставников ".repeat(6) + "\tоктябрь\tкуратор\tпротокол\n").repeat(5000).strip();
        Client client = new Client(port);
        client.signIn(curator.login(), Town.PASSWORD);

        var answer = client.post(HOME + "/" + id + "/paste", "text", text, "step", "check");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Shown.in(answer).error("text")).contains("В таблице 5000 строк");
        assertThat(Shown.in(answer).value("text").strip()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \t \n", "\u0000"})
    void withoutATableNothingIsAdded(String text) {
        long id = started(Source.EMPTY);

        assertThat(Shown.in(post(HOME + "/" + id + "/paste", "text", text, "step", "add")).error("text")).contains("Вставьте сюда таблицу");
    }

    @Test
    void tagsOfAPastedPageAreShownAsWords() {
        long id = started(Source.EMPTY);

        MvcTestResult preview = post(HOME + "/" + id + "/paste", "text", "<img src=x onerror=alert(1)>\tоктябрь\tкуратор\tплан", "step", "check");

        assertThat(Shown.in(preview).texts("main img")).isEmpty();
        assertThat(Shown.in(preview).text()).contains("<img src=x onerror=alert(1)>");
    }

    // ---- Review ------------------------------------------------------------------------------------------------------------

    @Test
    void anEmptyOrUnfinishedRoadmapIsNotHandedIn() {
        long id = started(Source.EMPTY);
        addLine(id, "kind", "HEADING", "measure", "Подготовка");
        MvcTestResult empty = post(HOME + "/" + id + "/submit");
        assertThat(empty).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(empty).errors()).contains("нет ни одного мероприятия");

        addLine(id, "kind", "MEASURE", "measure", "Приказ", "termText", "сентябрь");
        assertThat(Shown.in(post(HOME + "/" + id + "/submit")).errors()).contains("дополните строку 1.1");
        assertThat(measures(id)).containsExactly("Подготовка", "Приказ");
    }

    @Test
    void whatIsBeingReadIsLockedUntilItIsWithdrawn() {
        long id = submitted();
        long line = plan(id).lines().get(1).id();

        assertThat(Shown.in(get(HOME)).texts(".roadmap .tools")).isEmpty();
        MvcTestResult refused = post(address(id, line, "edit"), "version", "0", "kind", "MEASURE", "measure", "Тайком");
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(refused).errors()).contains("Сейчас это читает методический отдел");
        for (String action : List.of("up", "down", "duplicate", "remove", "restore")) {
            assertThat(post(address(id, line, action))).as(action).hasStatus(HttpStatus.CONFLICT);
        }
        assertThat(post(HOME + "/" + id + "/paste", "text", "Семинар\tмай\tкуратор\tплан", "step", "add")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        assertThat(post(HOME + "/" + id + "/withdraw")).hasRedirectedUrl(HOME + "/" + id);
        assertThat(post(address(id, line, "edit"), "version", "0", "kind", "MEASURE", "measure", "Открыто")).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void remarksStandAtTheirRowsAreAnsweredThereAndMustBeAnsweredAll() {
        long id = submitted();
        RoadmapReading.Line line = plan(id).lines().get(1);
        RoadmapReading.Line gone = plan(id).lines().get(2);
        giveBack(id, Map.of(line.key(), "Уточните срок", gone.key(), "Эта строка не нужна", "", "Хорошее начало"));

        Shown page = Shown.in(get(HOME));
        assertThat(page.texts(".roadmap .row-remark")).hasSize(2);
        assertThat(page.texts(".roadmap .row-remark").get(0)).contains("по строке " + line.number(), "Уточните срок", "Нет ответа", "Ответить");
        assertThat(page.texts(".whole")).singleElement().asString().contains("ко всей дорожной карте", "Хорошее начало");
        assertThat(Shown.in(post(HOME + "/" + id + "/submit")).errors()).contains("Без ответа 3");

        post(address(id, gone.id(), "remove"));
        assertThat(Shown.in(get(HOME)).texts(".whole")).hasSize(2).anySatisfy(words ->
                assertThat(words).contains("по строке, которой больше нет: ", gone.number(), gone.measure(), "Эта строка не нужна"));

        for (RoadmapReading.Remark remark : reading.remarksOf(school, plan(id).header().editionId())) {
            String address = HOME + "/" + id + "/remarks/" + remark.id();
            assertThat(Shown.in(get(address)).texts("#remark-" + remark.id() + " form button")).contains("Сохранить ответ");
            MvcTestResult silent = post(address, "answer", "DECLINED");
            assertThat(silent).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(Shown.in(silent).errors()).isNotEmpty();
            assertThat(Shown.in(post(address, "answer", "HEEDED", "words", "ы".repeat(10_000))).error("words")).contains("не длиннее 2000");
            assertThat(post(address, "answer", "DECLINED", "words", "так решил педсовет")).hasRedirectedUrl(HOME + "/" + id + "#remark-" + remark.id());
        }
        assertThat(Shown.in(get(HOME)).texts(".roadmap .row-remark").get(0)).contains("Не учтено", "так решил педсовет");
        assertThat(post(HOME + "/" + id + "/submit")).hasRedirectedUrl(HOME + "/" + id);
    }

    @Test
    void theReturnedRoadmapShowsWhatTheReviewerSaidToTheDecision() {
        long id = submitted();
        as(methodologist, () -> {
            reviews.remark(school, plan(id).header().editionId(), submission(id), Map.of("", "Допишите сроки"));
            reviews.giveBack(school, plan(id).header().editionId(), submission(id), "В целом хорошо, <b>ждём</b> к среде");
            return 0L;
        });

        assertThat(Shown.in(get(HOME)).texts(".notice.bad p")).anyMatch(words -> words.endsWith("«В целом хорошо, <b>ждём</b> к среде»"));
        assertThat(Shown.in(post(HOME + "/" + id + "/submit")).text()).contains("В целом хорошо", "Без ответа 1 замечание");
    }

    @Test
    void aRemovedRowIsSaidWhereItStoodAndOneClickPutsItBack(@LocalServerPort int port) {
        long id = started(Source.TEMPLATE);
        List<RoadmapReading.Line> lines = plan(id).lines();
        Client client = new Client(port);
        client.signIn(curator.login(), Town.PASSWORD);

        assertThat(client.post(address(id, lines.get(1).id(), "remove")).headers().firstValue("Location").orElseThrow())
                .endsWith(HOME + "/" + id + "#gone");
        Shown page = Shown.in(client.get(HOME + "/" + id));
        assertThat(page.texts("#gone")).singleElement().asString().contains("Удалено: «" + lines.get(1).measure() + "»", "Вернуть");
        assertThat(page.attributes("#gone button", "formaction")).containsExactly(address(id, lines.get(1).id(), "restore"));
        assertThat(page.attributes("#gone + tr", "id")).containsExactly("line-" + lines.get(2).id());
        assertThat(Shown.in(client.get(HOME + "/" + id)).texts("#gone")).as("said once").isEmpty();

        RoadmapReading.Line last = lines.get(lines.size() - 1);
        client.post(address(id, last.id(), "remove"));
        assertThat(Shown.in(client.get(HOME + "/" + id)).texts("tbody tr:last-child")).singleElement().asString()
                .contains("Удалено: «" + last.measure());
    }

    // ---- What was begun by mistake -----------------------------------------------------------------------------------------

    @Test
    void aDraftThatWasNeverHandedInCanBeThrownAway() {
        long id = started(Source.TEMPLATE);
        assertThat(Shown.in(get(HOME)).texts("details button")).contains("Удалить черновик навсегда");

        assertThat(post(HOME + "/" + id + "/discard")).hasRedirectedUrl(HOME + "/new");

        assertThat(get(HOME + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(reading.all(school)).isEmpty();
        assertThat(reviews.open(school, ru.smolensk.mentoring.review.ReviewSubject.ROADMAP, year)).isEmpty();
        assertThat(jdbc.sql("select count(*) from journal_entry where organisation_id = ? and action = 'DISCARDED'").param(school.id())
                .query(Integer.class).single()).isEqualTo(2);
        started(Source.EMPTY);
    }

    @Test
    void aNewEditionBegunByMistakeGoesAndTheApprovedOneStays() {
        long id = submitted();
        approve(id);
        post(HOME + "/" + id + "/amend");
        long next = reading.all(school).get(0).id();

        assertThat(post(HOME + "/" + next + "/discard")).hasRedirectedUrl(HOME + "/new");

        assertThat(reading.all(school)).extracting(RoadmapReading.Header::id).containsExactly(id);
        assertThat(post(HOME + "/" + id + "/amend")).hasStatus(HttpStatus.FOUND);
        assertThat(Shown.in(get(HOME)).texts("h1").get(0)).contains("редакция 2");
    }

    @Test
    void whatTheDepartmentHasSeenIsNotThrownAway() {
        long id = submitted();
        assertThat(Shown.in(post(HOME + "/" + id + "/discard")).errors()).contains("Сейчас это читает методический отдел");
        post(HOME + "/" + id + "/withdraw");
        assertThat(Shown.in(get(HOME)).text()).doesNotContain("Удалить черновик");
        assertThat(Shown.in(post(HOME + "/" + id + "/discard")).errors()).contains("удалить можно только черновик");
        post(HOME + "/" + id + "/submit");
        approve(id);
        assertThat(post(HOME + "/" + id + "/discard")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(plan(id).lines()).isNotEmpty();
    }

    @Test
    void anApprovedRoadmapIsMarkedAndItsOverdueRowsStandOut() {
        long id = started(Source.EMPTY);
        addLine(id, "kind", "MEASURE", "measure", "Приказ", "dueOn", new Russian().date(year.firstDay()), "responsible", "директор");
        addLine(id, "kind", "MEASURE", "measure", "Отчёт", "dueOn", new Russian().date(year.lastDay()), "responsible", "куратор");
        post(HOME + "/" + id + "/submit");
        approve(id);
        long first = plan(id).lines().get(0).id();

        Shown page = Shown.in(get(HOME));
        if (clock.today().isAfter(year.firstDay())) {
            assertThat(page.texts(".roadmap tr.overdue")).singleElement().asString().contains("Приказ", "Просрочено");
            assertThat(page.text()).contains("Просрочено 1 мероприятие");
        }
        assertThat(Shown.in(get(address(id, first, "mark"))).value("doneOn")).isEqualTo(new Russian().date(clock.today()));

        assertThat(post(address(id, first, "mark"), "version", "0", "outcome", "DONE", "doneOn", new Russian().date(clock.today()), "evidenceLink",
                "https://school.example/order", "note", "приказ подписан")).hasRedirectedUrl(HOME + "/" + id + "#line-" + first);
        page = Shown.in(get(HOME));
        assertThat(page.texts(".roadmap tr.overdue")).isEmpty();
        assertThat(page.text()).contains("Выполнено 1 из 2", "приказ подписан");
        assertThat(page.attributes("#line-" + first + " a[rel]", "href")).containsExactly("https://school.example/order");
        assertThat(page.texts(".history li b")).contains("Отмечено");
    }

    @Test
    void oneMarkLeadsToTheNextMeasureWithoutOneAndWhatIsNotDoneIsOverdueNoMore() {
        long id = started(Source.EMPTY);
        String first = new Russian().date(year.firstDay());
        addLine(id, "kind", "MEASURE", "measure", "Приказ", "dueOn", first, "responsible", "директор");
        addLine(id, "kind", "HEADING", "measure", "Раздел");
        addLine(id, "kind", "MEASURE", "measure", "Семинар", "dueOn", first, "responsible", "куратор");
        addLine(id, "kind", "MEASURE", "measure", "Отчёт", "dueOn", first, "responsible", "куратор");
        post(HOME + "/" + id + "/submit");
        approve(id);
        List<Long> lines = plan(id).lines().stream().map(RoadmapReading.Line::id).toList();
        LocalDate later = year.firstDay().plusDays(1);
        assertThat(plan(id).overdue(later)).isEqualTo(3);

        assertThat(post(address(id, lines.get(0), "mark"), "version", "0", "outcome", "NOT_DONE", "note", "перенесли", "next", "yes"))
                .hasRedirectedUrl(address(id, lines.get(2), "mark") + "#line-" + lines.get(2));
        assertThat(plan(id).overdue(later)).as("it is said why not").isEqualTo(2);
        post(address(id, lines.get(3), "mark"), "version", "0", "outcome", "NOT_DONE");
        assertThat(post(address(id, lines.get(2), "mark"), "version", "0", "outcome", "NOT_DONE", "next", "yes"))
                .as("nothing is left below").hasRedirectedUrl(HOME + "/" + id + "#line-" + lines.get(2));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            -,        -,          -,                 outcome,      Выберите
            DONE,     -,          -,                 doneOn,       Введите дату
            DONE,     31.02.2026, -,                 doneOn,       Такой даты нет
            DONE,     01.09.2098, -,                 doneOn,       ещё не наступила
            DONE,     29.12.2021, -,                 doneOn,       Раньше приказа
            NOT_DONE, 01.01.2001, -,                 doneOn,       Раньше приказа
            NOT_DONE, -,          http://a.example,  evidenceLink, начинается с https://
            NOT_DONE, -,          javascript:x,      evidenceLink, начинается с https://
            """)
    void whatIsWrongInAMarkIsSaidAtItsField(String outcome, String doneOn, String link, String field, String message) {
        long id = submitted();
        approve(id);
        long line = plan(id).lines().get(1).id();

        MvcTestResult answer = post(address(id, line, "mark"), "version", "0", "outcome", outcome, "doneOn", doneOn, "evidenceLink", link);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).error(field)).contains(message);
        assertThat(plan(id).lines().get(1).outcome()).isNull();
    }

    @Test
    void aDocumentProvesAMeasureOnlyIfItIsTheOwnOne() {
        long id = submitted();
        approve(id);
        long line = plan(id).lines().get(1).id();
        long own = document(school);
        long foreign = document(town.school());

        assertThat(post(address(id, line, "mark"), "version", "0", "outcome", "DONE", "doneOn", "01.09.2024", "evidenceActId", String.valueOf(foreign)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Shown.in(post(address(id, line, "mark"), "version", "0", "outcome", "DONE", "doneOn", "01.09.2024", "evidenceActId",
                String.valueOf(own), "evidenceLink", "https://a.example")).error("evidenceLink")).contains("либо документ, либо ссылка");
        assertThat(post(address(id, line, "mark"), "version", "0", "outcome", "DONE", "doneOn", "01.09.2024", "evidenceActId", String.valueOf(own)))
                .hasStatus(HttpStatus.FOUND);
        assertThat(Shown.in(get(HOME)).attributes("#line-" + line + " a[href^='/workspace/documents']", "href"))
                .containsExactly("/workspace/documents/" + own);
    }

    @Test
    void onlyAnApprovedRoadmapIsMarkedAndHeadingsNever() {
        long id = started(Source.TEMPLATE);
        List<RoadmapReading.Line> lines = plan(id).lines();
        assertThat(Shown.in(post(address(id, lines.get(1).id(), "mark"), "version", "0", "outcome", "DONE", "doneOn", "01.09.2024")).errors())
                .contains("в согласованной дорожной карте");

        post(HOME + "/" + id + "/submit");
        approve(id);
        assertThat(Shown.in(post(address(id, lines.get(0).id(), "mark"), "version", "0", "outcome", "DONE", "doneOn", "01.09.2024")).errors())
                .contains("название раздела");
    }

    @Test
    void theNextEditionKeepsKeysAndWhatWasMarkedMeanwhile() {
        long id = submitted();
        approve(id);
        assertThat(post(HOME + "/" + id + "/amend")).hasStatus(HttpStatus.FOUND);
        long next = reading.all(school).get(0).id();
        assertThat(next).isNotEqualTo(id);
        assertThat(plan(next).lines()).extracting(RoadmapReading.Line::key).isEqualTo(plan(id).lines().stream().map(RoadmapReading.Line::key).toList());
        assertThat(post(HOME + "/" + id + "/amend")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        long line = plan(id).lines().get(1).id();
        post(address(id, line, "mark"), "version", "0", "outcome", "DONE", "doneOn", "01.09.2024", "note", "сделано");
        post(HOME + "/" + next + "/submit");
        approve(next);

        assertThat(plan(next).lines().get(1)).satisfies(copied -> {
            assertThat(copied.outcome()).isEqualTo(Outcome.DONE);
            assertThat(copied.note()).isEqualTo("сделано");
        });
        assertThat(Shown.in(get(HOME + "/" + id)).text()).contains("вместо неё действует следующая редакция");
        assertThat(Shown.in(get(HOME)).texts("h1").get(0)).contains("редакция 2");
    }

    @Test
    void theReviewGetsTheTableWithKeysThatStay() {
        long id = submitted();

        String content = jdbc.sql("select content::text from review_submission where organisation_id = ? order by id desc limit 1").param(school.id())
                .query(String.class).single();

        assertThat(content).contains("Ответственный исполнитель", plan(id).lines().get(1).key(), plan(id).lines().get(1).measure());
    }

    @Test
    void thePrintedTableHasTheOrdersColumns() {
        long id = started(Source.TEMPLATE);

        Shown page = Shown.in(get(HOME + "/" + id + "/print"));

        assertThat(page.texts("thead th")).containsExactly("№ п/п", "Наименование мероприятий", "Срок реализации", "Ответственный исполнитель",
                "Результат, вид документа");
        assertThat(page.texts("article.landscape h1").get(0)).contains("на " + year + " учебный год", school.shortName());
        assertThat(page.texts("tbody tr")).hasSameSizeAs(plan(id).lines());
    }

    @Test
    void theMeasuresAreTakenAwayAsTheyAreShownEachWithItsSection() throws Exception {
        long id = started(Source.EMPTY);
        assertThat(Shown.in(get(HOME + "/" + id)).texts(".take")).as("nothing to take").isEmpty();
        String past = new Russian().date(year.firstDay());
        addLine(id, "kind", "MEASURE", "measure", "=Приказ", "termText", "сразу", "dueOn", past, "responsible", "директор",
                "result", "приказ");
        addLine(id, "kind", "HEADING", "measure", "Раздел");
        addLine(id, "kind", "MEASURE", "measure", "Семинар", "dueOn", past, "responsible", "куратор");
        addLine(id, "kind", "MEASURE", "measure", "Отчёт", "dueOn", new Russian().date(year.lastDay()), "responsible", "куратор");
        String first = "/workspace/roadmap/" + id;
        assertThat(Shown.in(get(first)).attributes(".take a", "href")).isEqualTo(Shown.in(get(HOME)).attributes(".take a", "href"))
                .containsExactly(first + "?table=xlsx", first + "?table=csv");
        assertThat(Shown.in(get(first + "/lines/new")).texts(".take")).as("a row is being written").isEmpty();
        assertThat(csv(id)).as("what is not approved is not overdue").noneSatisfy(row -> assertThat(row.toString()).contains("Просрочено"));

        post(HOME + "/" + id + "/submit");
        approve(id);
        long seminar = plan(id).lines().get(2).id();
        post(address(id, seminar, "mark"), "version", "0", "outcome", "DONE", "doneOn", past, "evidenceLink",
                "https://school.example/order", "note", "прошёл");
        List<List<String>> file = csv(id);
        Shown page = Shown.in(get(first));
        assertThat(file.stream().map(row -> row.get(2).replaceFirst("^'", "")))
                .isEqualTo(page.texts(".roadmap tbody tr:not(.heading) th")).containsExactly("=Приказ", "Семинар", "Отчёт");
        assertThat(file.stream().map(row -> row.get(1))).isEqualTo(page.texts(".roadmap tbody tr:not(.heading) td.number"));
        String overdue = clock.today().isAfter(year.firstDay()) ? "Просрочено" : "";
        assertThat(file).containsExactly(
                List.of("", "1", "'=Приказ", "сразу", past, "директор", "приказ", overdue, "", "", ""),
                List.of("2. Раздел", "2.1", "Семинар", file.get(1).get(3), past, "куратор", "", "Выполнено", past,
                        "https://school.example/order", "прошёл"),
                List.of("2. Раздел", "2.2", "Отчёт", file.get(2).get(3), new Russian().date(year.lastDay()), "куратор",
                        "", "", "", "", ""));
        assertThat(get(first + "?table=ods")).hasStatus(404);
        assertThat(mvc.get().uri(first + "?table=csv").with(town.curatorOf(town.school()).signedIn()).exchange()).hasStatus(404);
    }

    private List<List<String>> csv(long id) throws Exception {
        MvcTestResult answer = get(HOME + "/" + id + "?table=csv");
        assertThat(answer).hasStatusOk();
        return CSVFormat.EXCEL.builder().setDelimiter(';').get()
                .parse(new StringReader(answer.getResponse().getContentAsString(StandardCharsets.UTF_8).substring(1))).stream().skip(1)
                .map(CSVRecord::toList).toList();
    }

    // ---- Hands -------------------------------------------------------------------------------------------------------------

    private long started(Source source) {
        assertThat(post(HOME + "/new", "year", String.valueOf(year.start()), "source", source.name())).hasStatus(HttpStatus.FOUND);
        return reading.all(school).get(0).id();
    }

    private long submitted() {
        long id = started(Source.TEMPLATE);
        assertThat(post(HOME + "/" + id + "/submit")).hasRedirectedUrl(HOME + "/" + id);
        return id;
    }

    private void approve(long id) {
        as(methodologist, () -> {
            reviews.approve(school, plan(id).header().editionId(), submission(id), null);
            return 0L;
        });
    }

    private void giveBack(long id, Map<String, String> remarks) {
        as(methodologist, () -> {
            reviews.remark(school, plan(id).header().editionId(), submission(id), remarks);
            reviews.giveBack(school, plan(id).header().editionId(), submission(id), null);
            return 0L;
        });
    }

    private long submission(long id) {
        return jdbc.sql("select id from review_submission where organisation_id = ? and edition_id = ? and outcome is null")
                .params(school.id(), plan(id).header().editionId()).query(Long.class).single();
    }

    private long document(Tenant whose) {
        return jdbc.sql("""
                insert into local_act (organisation_id, kind, dated_on, title, link, disclosure)
                values (?, 'OTHER', '2024-09-01', 'О семинаре', 'https://school.example', 'NO_NAMES') returning id""").param(whose.id())
                .query(Long.class).single();
    }

    private long as(Town.Person person, java.util.function.Supplier<Long> action) {
        var user = person.accounts().loadUserByUsername(person.login());
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private RoadmapReading.Plan plan(long id) {
        return reading.plan(school, id);
    }

    private List<String> measures(long id) {
        return plan(id).lines().stream().map(RoadmapReading.Line::measure).toList();
    }

    private String day(int month, int day) {
        return new Russian().date(LocalDate.of(year.start(), month, day));
    }

    private static String address(long id, long line, String action) {
        return HOME + "/" + id + "/lines/" + line + "/" + action;
    }

    private MvcTestResult addLine(long id, String... fields) {
        return post(HOME + "/" + id + "/lines/new", fields);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).with(curator.signedIn()).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(URI.create(address)).with(csrf()).with(curator.signedIn());
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                request = request.param(fields[i], fields[i + 1]);
            }
        }
        return request.exchange();
    }
}
