package ru.smolensk.mentoring.cityregister;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what was typed falls into words. */
class SearchTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', nullValues = "-", value = {
        "СШ №33,               сш 33",
        "сш33,                 сш 33",
        "curator2,             curator2",
        "Орлова А. В.,         орлова а. в.",
        "Орлова А.В.,          орлова а. в.",
        "работа с семьёй.,     работа с семьей",
        "«Ёлочка»–ёлочка 14-а, елочка 14 а",
        "🙂 ' %,               -"})
    void wordsAreWhatPeopleMean(String typed, String words) {
        assertThat(String.join(" ", Search.typed(typed).words())).isEqualTo(words == null ? "" : words);
    }

    @Test
    void whatIsTypedOnTheOtherKeyboardIsReadInRussianUnlessItIsRussian() {
        assertThat(Search.otherKeyboard("Bdfyjdf")).isEqualTo("иванова");
        assertThat(Search.otherKeyboard("'lbyfz [jrrtq")).isEqualTo("эдиная хоккей");
        assertThat(Search.otherKeyboard("иванова ivan")).isNull();
        assertThat(Search.otherKeyboard("33")).isNull();
        assertThat(Search.otherKeyboard(null)).isNull();
    }
}
