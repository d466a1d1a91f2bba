package ru.smolensk.mentoring.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Office;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** A report as DOCX and PDF, opened by LibreOffice. */
@PortalTest
class ReportPaperTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PortalClock clock;

    Tenant school;
    Town.Person curator;
    AcademicYear year;
    String report;

    @BeforeEach
    void aReportInWork() {
        school = town.school();
        curator = town.curatorOf(school);
        year = AcademicYear.of(clock.today());
        long programme = Running.programme(jdbc, school, year.firstDay(), year.lastDay());
        report = post("/workspace/reports", "year", String.valueOf(year.start())).getResponse().getRedirectedUrl();
        post(report + "/process/" + programme, "version", "0", "result", "Ведёт уроки сама «отлично» & <b>уверенно</b>", "examsPercent", "92",
                "achievement", "ROSE", "olympiads", "SAME");
        post(report + "/risks", "version", "0", "risks[1].likelihood", "HIGH", "risks[1].impact", "HIGH", "risks[1].measure", "Снять часть классов");
        post(report + "/conclusions", "version", "0", "conclusions", "Наставничество прижилось.\nВторой абзац.");
    }

    @Test
    void bothDocumentsSayWhatThePagesSay() {
        for (String format : List.of("docx", "pdf")) {
            MvcTestResult file = get(report + "/report." + format, curator);
            assertThat(file).hasStatusOk();
            assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment").contains("." + format);
            byte[] content = file.getResponse().getContentAsByteArray();
            String words = (format.equals("pdf") ? Office.words(content) : Office.words(content, "отчёт.docx")).replaceAll("\\s+", " ");
            assertThat(words).contains("Отчёт внутреннего мониторинга", "за " + year + " учебный год", "ещё не принят",
                    "Наставнические пары 1", "Первые шаги", "Ведёт уроки сама «отлично» & <b>уверенно</b>", "успеваемость выросла", "прошли 92 %",
                    "Снять часть классов", "Наставничество прижилось. Второй абзац.");
            assertThat(words.replaceAll("[^А-Яа-яё ]", "")).as(format).contains("нет данных о численности");
        }
    }

    @Test
    void theDepartmentGetsWhatWasHandedInAndNothingElse() {
        Town.Person methodologist = town.methodologist();
        String id = report.substring(report.lastIndexOf('/') + 1);
        assertThat(get("/department/reports/" + id + "/report.docx", methodologist)).hasStatus(404);
        assertThat(get("/department/reports/" + id + "/report.pdf", methodologist)).hasStatus(404);
    }

    private MvcTestResult get(String address, Town.Person who) {
        return mvc.get().uri(address).with(who.signedIn()).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(curator.signedIn()).with(csrf()).param("_once", UUID.randomUUID().toString());
        for (int index = 0; index < fields.length; index += 2) {
            request = request.param(fields[index], fields[index + 1]);
        }
        return request.exchange();
    }
}
