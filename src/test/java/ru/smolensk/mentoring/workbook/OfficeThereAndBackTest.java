package ru.smolensk.mentoring.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.Office;

/** The workbooks of the demo city, as the portal writes them and as LibreOffice saves them again. */
@DemoCityTest
class OfficeThereAndBackTest {

    @Autowired
    JdbcClient jdbc;
    @Autowired
    OrganisationWorkbook workbook;
    @Autowired
    Importing importing;

    @TempDir
    Path room;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void whatLibreOfficeHasSavedAgainChangesNothing(String format) throws IOException {
        Tenant school = tenant("sh-33");
        expectNoChange(school, Office.converted(written(school), "sh-33.xlsx", format), 20);
    }

    @Test
    void noOrganisationOfTheCityChangesByItsOwnExport() throws IOException {
        for (String slug : jdbc.sql("select slug from organisation order by id").query(String.class).list()) {
            Tenant organisation = tenant(slug);
            expectNoChange(organisation, written(organisation), 0);
        }
    }

    private void expectNoChange(Tenant organisation, byte[] content, int rows) throws IOException {
        Importing.Outcome outcome = importing.preview(organisation, WorkbookFile.read(Files.write(room.resolve("т"), content)), (done, total) -> { });
        assertThat(outcome.findings()).as(organisation.slug()).isEmpty();
        assertThat(outcome.results()).as(organisation.slug()).hasSizeGreaterThanOrEqualTo(rows).allMatch(result -> result.state() == Run.State.UNCHANGED);
    }

    private byte[] written(Tenant organisation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.writeFilled(organisation, out);
        return out.toByteArray();
    }

    private Tenant tenant(String slug) {
        return jdbc.sql("select id, slug, short_name, kind = 'GENERAL' as general from organisation where slug = ?").param(slug).query(Tenant.class).single();
    }
}
