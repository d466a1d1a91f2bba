package ru.smolensk.mentoring.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.smolensk.mentoring.testing.Office;
import ru.smolensk.mentoring.testing.PortalTest;

@PortalTest
class PaperTest {

    private static final Chart.Bars SHARES = new Chart.Bars("Доля наставников по типам организаций", List.of(
            new Chart.Bar("Общеобразовательные организации", 66.7, "66,7 % (2 из 3)"),
            new Chart.Bar("Дошкольные организации", 100.0, "100,0 % (5 из 5)"),
            new Chart.Bar("Организации дополнительного образования", null, "нет данных о численности")));
    private static final Chart.Lines YEARS = new Chart.Lines("Доли по годам", true, List.of("2024/2025", "2025/2026", "2026/2027"), List.of(
            new Chart.Line("Молодые специалисты", Arrays.asList(40.0, null, 66.7)),
            new Chart.Line("Наставники", Arrays.asList(10.0, 12.5, 14.0))));

    @Autowired
    PdfPaper pdf;

    static Paper sample(boolean landscape) {
        List<Paper.Row> rows = new ArrayList<>();
        for (int number = 1; number <= 120; number++) {
            rows.add(Paper.Row.of("МБДОУ «Детский сад № " + number + "»", String.valueOf(number), "14,3 % (1 из 7)"));
        }
        rows.add(Paper.Row.total("Город", "120", "66,7 % (2 из 3)"));
        return new Paper.Draft("Аналитическая справка", landscape, "за 2026/2027 учебный год", "по состоянию на 12.10.2026")
                .part("Основание")
                .text("Пункт 6.4 дорожной карты: <b>не разметка</b> & «кавычки» \u0001\uD800 и знак =1+1.\nВторая строка.")
                .note("Примечание мелким шрифтом")
                .chapter("1.1. Риски")
                .points(List.of("высокая нагрузка на наставников и наставляемых", "низкая мотивация наставников"))
                .table("Таблица 1. Организации", List.of(Paper.Column.words("Организация", 5), Paper.Column.figures("Пар", 1),
                        Paper.Column.figures("Наставники", 3)), rows)
                .figure(SHARES, "Рисунок 1. Доля наставников")
                .figure(YEARS, "Рисунок 2. Динамика")
                .finished();
    }

    @Test
    void aDocumentOfWordHoldsEveryBlockInItsOrder() throws IOException {
        byte[] written = word(sample(false));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(written))) {
            assertThat(document.getParagraphs().stream().filter(one -> "Heading1".equals(one.getStyle())).map(one -> one.getText()))
                    .containsExactly("1. Основание");
            assertThat(document.getTables()).hasSize(1);
            assertThat(document.getTables().get(0).getRows()).hasSize(122);
            assertThat(document.getTables().get(0).getRow(0).isRepeatHeader()).isTrue();
            assertThat(document.getAllPictures()).hasSize(2);
        }
        assertSaysEverything(Office.words(written, "справка.docx"));
    }

    @Test
    void thePdfSaysTheSameAndCarriesItsFont() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.write(sample(false), out);
        assertSaysEverything(Office.words(out.toByteArray()));
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).as(resources.getFont(name).getName()).isTrue();
            }
            var sheet = document.getPage(0).getMediaBox();
            assertThat(sheet.getHeight()).isGreaterThan(sheet.getWidth());
        }
    }

    @Test
    void aLyingSheetIsWiderThanHigh() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.write(sample(true), out);
        for (byte[] written : List.of(out.toByteArray(), Office.converted(word(sample(true)), "a.docx", "pdf"))) {
            try (var document = Loader.loadPDF(written)) {
                var sheet = document.getPage(0).getMediaBox();
                assertThat(sheet.getWidth()).isGreaterThan(sheet.getHeight());
            }
        }
    }

    @Test
    void theHeadOfALongTableIsRepeatedOnEverySheet() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.write(sample(false), out);
        for (String words : List.of(Office.words(out.toByteArray()), Office.words(word(sample(false)), "a.docx"))) {
            assertThat(words.split("Организация Пар Наставники", -1).length - 1).isGreaterThan(2);
        }
    }

    @Test
    void aChartIsDrawnInEveryLookAndWidth() throws IOException {
        for (Chart chart : List.of(SHARES, YEARS)) {
            for (ChartPicture.Look look : ChartPicture.Look.values()) {
                for (ChartPicture.Width width : ChartPicture.Width.values()) {
                    var picture = ImageIO.read(new ByteArrayInputStream(ChartPicture.png(chart, look, width)));
                    assertThat(picture.getWidth()).isEqualTo(2 * width.pixels());
                    assertThat(picture.getHeight()).isEqualTo(2 * ChartPicture.height(chart, width));
                }
            }
        }
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() -> new Paper.Table("t", List.of(Paper.Column.words("a", 1)), List.of(Paper.Row.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSaysEverything(String words) {
        assertThat(words.replaceAll("\\s+", " ")).contains("Аналитическая справка", "за 2026/2027 учебный год", "1. Основание",
                "<b>не разметка</b> & «кавычки» и знак =1+1.", "Вторая строка.", "Примечание мелким шрифтом",
                "– низкая мотивация наставников", "Таблица 1. Организации", "МБДОУ «Детский сад № 120» 120 14,3 % (1 из 7)",
                "Город 120 66,7 % (2 из 3)", "Рисунок 2. Динамика");
    }

    private static byte[] word(Paper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WordPaper.write(paper, out);
        return out.toByteArray();
    }
}
