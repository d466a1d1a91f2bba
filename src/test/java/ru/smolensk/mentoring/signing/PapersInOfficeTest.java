package ru.smolensk.mentoring.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Office;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** Papers as LibreOffice prints them, and as the portal does: the right names in the right places. */
@PortalTest
class PapersInOfficeTest {

    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PaperReading reading;
    @Autowired
    PaperFiles files;

    @Test
    void theOrderTheProgrammeAndTheConsentsReadTheSameInOfficeAndInOurPdf() {
        Tenant school = town.school();
        Staged staged = Staged.in(jdbc, school.id(), "Громова", "Лебедев");
        String name = new Russian().capital(jdbc.sql("select full_name from organisation where id = ?").param(school.id())
                .query(String.class).single());
        inOrder(school, PaperKind.ASSIGNMENT_ORDER, staged.order(), List.of(name, "ПРИКАЗ", "1 сентября 2026 г.", "№ " + staged.number(),
                "ПРИКАЗЫВАЮ",
                "Громова", "2. Наставникам разработать", "ознакомлены", "Громова Вера Павловна", "Лебедев Олег Игоревич"));
        inOrder(school, PaperKind.PROGRAMME, staged.programme(), List.of(name, "УТВЕРЖДЕНО", "приказом от 2 сентября 2026 г.", "15-од",
                "«Первые шаги»", "Наставник", "Громова Вера Павловна",
                "Наставляемые", "Лебедев Олег Игоревич", "План мероприятий", "Посещение", "Итоги программы", "Наставник",
                "/Громова Вера Павловна/",
                "Наставляемый", "/Лебедев Олег Игоревич/", "Куратор"));
        inOrder(school, PaperKind.PROCESSING_CONSENT, staged.mentor(), List.of("Руководителю", name, "СОГЛАСИЕ",
                "Я, Громова Вера Павловна, учитель физики",
                "152-ФЗ", "Роль: наставник", "Громова Вера Павловна"));
        inOrder(school, PaperKind.DISTRIBUTION_CONSENT, staged.mentee(), List.of("СОГЛАСИЕ", "для распространения",
                "Я, Лебедев Олег Игоревич, учитель истории",
                "статьёй 10.1", "Роль: наставляемый", "фотографии", "Лебедев Олег Игоревич"));
    }

    private void inOrder(Tenant school, PaperKind kind, long thing, List<String> words) {
        DrawnUp paper = reading.read(school, kind, thing);
        for (String printed : List.of(Office.words(files.pdf(paper)), Office.words(files.word(paper), "paper.docx"))) {
            String text = printed.replaceAll("\\s+", " ");
            int at = 0;
            for (String one : words) {
                assertThat(text.indexOf(one, at)).as("«%s» after the words before it in %s", one, text).isGreaterThanOrEqualTo(0);
                at = text.indexOf(one, at) + one.length();
            }
            assertThat(text).doesNotContain("null", "{{", "[");
        }
    }
}
