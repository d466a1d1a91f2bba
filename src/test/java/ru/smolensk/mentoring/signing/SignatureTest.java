package ru.smolensk.mentoring.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import ru.smolensk.mentoring.testing.Office;

/** A signature never stands on a page without the words that are signed. */
class SignatureTest {

    /** The order with so many pairs. */
    private static byte[] order(int pairs) throws IOException {
        DrawnUp told = BuiltInTemplatesTest.telling(PaperKind.ASSIGNMENT_ORDER);
        Map<String, List<Map<String, String>>> rows = new HashMap<>(told.rows());
        rows.put("пары", new ArrayList<>(Collections.nCopies(pairs, told.rows().get("пары").get(0))));
        return filled(PaperKind.ASSIGNMENT_ORDER, told.fields(), rows);
    }

    private static byte[] filled(PaperKind kind, Map<String, String> fields, Map<String, List<Map<String,
            String>>> rows) throws IOException {
        return Filling.filled(BuiltInTemplatesTest.builtIn(kind), new DrawnUp(kind, 1, "вещь", "/workspace", "Файл", fields, rows, false));
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    private static void together(byte[] pdf, String last, String signature, String about) throws IOException {
        List<String> pages = pages(pdf);
        assertThat(pages).as(about).filteredOn(page -> page.contains(signature) && page.contains(last)).as("%s: a page with both of %d",
                about, pages.size())
                .hasSize(1);
    }

    @Test
    void ordersOfEveryLengthKeepTheLastClauseWithTheSignature() throws IOException {
        for (int pairs : IntStream.rangeClosed(1, 16).toArray()) {
            together(BuiltInTemplatesTest.pdf(order(pairs)), "4. Контроль за исполнением", "Руководитель", pairs + " pairs");
        }
        together(Office.converted(order(6), "paper.docx", "pdf"), "4. Контроль за исполнением", "Руководитель", "6 pairs in LibreOffice");
    }

    @Test
    void aProgrammeOfEveryLengthKeepsItsResultsWithTheSignatures() throws IOException {
        DrawnUp told = BuiltInTemplatesTest.telling(PaperKind.PROGRAMME);
        for (int activities = 5; activities < 40; activities += 3) {
            Map<String, List<Map<String, String>>> rows = new HashMap<>(told.rows());
            rows.put("мероприятия", Collections.nCopies(activities, told.rows().get("мероприятия").get(0)));
            byte[] pdf = BuiltInTemplatesTest.pdf(filled(PaperKind.PROGRAMME, told.fields(), rows));
            together(pdf, "Итоги программы", "Куратор", activities + " activities");
            together(pdf, BuiltInTemplatesTest.value("фио", 1), BuiltInTemplatesTest.value("фио", 2), activities
                    + " activities, both who sign");
        }
    }

    @Test
    void aProtocolOfEveryLengthIsSignedWhereItEnds() throws IOException {
        DrawnUp told = BuiltInTemplatesTest.telling(PaperKind.MEETING_PROTOCOL);
        for (int longer = 0; longer < 40; longer += 2) {
            Map<String, String> fields = new HashMap<>(told.fields());
            fields.put("решения", "решение\n".repeat(longer) + "конец");
            fields.put("руководитель объединения", "Подписывающая");
            List<String> pages = pages(BuiltInTemplatesTest.pdf(filled(PaperKind.MEETING_PROTOCOL, fields, told.rows())));
            assertThat(pages).as("%d lines", longer).filteredOn(page -> page.contains("Голосовали") && page.contains("/Подписывающая/"))
                    .hasSize(1);
        }
    }
}
