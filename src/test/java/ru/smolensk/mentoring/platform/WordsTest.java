package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, years, text as it comes from a browser, and the ways to see a page. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({"2026-08-31,2025/2026", "2026-09-01,2026/2027", "2026-12-31,2026/2027", "2027-01-01,2026/2027", "2027-08-31,2026/2027"})
    void anAcademicYearBeginsOnTheFirstOfSeptember(LocalDate day, String year) {
        assertThat(AcademicYear.of(day)).hasToString(year);
    }

    @Test
    void anAcademicYearKnowsItsDaysAndItsNeighbour() {
        AcademicYear year = new AcademicYear(2026);
        assertThat(AcademicYear.of(year.firstDay())).isEqualTo(year);
        assertThat(AcademicYear.of(year.lastDay())).isEqualTo(year);
        assertThat(AcademicYear.of(year.firstDay().minusDays(1))).isEqualTo(year.previous()).isLessThan(year);
    }

    @Test
    void aPersonIsNamedInFullAndInBrief() {
        PersonName person = new PersonName("Орлова", "Анна", "Викторовна");
        assertThat(person.full()).isEqualTo("Орлова Анна Викторовна").isEqualTo(person.toString());
        assertThat(person.brief()).isEqualTo("Орлова\u00a0А.\u00a0В.");
    }

    @Test
    void notEverybodyHasAPatronymic() {
        PersonName person = new PersonName("Ли", "Мина", null);
        assertThat(person.full()).isEqualTo("Ли Мина");
        assertThat(person.brief()).isEqualTo("Ли\u00a0М.");
    }

    @Test
    void anInitialIsAWholeCharacterEvenBeyondTheFirstPlane() {
        assertThat(new PersonName("Ли", "𠀋мина", "😀").brief()).isEqualTo("Ли\u00a0𠀋.\u00a0😀.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u0000", "\r\n", "\u0000 \u0007", "\u200b", "\ufeff", "\u00a0", "\u00ad", "\u202e"})
    void textThatNobodyCanSeeIsNoText(String typed) {
        assertThat(Typed.text(typed)).isNull();
    }

    @Test
    void textLosesWhatCanNotBeSeenOrKeptAndNothingElse() {
        assertThat(Typed.text(" О'Нил «Анна» <b>\t😀 ")).isEqualTo("О'Нил «Анна» <b>\t😀");
        assertThat(Typed.text("а\u0000б\u0007в\ud800г")).isEqualTo("абвг");
        assertThat(Typed.text("одна\r\nдве\rтри")).isEqualTo("одна\nдве\nтри");
        assertThat(Typed.text("не\u00adви\u200bди\u202eмый\u00a0\u00a0")).isEqualTo("невидимый");
        assertThat(Typed.text("и\u0306ё\u0308")).startsWith("й");
        assertThat(Typed.text("👩‍🏫")).as("joined emoji stay joined").isEqualTo("👩‍🏫");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,-", "'',-", "large,view-large", "large.dark.spaced,view-dark view-large view-spaced",
        "'large\" onload=\"alert(1)',-", "LARGE,-", "unknown.large.,view-large"})
    void onlyKnownWaysOfSeeingAreTakenFromACookie(String cookie, String classes) {
        assertThat(Viewing.parse(cookie).classes()).isEqualTo(classes);
    }

    @Test
    void whatWasChosenIsKeptInTheCookieAndComesBack() {
        Viewing chosen = Viewing.of("huge", "contrast", List.of("plain", "forged"));
        assertThat(chosen.has("huge") && chosen.has("contrast") && chosen.has("plain")).isTrue();
        assertThat(Viewing.parse(chosen.cookie())).isEqualTo(chosen);
        assertThat(Viewing.of(null, "", List.of()).classes()).isNull();
    }
}
