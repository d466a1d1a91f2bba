package ru.smolensk.mentoring.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.smolensk.mentoring.paper.PrintedWord;
import ru.smolensk.mentoring.testing.Office;

/** The templates that come with the portal, and the fields that they may name. */
class BuiltInTemplatesTest {

    @BeforeAll
    static void writtenAnewWhereAskedFor() {
        if (Boolean.getBoolean("templates.write")) {
            TemplatePress.write();
        }
    }

    /** A value that fits the narrowest column and can be found again. */
    static String value(String name, int row) {
        return name.equals("№") ? "9" + row : "Z" + Integer.toString(Math.floorMod(name.hashCode(), 36 * 36 * 36), 36) + row;
    }

    /** Every field has its value. */
    static DrawnUp telling(PaperKind kind) {
        Map<String, String> fields = kind.fields().stream().collect(Collectors.toMap(MergeField::name, field -> value(field.name(), 0)));
        Map<String, List<Map<String, String>>> rows = kind.rows().stream().collect(Collectors.toMap(RepeatedRow::name, row -> List.of(1, 2)
                .stream()
                .map(number -> row.fields().stream().collect(Collectors.toMap(MergeField::name, field -> value(field.name(), number))))
                .toList()));
        return new DrawnUp(kind, 1, "вещь", "/workspace", "Файл", fields, rows, false);
    }

    static byte[] builtIn(PaperKind kind) throws IOException {
        return Files.readAllBytes(TemplatePress.SHELF.resolve(kind.word() + ".docx"));
    }

    static byte[] pdf(byte[] word) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PrintedWord().write(word, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void aBuiltInTemplateIsFitAndSmall(PaperKind kind) throws IOException {
        byte[] template = builtIn(kind);
        assertThatCode(() -> TemplateFile.expectFit(template, kind)).doesNotThrowAnyException();
        assertThat(template.length).isLessThan(30 * 1024);
        assertThat(TemplateFile.named(template)).as("what the sources say").isEqualTo(TemplateFile.named(TemplatePress.docx(kind)));
    }

    @ParameterizedTest
    @EnumSource
    void whatATemplateNamesIsFilledInWordAndInPdf(PaperKind kind) throws IOException {
        byte[] template = builtIn(kind);
        byte[] filled = Filling.filled(template, telling(kind));
        assertThat(TemplateFile.leftOver(filled)).isEmpty();
        String words = words(filled);
        String printed = Office.words(pdf(filled)).replaceAll("\\s+", "");
        List<String> named = TemplateFile.named(template);
        assertThat(named).isNotEmpty();
        Set<String> rows = kind.rows().stream().map(RepeatedRow::name).collect(Collectors.toSet());
        for (String name : named) {
            if (rows.contains(name)) {
                continue;
            }
            String value = name.startsWith("[") ? value(name.substring(1, name.length() - 1), 2) : value(name, 0);
            assertThat(words).contains(value);
            assertThat(printed).contains(value);
        }
        if (Boolean.getBoolean("templates.write")) {
            Files.createDirectories(Path.of("target/papers"));
            Files.write(Path.of("target/papers", kind.word() + ".docx"), filled);
            Files.write(Path.of("target/papers", kind.word() + ".pdf"), pdf(filled));
        }
    }

    static String words(byte[] word) throws IOException {
        try (var document = new org.apache.poi.xwpf.usermodel.XWPFDocument(new java.io.ByteArrayInputStream(word));
             var extractor = new org.apache.poi.xwpf.extractor.XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }
}
