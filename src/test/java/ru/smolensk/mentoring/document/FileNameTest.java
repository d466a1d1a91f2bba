package ru.smolensk.mentoring.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "приказ № 14-а.pdf | PDF | приказ № 14-а.pdf",
        "ПРИКАЗ.PDF | PDF | ПРИКАЗ.PDF",
        "приказ.pdf | DOCX | приказ.docx",
        "приказ.pdf.exe | PDF | приказ.pdf",
        "Положение 1.2 | PDF | Положение 1.2.pdf",
        "от 01.09.2026 | PDF | от 01.09.2026.pdf",
        "скан.jpeg | JPG | скан.jpeg",
        ".pdf | PDF | pdf.pdf",
        "C:\\Users\\Ольга\\приказ.pdf | PDF | приказ.pdf",
        "../../etc/приказ.pdf | PDF | приказ.pdf",
        "«Ёлка» \"и\" 🎓.pdf | PDF | «Ёлка» \"и\" 🎓.pdf"})
    void theEndOfANameFitsTheContentAndCyrillicStays(String typed, FileType type, String expected) {
        assertThat(FileName.fitting(typed, type)).isEqualTo(expected);
    }

    @Test
    void charactersThatNobodySeesAreDropped() {
        assertThat(FileName.fitting("при\u0000ка\nз \u202Efdp.pdf", FileType.PDF)).isEqualTo("приказ fdp.pdf");
        assertThat(FileName.fitting("Краи\u0306.pdf", FileType.PDF)).isEqualTo("Край.pdf");
    }

    @Test
    void aFileWithoutANameIsADocument() {
        assertThat(FileName.fitting(null, FileType.PDF)).isEqualTo("документ.pdf");
        assertThat(FileName.fitting("   ", FileType.DOCX)).isEqualTo("документ.docx");
    }

    @Test
    void aLongNameIsCutAndKeepsItsEnd() {
        String name = FileName.fitting("я".repeat(10_000) + ".pdf", FileType.PDF);

        assertThat(name).hasSize(255).endsWith("я.pdf");
        assertThat(FileName.fitting("🎓".repeat(200) + ".png", FileType.JPG)).hasSizeLessThanOrEqualTo(255).endsWith("🎓.jpg");
        assertThat(FileName.fitting("я".repeat(255), FileType.DOCX)).hasSize(255).endsWith("я.docx");
    }
}
