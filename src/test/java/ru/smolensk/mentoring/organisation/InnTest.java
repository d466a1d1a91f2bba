package ru.smolensk.mentoring.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnTest {

    @ParameterizedTest
    @ValueSource(strings = {"6730000004", "6731000007", "673000001226"})
    void aNumberWhoseCheckDigitsFitIsTaken(String inn) {
        assertThat(Inn.wrong(inn)).as(inn).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6730000005", "6730000040", "673000001227", "673000001236", "673000001262", "0000000000", "000000000000"})
    void aSlipOfTheFingerShows(String inn) {
        assertThat(Inn.wrong(inn)).as(inn).contains("контрольные цифры не сходятся");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "673000000", "67300000043", "6730000004000", "673000000a", "６７３０００００００４"})
    void anythingButTenOrTwelveDigitsIsNoNumber(String inn) {
        assertThat(Inn.wrong(inn)).as(inn).contains("10 цифр");
    }
}
