package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, read. */
class TypedTest {

    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    private record Field(@TypedDate String text) {
    }

    private static List<String> messages(String text) {
        return VALIDATOR.validate(new Field(text)).stream().map(ConstraintViolation::getMessage).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01.09.2026", "1.9.2026", "01.9.2026", " 01.09.2026 ", "2026-09-01", "\u00a001.09.2026"})
    void aDateMayBeTypedInSeveralWays(String text) {
        assertThat(Typed.date(text.replace('\u00a0', ' '))).isEqualTo(LocalDate.of(2026, 9, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2026", "29.02.2025", "00.09.2026", "01.13.2026", "01.09", "01.09.26", "01/09/2026", "завтра", "01.09.1929",
        "01.09.2100", "01.09.20260", "-1.9.2026", "2026-9-1", "2026-02-30", "01.09.2026 г.", "０１.０９.２０２６", "😀"})
    void whatIsNoDateIsToldSo(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Typed.date(text));
        assertThat(messages(text)).singleElement().asString()
                .startsWith(switch (text) {
                    case "01.09.26" -> "Напишите год полностью: 01.09.2026";
                    case "01.09.1929", "01.09.2100" -> "Проверьте год: он должен быть от 1930 до 2099";
                    default -> "Такой даты нет";
                });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void nothingTypedIsNothing(String text) {
        assertThat(Typed.date(text)).isNull();
        assertThat(Typed.number(text)).isNull();
        assertThat(messages(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"№ 14-а, 14-а", "№14-а, 14-а", "№ № 14-а, 14-а", "N 45/2-р, 45/2-р", "No. 7, 7", "'  14-а ', 14-а", "б/н, б/н", "N-7, N-7", "Новый-1, Новый-1",
        "№ 14–а, 14-а", "14—а, 14-а", "14\u2011а/2, 14-а/2", "14 – а, 14 – а"})
    void aPapersNumberIsTypedWithItsSignOrWithout(String typed, String number) {
        assertThat(Typed.paperNumber(typed)).isEqualTo(number);
        assertThat(Typed.paperNumber("№\u00a0")).isNull();
    }

    @Test
    void whatHtmlForbidsAndNobodySeesIsDropped() {
        assertThat(Typed.text("\uFFFE\uFFFF\uFDD0\uD83F\uDFFE")).isNull();
        assertThat(Typed.text("За\uFFFEв\u0001о\u0085д\uD83F\uDFFF 😀")).isEqualTo("Завод 😀");
    }

    @Test
    void aLineHasNoLineEndsAndATextHas() {
        assertThat(Typed.line(" Завод \r\n\t «Кристалл»\u2028и\u2029Ко\n")).isEqualTo("Завод «Кристалл» и Ко");
        assertThat(Typed.text("Договор\r\nдо 2030 года")).isEqualTo("Договор\nдо 2030 года");
        assertThat(Typed.line(null)).isNull();
    }

    @Test
    void theLeapDayIsADayOfALeapYear() {
        assertThat(Typed.date("29.02.2024")).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "42,42", "007,7", "' 1 042 ',1042", "999999999,999999999"})
    void aNumberIsWholeAndMayHaveSpaces(String text, int number) {
        assertThat(Typed.number(text)).isEqualTo(number);
        assertThat(Typed.number(text.replace(' ', '\u00a0'))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "1.5", "1,5", "1e3", "0x10", "сорок", "1000000000", "99999999999999999999", "４２", "٤٢", "1 2 a"})
    void whatIsNoWholeNumberIsToldSo(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Typed.number(text));
    }
}
