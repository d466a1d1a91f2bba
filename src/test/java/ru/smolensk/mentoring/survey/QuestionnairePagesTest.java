package ru.smolensk.mentoring.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** The methodologist copies a version, edits the draft, previews and publishes it. */
@PortalTest
@Transactional
class QuestionnairePagesTest {

    private static final String HOME = "/department/questionnaires";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    RequestPostProcessor methodologist;

    @BeforeEach
    void aMethodologist() {
        methodologist = town.methodologist().signedIn();
    }

    @Test
    void theListShowsEveryLineAndWhatToCompare() {
        Shown page = Shown.in(get(""));
        assertThat(page.texts("tbody th")).containsExactly("Анкета наставляемого, до начала работы", "Анкета наставника, до начала работы",
                "Анкета наставляемого, по завершении работы", "Анкета наставника, по завершении работы", "Анкета куратора");
        assertThat(page.text()).contains("сверьте с официальным текстом");
    }

    @Test
    void theFileHoldsTheRowsOfTheListInItsOrder() throws Exception {
        copy(4);
        for (String asked : new String[] {"?", "?sort=-name&", "?wave=SECOND&sort=questions&", "?q=театр&", "?state=DRAFT&"}) {
            List<String> file = get(asked + "table=csv").getResponse().getContentAsString(StandardCharsets.UTF_8).lines().skip(1).toList();
            List<String> shown = Shown.in(get(asked)).texts("tbody th");
            assertThat(file).as(asked).hasSameSizeAs(shown);
            for (int row = 0; row < shown.size(); row++) {
                assertThat(file.get(row).replace("\"", "")).as(asked).startsWith(shown.get(row) + ";");
            }
        }
        assertThat(get("?state=DRAFT&table=csv")).bodyText().contains("версия 2 – черновик");
        assertThat(get("?table=ods")).hasStatus(404);
        assertThat(Shown.in(get("?sort=-name")).text()).contains("Скачать этот список целиком: XLSX, CSV");
    }

    @Test
    void theListIsFilteredAndSortedInItsAddress() {
        assertThat(Shown.in(get("?audience=CURATOR")).texts("tbody th")).containsExactly("Анкета куратора");
        Shown first = Shown.in(get("?wave=FIRST&q=НАСТАВНИКА"));
        assertThat(first.texts("tbody th")).containsExactly("Анкета наставника, до начала работы");
        assertThat(first.texts(".filter .count")).containsExactly("1 анкета");
        assertThat(Shown.in(get("?sort=questions")).texts("tbody th").get(0)).isEqualTo("Анкета наставляемого, по завершении работы");
        assertThat(Shown.in(get("?sort=name")).texts("tbody th").get(0)).isEqualTo("Анкета куратора");
        assertThat(Shown.in(get("?audience=NOBODY&wave=X&state=Y&sort=zzz")).texts("tbody th")).hasSize(5);
        assertThat(Shown.in(get("?q=театр")).text()).contains("Ничего не нашлось", "Показать все анкеты");
        copy(4);
        assertThat(Shown.in(get("?state=DRAFT")).texts("tbody th")).contains("Анкета наставника, по завершении работы");
    }

    @Test
    void theCuratorsFormSaysWhatItIsForAndThatNobodyIsAskedByIt() {
        assertThat(Shown.in(get("/5")).text()).contains("лист самооценки", "Опросов по этой анкете портал не проводит", "от 15 до 18 – оптимальный");
        long draft = copy(5);
        assertThat(post("/" + draft + "/items/new", "kind", "SCALE", "words", "Ещё?", "scaleMin", "0", "scaleMax", "2")).hasStatus(HttpStatus.FOUND);
        assertThat(Shown.in(get("/" + draft)).text()).contains("лист самооценки").doesNotContain("оптимальный");
        assertThat(Shown.in(get("/3")).text()).doesNotContain("лист самооценки");
    }

