package ru.smolensk.mentoring.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.RandomOrganisations;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;

/** What is exported and imported again changes nothing: on random organisations with texts that spreadsheets like to spoil. */
@PortalTest
@Transactional
class ThereAndBackTest {

    private static final int ORGANISATIONS = 60;
    private static final List<String> TEXTS = List.of("=1+1", "+7 (4812) 00-00-00", "-", "@имя", "_x0041_ и _x000D_", "две\nстроки\n\nи четвёртая", "два  пробела",
            "«кавычки» \"и\" 'так'", "\ud83d\ude80 вперёд", "01.09.2026", "123", "1/2", "a;b; c", "<b>&amp;</b>", "\tс отступом внутри\tи ещё".strip(), "ИСТИНА", "#ССЫЛКА!");

    @Autowired
    JdbcTemplate template;
    @Autowired
    OrganisationWorkbook workbook;
    @Autowired
    Importing importing;

    @TempDir
    Path room;

    @Test
    void exportAndImportChangeNothing() throws IOException {
        Random random = new Random(475);
        List<Long> organisations = RandomOrganisations.saved(template, ORGANISATIONS);
        for (long organisation : organisations) {
            spoil(random, organisation);
        }
        int rows = 0;
        for (int seed = 0; seed < ORGANISATIONS; seed++) {
            Path file = room.resolve(seed + ".xlsx");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Tenant organisation = new Tenant(organisations.get(seed), "o", "О", true);
            workbook.writeFilled(organisation, out);
            Files.write(file, out.toByteArray());
            Importing.Outcome outcome = importing.preview(organisation, WorkbookFile.read(file), (done, total) -> { });
            assertThat(outcome.findings()).as("seed %d", seed).isEmpty();
            assertThat(outcome.results()).as("seed %d", seed).allMatch(result -> result.state() == Run.State.UNCHANGED);
            rows += outcome.results().size();
        }
        assertThat(rows).as("there was something to compare").isGreaterThan(5 * ORGANISATIONS);
    }

    /** Texts and names that are hard to carry; namesakes too. */
    private void spoil(Random random, long organisation) {
        for (String column : List.of("mentor.category", "mentor.competences", "mentor.achievements", "mentor.free_time", "mentee.request")) {
            String table = column.substring(0, column.indexOf('.'));
            template.queryForList("select participant_id from " + table + " where organisation_id = ?", Long.class, organisation).forEach(id ->
                    template.update("update " + table + " set " + column.substring(column.indexOf('.') + 1) + " = ? where organisation_id = ? and participant_id = ?",
                            random.nextInt(3) == 0 ? null : text(random), organisation, id));
        }
        template.queryForList("select id from participant where organisation_id = ?", Long.class, organisation).forEach(id -> {
            template.update("update participant set position = ? where organisation_id = ? and id = ?", random.nextBoolean() ? null : oneLine(random), organisation, id);
            if (random.nextInt(3) == 0) {
                template.update("insert into consent (organisation_id, participant_id, kind, given_on) values (?, ?, 'PROCESSING', '2024-01-01')", organisation, id);
            }
        });
        List<Long> people = template.queryForList("select id from participant where organisation_id = ? order by id", Long.class, organisation);
        if (people.size() > 1 && random.nextBoolean()) {
            template.update("update participant set last_name = 'Ёлкина', first_name = 'Анна Мария', patronymic = null, born_on = case when id = ? then date '1990-01-02' end"
                    + " where organisation_id = ? and id in (?, ?) and coalesce(teaching_since, '2000-01-01') > '1990-01-02'", people.get(0), organisation, people.get(0), people.get(1));
        }
        template.update("update mentorship set end_reason = ? where organisation_id = ? and ended_on is not null", text(random), organisation);
        template.update("update programme set goal = ? where organisation_id = ? and id % 2 = 0", text(random), organisation);
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static String oneLine(Random random) {
        return text(random).replace('\n', ' ').replace("  ", " ");
    }
}
