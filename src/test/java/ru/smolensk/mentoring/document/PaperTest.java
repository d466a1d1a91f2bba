package ru.smolensk.mentoring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.platform.Refusal;

class PaperTest {

    private static final StoredFile SCAN = file(1, "приказ.pdf");
    private static final StoredFile COPY = file(2, "без имён.pdf");

    @ParameterizedTest
    @CsvSource({"NO_NAMES, 1", "CONSENTED, 1", "REDACTED_COPY, 2", "WITHHELD,"})
    void thePublicSeesTheFileOrTheCopyWithoutNamesOrNothing(Disclosure disclosure, Long seen) {
        assertThat(new Paper(SCAN, disclosure, COPY).disclosedFileId()).isEqualTo(seen);
    }

    @Test
    void aRedactedCopyHasToBeThere() {
        assertThatThrownBy(() -> new Paper(SCAN, Disclosure.REDACTED_COPY, null)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.field()).isEqualTo("publicFile"));
    }

    @Test
    void aCopyThatNobodyIsToSeeIsNotKept() {
        assertThat(new Paper(SCAN, Disclosure.WITHHELD, COPY).publicFileId()).isNull();
    }

    @Test
    void nobodyForgetsToSayWhatThePublicSees() {
        assertThatThrownBy(() -> new Paper(SCAN, null, null)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.field()).isEqualTo("disclosure"));
    }

    @Test
    void theHistoryNamesBothFiles() {
        assertThat(new Paper(SCAN, Disclosure.REDACTED_COPY, COPY).addTo(new Facts()).values())
                .containsEntry("Файл", "приказ.pdf, 312\u00a0КБ").containsEntry("Копия без имён", "без имён.pdf, 312\u00a0КБ");
    }

    private static StoredFile file(long id, String name) {
        return new StoredFile(id, 7L, name, FileType.PDF, 312 * 1024, "a".repeat(64), false, null);
    }
}