    @Test
    void aCopyIsADraftWithTheSameQuestionsAndMethod() {
        long draft = copy(3);

        Shown page = Shown.in(get("/" + draft));
        assertThat(page.texts("tbody th")).hasSize(26).first().isEqualTo("Сталкивались ли Вы раньше с программой наставничества?");
        assertThat(page.text()).contains("черновик", "версия 2", "По ключевому вопросу", "7 из 10", "ключевой");
        assertThat(Shown.in(get("")).text()).contains("Версия 2").contains("черновик");
        MvcTestResult again = post("/3/copy");
        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(again).errors()).contains("Черновик новой версии этой анкеты уже есть");
    }

    @Test
    void aDraftIsEditedPublishedAndFrozenFromThenOn() {
        long draft = copy(3);
        assertThat(post("/" + draft + "/items/new", "kind", "CHOICE", "words", "Где вы \"учились\" <b>😀</b>?", "options", "СмолГУ\nКолледж\n\n"))
                .hasStatus(HttpStatus.FOUND);
        long added = jdbc.sql("select id from questionnaire_item where questionnaire_id = ? order by position desc limit 1").param(draft)
                .query(Long.class).single();
        assertThat(post("/" + draft + "/items/" + added + "/up")).hasRedirectedUrl(HOME + "/" + draft + "#q" + added);
        assertThat(Shown.in(get("/" + draft)).texts("tbody th").get(25)).isEqualTo("Где вы \"учились\" <b>😀</b>?");
        assertThat(Shown.in(get("/" + draft + "/preview?step=5")).text()).contains("Где вы \"учились\" <b>😀</b>?", "СмолГУ", "Колледж");
        long question = jdbc.sql("select id from questionnaire_item where questionnaire_id = ? and position = 1").param(draft).query(Long.class).single();
        assertThat(post("/" + draft + "/items/" + question + "/remove")).hasStatus(HttpStatus.FOUND);
        assertThat(post("/" + draft + "/verify")).hasStatus(HttpStatus.FOUND);
        assertThat(post("/" + draft + "/publish")).hasRedirectedUrl(HOME + "/" + draft);

        Shown page = Shown.in(get("/" + draft));
        assertThat(page.texts("tbody th")).hasSize(26).doesNotContain("Сталкивались ли Вы раньше с программой наставничества?");
        assertThat(page.text()).contains("опубликована").doesNotContain("сверьте");
        assertThat(page.texts(".history li b")).contains("Опубликовано", "Внесено", "Удалено", "Поднято выше", "Изменено");
        MvcTestResult late = post("/" + draft + "/items/" + added + "/edit", "version", "0", "kind", "OPEN", "words", "Другое?");
        assertThat(late).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(late).errors()).contains("Опубликованная версия не меняется");
        assertThat(post("/" + draft + "/publish")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("/" + draft + "/discard")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "семь"})
    void aThresholdOffTheScaleIsRefusedAtItsField(String threshold) {
        long draft = copy(4);
        MvcTestResult answer = post("/" + draft + "/edit", "version", version(draft), "title", "Анкета", "instruction", "Оцените", "method", "MEAN",
                "threshold", threshold);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).error("threshold")).isEqualTo("Порог – целое число от 1 до 10");
        assertThat(Shown.in(answer).value("threshold")).isEqualTo(threshold);
        assertThat(Shown.in(answer).value("title")).isEqualTo("Анкета");
    }

    @Test
    void theMethodByAKeyQuestionNeedsOneAndItStays() {
        long draft = copy(4);
        MvcTestResult without = post("/" + draft + "/edit", "version", version(draft), "title", "Анкета", "instruction", "Оцените", "method",
                "KEY_ITEM", "threshold", "7");
        assertThat(Shown.in(without).error("keyItem")).contains("Выберите ключевой вопрос");
        long key = jdbc.sql("select key_item from questionnaire where id = ?").param(draft).query(Long.class).single();
        MvcTestResult removed = post("/" + draft + "/items/" + key + "/remove");
        assertThat(removed).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(removed).errors()).contains("Это ключевой вопрос");
        String item = jdbc.sql("select version from questionnaire_item where id = ?").param(key).query(String.class).single();
        MvcTestResult changed = post("/" + draft + "/items/" + key + "/edit", "version", item, "kind", "SCALE", "words", "Довольны?", "scaleMin", "0",
                "scaleMax", "5");
        assertThat(Shown.in(changed).error("kind")).contains("Это ключевой вопрос");
        assertThat(post("/" + draft + "/edit", "version", version(draft), "title", "Анкета", "instruction", "Оцените", "method", "MEAN", "threshold",
                "8")).hasStatus(HttpStatus.FOUND);
        assertThat(Shown.in(get("/" + draft)).text()).contains("По среднему", "8 из 10").doesNotContain("ключевой");
    }

    @Test
    void anotherVersionsQuestionIsNoKeyHere() {
        long draft = copy(4);
        assertThat(post("/" + draft + "/edit", "version", version(draft), "title", "Анкета", "instruction", "Оцените", "method", "KEY_ITEM",
                "threshold", "7", "keyItem", "43")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void nothingWithoutQuestionsIsPublished() {
        long draft = copy(1);
        jdbc.sql("select id from questionnaire_item where questionnaire_id = ?").param(draft).query(Long.class).list()
                .forEach(item -> assertThat(post("/" + draft + "/items/" + item + "/remove")).hasStatus(HttpStatus.FOUND));
        entities.flush();
        MvcTestResult answer = post("/" + draft + "/publish");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).errors()).contains("В анкете нет ни одного вопроса");
        assertThat(post("/" + draft + "/discard")).hasRedirectedUrl(HOME);
        assertThat(get("/" + draft)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aQuestionSaysWhatIsWrongWithItAndLosesNothing() {
        long draft = copy(1);
        MvcTestResult scale = post("/" + draft + "/items/new", "kind", "SCALE", "words", "Сколько?", "scaleMin", "5", "scaleMax", "3");
        assertThat(Shown.in(scale).error("scaleMax")).isEqualTo("Наибольший балл должен быть больше наименьшего");
        MvcTestResult choice = post("/" + draft + "/items/new", "kind", "CHOICE", "words", "Где?", "options", "Дома");
        assertThat(Shown.in(choice).error("options")).contains("хотя бы два варианта");
        assertThat(Shown.in(choice).value("options")).isEqualTo("Дома");
    }

    @Test
    void aStaleFormComesBackWithBothVersions() {
        long draft = copy(2);
        String opened = version(draft);
        assertThat(post("/" + draft + "/edit", "version", opened, "title", "Первое", "instruction", "Оцените")).hasStatus(HttpStatus.FOUND);
        entities.flush();
        MvcTestResult stale = post("/" + draft + "/edit", "version", opened, "title", "Второе", "instruction", "Оцените");
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).text()).contains("Первое");
        assertThat(Shown.in(stale).value("title")).isEqualTo("Второе");
    }

    private long copy(long version) {
        String location = post("/" + version + "/copy").getResponse().getRedirectedUrl();
        entities.flush();
        return Long.parseLong(location.replaceAll(".*/", ""));
    }

    private String version(long id) {
        entities.flush();
        return jdbc.sql("select version from questionnaire where id = ?").param(id).query(String.class).single();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(HOME + address).with(methodologist).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(HOME + address).with(csrf()).with(methodologist);
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        MvcTestResult answer = request.exchange();
        entities.flush();
        return answer;
    }
}
