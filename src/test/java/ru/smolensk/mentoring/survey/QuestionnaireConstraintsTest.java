package ru.smolensk.mentoring.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold of questionnaires, against whoever goes round the portal; and what version 1 says. */
@PortalTest
class QuestionnaireConstraintsTest {

    private static final int NUMBER = 900;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sheets sheets;

    @Autowired
    JsonMapper json;

    long draft;
    long item;

    @BeforeEach
    void aDraftWithAQuestion() {
        forgetIt();
        draft = jdbc.sql("""
                insert into questionnaire (audience, wave, number, title, instruction, unverified)
                values ('MENTEE', 2, ?, 'Анкета', 'Оцените', false) returning id""").param(NUMBER).query(Long.class).single();
        item = jdbc.sql("""
                insert into questionnaire_item (questionnaire_id, position, kind, words, scale_min, scale_max)
                values (?, 1, 'SCALE', 'Довольны?', 1, 10) returning id""").param(draft).query(Long.class).single();
    }

    @AfterEach
    void forgetIt() {
        jdbc.sql("update questionnaire set key_item = null where published_on is null and number = ?").param(NUMBER).update();
        jdbc.sql("delete from questionnaire_item where questionnaire_id in (select id from questionnaire where number = ? and published_on is null)")
                .param(NUMBER).update();
        jdbc.sql("delete from questionnaire where number = ? and published_on is null").param(NUMBER).update();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            questionnaire_audience_known     | audience = 'PARENT'
            questionnaire_wave_known         | wave = 3
            questionnaire_wave_of_audience   | wave = null
            questionnaire_number_positive    | number = 0
            questionnaire_number_unique      | number = 1
            questionnaire_method_known       | method = 'GUESS'
            questionnaire_method_of_wave     | wave = 1, threshold = 7
            questionnaire_threshold_on_scale | threshold = 0
            questionnaire_threshold_on_scale | threshold = 11
            questionnaire_key_item_fk        | key_item = 1
            questionnaire_method_whole       | published_on = '2026-09-01'
            questionnaire_method_whole       | published_on = '2026-09-01', method = 'KEY_ITEM', threshold = 7
            questionnaire_key_on_scale       | published_on = '2026-09-01', method = 'KEY_ITEM', threshold = 7, key_item = 1
            """)
    void aVersion(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update questionnaire set " + change + " where id = ?", draft)).isEqualTo(constraint);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            questionnaire_item_questionnaire_fk  | questionnaire_id = -1
            questionnaire_item_kind_known        | kind = 'PICTURE', scale_min = null, scale_max = null
            questionnaire_item_position_positive | position = 0
            questionnaire_item_scale             | scale_max = null
            questionnaire_item_scale             | scale_min = 10
            questionnaire_item_scale             | scale_max = 11
            questionnaire_item_scale             | kind = 'OPEN'
            questionnaire_item_options           | kind = 'CHOICE', scale_min = null, scale_max = null
            questionnaire_item_options           | kind = 'CHOICE', scale_min = null, scale_max = null, options = array['один']
            """)
    void aQuestion(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update questionnaire_item set " + change + " where id = ?", item)).isEqualTo(constraint);
    }

    @Test
    void twoQuestionsNeverShareAPlaceOrAPair() {
        String other = "insert into questionnaire_item (questionnaire_id, position, kind, words, pair) values (?, ?, 'OPEN', 'Ещё?', 'value')";
        assertThat(constraintAgainst(jdbc, other, draft, 1)).isEqualTo("questionnaire_item_position_unique");
        jdbc.sql(other).params(draft, 2).update();
        assertThat(constraintAgainst(jdbc, other, draft, 3)).isEqualTo("questionnaire_item_pair_unique");
    }

    @Test
    void aLineHasOneDraft() {
        assertThat(constraintAgainst(jdbc, """
                insert into questionnaire (audience, wave, number, title, instruction, unverified)
                values ('MENTEE', 2, 901, 'Анкета', 'Оцените', false)""")).isEqualTo("questionnaire_one_draft");
    }

    @Test
    void nothingWithoutQuestionsIsPublished() {
        jdbc.sql("delete from questionnaire_item where id = ?").param(item).update();
        assertThat(constraintAgainst(jdbc, "update questionnaire set published_on = '2026-09-01', method = 'MEAN', threshold = 7 where id = ?", draft))
                .isEqualTo("questionnaire_has_questions");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update questionnaire set title = 'Другое' where id = 3",
        "update questionnaire set threshold = 8 where id = 3",
        "update questionnaire set published_on = null where id = 3",
        "delete from questionnaire where id = 5",
        "update questionnaire_item set words = 'Другое' where id = 43",
        "delete from questionnaire_item where id = 43",
        "insert into questionnaire_item (questionnaire_id, position, kind, words) values (3, 99, 'OPEN', 'Ещё?')"})
    void whatWasPublishedIsFrozen(String change) {
        assertThat(constraintAgainst(jdbc, change)).isEqualTo("questionnaire_frozen");
    }

    @Test
    void aQuestionOfADraftIsNeverCarriedIntoAPublishedVersion() {
        assertThat(constraintAgainst(jdbc, "update questionnaire_item set questionnaire_id = 3, position = 99 where id = ?", item))
                .isEqualTo("questionnaire_frozen");
    }

    /** Word for word what the reconstruction says (questionnaires.json). */
    @Test
    void theFirstVersionsSayWhatTheReconstructionSays() throws IOException {
        JsonNode all;
        try (var file = getClass().getResourceAsStream("questionnaires.json")) {
            all = json.readTree(file);
        }
        List<String> written = new ArrayList<>();
        all.get("questionnaires").forEach(one -> one.get("items").forEach(item -> written.add(one.get("title").asString() + "/"
                + one.get("instruction").asString() + "/" + item.get("number").asInt() + "/" + item.get("text").asString() + "/"
                + kind(item.get("type").asString()) + "/" + (item.has("min") ? item.get("min").asInt() + "–" + item.get("max").asInt() : "0–0") + "/"
                + (item.has("options") ? item.get("options").valueStream().map(JsonNode::asString).toList() : List.of()))));
        List<String> kept = new ArrayList<>();
        for (long id = 1; id <= 5; id++) {
            Sheet sheet = sheets.one(id);
            sheet.questions().forEach(one -> kept.add(sheet.title() + "/" + sheet.instruction() + "/" + one.number() + "/" + one.words() + "/"
                    + one.kind() + "/" + one.scaleMin() + "–" + one.scaleMax() + "/" + one.options()));
        }
        assertThat(kept).hasSize(90).containsExactlyElementsOf(written);
        assertThat(sheets.one(3).questions().stream().filter(Question::required).map(Question::words))
                .containsExactly("Насколько Вы довольны вашей совместной работой?");
        assertThat(sheets.one(4).questions().stream().filter(Question::required).map(Question::number)).containsExactly(11);
        assertThat(sheets.one(3).threshold()).isEqualTo(7);
    }

    private static ItemKind kind(String type) {
        return switch (type) {
            case "yes_no" -> ItemKind.YES_NO;
            case "open" -> ItemKind.OPEN;
            case "scale" -> ItemKind.SCALE;
            default -> ItemKind.CHOICE;
        };
    }
}
