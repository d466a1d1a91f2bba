package ru.smolensk.mentoring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.testing.SampleFiles;

class FileInspectionTest {

    private static final FileInspection INSPECTION = new FileInspection();

    static Stream<Arguments> taken() {
        return Stream.of(arguments(FileType.PDF, SampleFiles.pdf()), arguments(FileType.PDF, SampleFiles.readOnlyPdf()),
                arguments(FileType.DOCX, SampleFiles.docx()), arguments(FileType.DOC, SampleFiles.doc()),
                arguments(FileType.ODT, SampleFiles.odt()), arguments(FileType.XLSX, SampleFiles.xlsx()),
                arguments(FileType.XLS, SampleFiles.xls()), arguments(FileType.JPG, SampleFiles.jpg()),
                arguments(FileType.PNG, SampleFiles.png()));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void theTypeIsSeenInTheContentWhateverTheName(FileType type, byte[] content) throws IOException {
        assertThat(typeOf(content)).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        return Stream.of(arguments("программа для Windows", SampleFiles.exe()),
                arguments("веб-страница", SampleFiles.html()),
                arguments("рисунок SVG", SampleFiles.svg()),
                arguments("рисунок GIF", SampleFiles.gif()),
                arguments("архив ZIP", SampleFiles.zip()),
                arguments("простой текст", "Приказ".repeat(50).getBytes(StandardCharsets.UTF_8)),
                arguments("Формат файла «приказ.pdf» портал не принимает", new byte[] {1, 2, 3, 4, 0, 0, 7}),
                arguments("есть макросы", SampleFiles.docm()),
                arguments("есть макросы", SampleFiles.docxWithMacros()),
                arguments("есть макросы", SampleFiles.docWithMacros()),
                arguments("есть макросы", SampleFiles.odtWithMacros()),
                arguments("защищён паролем", SampleFiles.lockedPdf()),
                arguments("защищён паролем", SampleFiles.lockedDocx()),
                arguments("защищён паролем", SampleFiles.lockedDoc()),
                arguments("защищён паролем", SampleFiles.lockedXls()),
                arguments("защищён паролем", SampleFiles.lockedOdt()),
                arguments("повреждён", "%PDF-1.7\nничего больше".getBytes(StandardCharsets.UTF_8)),
                arguments("повреждён", SampleFiles.half(SampleFiles.docx())),
                arguments("повреждён", SampleFiles.half(SampleFiles.xls())),
                arguments("повреждён", SampleFiles.half(SampleFiles.odt())),
                arguments("повреждён", Arrays.copyOf(SampleFiles.png(), 33)), // Its header alone.
                arguments("повреждён", SampleFiles.half(SampleFiles.png())),
                arguments("повреждён", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 0}));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatAVisitorCouldNotSafelyOpenIsRefusedAndNamed(String words, byte[] content) {
        assertThatThrownBy(() -> typeOf(content)).isInstanceOf(Refusal.class)
                .hasMessageContaining(words).hasMessageContaining("приказ.pdf");
    }

    /** A small file is looked into in memory, a large one on the disk: with the same result. */
    private static FileType typeOf(byte[] content) throws IOException {
        try (ArrivedFile inMemory = ArrivedFile.of(new ByteArrayInputStream(content), Files.LIMIT);
             ArrivedFile onDisk = ArrivedFile.of(new ByteArrayInputStream(content), Files.LIMIT, 0)) {
            assertThat(inMemory.sha256()).isEqualTo(onDisk.sha256());
            Object there = outcome(onDisk);
            Object here = outcome(inMemory);
            assertThat(here).hasToString(there.toString());
            if (here instanceof Refusal refusal) {
                throw refusal;
            }
            return (FileType) here;
        }
    }

    private static Object outcome(ArrivedFile file) throws IOException {
        try {
            return INSPECTION.typeOf(file, "приказ.pdf");
        } catch (Refusal refusal) {
            return refusal;
        }
    }
}
