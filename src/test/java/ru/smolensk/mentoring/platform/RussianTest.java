package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RussianTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final Russian russian = new Russian();

    @ParameterizedTest
    @CsvSource({"0,пар", "1,пара", "2,пары", "4,пары", "5,пар", "10,пар", "11,пар", "12,пар", "14,пар", "19,пар", "20,пар", "21,пара", "22,пары",
        "25,пар", "100,пар", "101,пара", "111,пар", "112,пар", "121,пара", "1000,пар", "1011,пар", "1021,пара", "-1,пара", "-11,пар", "-2,пары"})
    void aNounAgreesWithItsNumber(long number, String noun) {
        assertThat(russian.plural(number, "пара", "пары", "пар")).isEqualTo(noun);
        assertThat(russian.count(number, "пара", "пары", "пар")).isEqualTo(number + "\u00a0" + noun);
    }

    @Test
    void fiveDigitsAndMoreStandByThrees() {
        assertThat(russian.count(9_999, "знак", "знака", "знаков")).isEqualTo("9999\u00a0знаков");
        assertThat(russian.count(100_000, "знак", "знака", "знаков")).isEqualTo("100\u00a0000\u00a0знаков");
    }

    @Test
    void aPercentHasADecimalCommaAndASpaceThatDoesNotBreak() {
        assertThat(russian.percent(new BigDecimal("66.7"))).isEqualTo("66,7\u00a0%");
        assertThat(russian.percent(new BigDecimal("100.0"))).isEqualTo("100,0\u00a0%");
        assertThat(russian.percent(new BigDecimal("0E+1"))).isEqualTo("0\u00a0%");
        assertThat(russian.percent(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0 Б", "1,1 Б", "1023,1023 Б", "1024,1 КБ", "1536,2 КБ", "319488,312 КБ", "1048575,1 МБ", "1048576,1 МБ", "1153434,'1,1 МБ'",
        "20971520,20 МБ", "1073741823,1 ГБ", "1610612736,'1,5 ГБ'"})
    void aSizeIsWrittenInTheUnitThatReadsBest(long bytes, String words) {
        assertThat(russian.size(bytes)).isEqualTo(words.replace(' ', '\u00a0'));
    }

    @Test
    void datesAreWrittenAsInPapers() {
        assertThat(russian.date(DAY)).isEqualTo("01.09.2026");
        assertThat(russian.date(null)).isEmpty();
        assertThat(russian.longDate(DAY)).isEqualTo("1\u00a0сентября 2026\u00a0г.");
        assertThat(russian.longDate(null)).isEmpty();
    }

    @Test
    void momentsAreToldByTheClocksOfSmolensk() {
        assertThat(russian.moment(Instant.parse("2026-08-31T21:05:00Z"))).isEqualTo("01.09.2026, 00:05");
        assertThat(russian.moment(null)).isEmpty();
    }

    @Test
    void aPeriodMayBeOpen() {
        assertThat(russian.period(DAY, LocalDate.of(2027, 5, 31))).isEqualTo("01.09.2026\u00a0– 31.05.2027");
        assertThat(russian.period(DAY, null)).isEqualTo("с\u00a001.09.2026");
    }

    @Test
    void aPaperIsNamedByItsNumberAndDate() {
        assertThat(russian.paper("14-а", DAY)).isEqualTo("№\u00a014-а от\u00a001.09.2026");
        assertThat(russian.paper("", DAY)).isEqualTo("от\u00a001.09.2026");
        assertThat(russian.paper(null, DAY)).isEqualTo("от\u00a001.09.2026");
        assertThat(russian.paper("14-а", null).strip()).isEqualTo("№\u00a014-а");
        assertThat(russian.paper(null, null)).isEmpty();
    }

    @Test
    void numbersAndInitialsAreNotTornFromWhatTheyBelongTo() {
        assertThat(new Russian().together("«Средняя школа № 33» города Смоленска")).isEqualTo("«Средняя школа №\u00a033» города Смоленска");
        assertThat(new Russian().together("О. Белозёрова")).isEqualTo("О.\u00a0Белозёрова");
        assertThat(new Russian().together("Новикова Е. А. и г. Смоленск")).isEqualTo("Новикова Е.\u00a0А. и г. Смоленск");
        assertThat(new Russian().together(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "№ 6-од от 01.09.2026                  | [№ 6-од] от 01.09.2026",
        "Приказы № 14-а и № 45/2-р, № 7        | Приказы [№ 14-а] и [№ 45/2-р,] № 7",
        "МБОУ «СШ № 33», 2026/2027             | МБОУ «СШ № 33», 2026/2027",
        "№ очень-длинный-номер-приказа-который | № очень-длинный-номер-приказа-который"})
    void aNumberIsNotTornAtItsHyphenAndTheTextStaysAsItIs(String words, String marked) {
        assertThat(russian.pieces(words).stream().map(piece -> piece.whole() ? "[" + piece.words() + "]" : piece.words()).collect(Collectors.joining()))
                .isEqualTo(marked);
        assertThat(russian.pieces(words).stream().map(Russian.Piece::words).collect(Collectors.joining())).isEqualTo(words);
        assertThat(russian.pieces(null)).isEmpty();
    }

    @Test
    void quotesWithinQuotesAreOfAnotherKind() {
        Russian words = new Russian();
        assertThat(words.quoted("МБДОУ «Детский сад № 6 «Василёк»»")).isEqualTo("МБДОУ «Детский сад № 6 „Василёк“»");
        assertThat(words.quoted("МБОУ «СШ № 33» и «СШ № 34»")).isEqualTo("МБОУ «СШ № 33» и «СШ № 34»");
        assertThat(words.quoted("«Детский сад «Василёк»")).as("quotes that do not pair").isEqualTo("«Детский сад «Василёк»");
        assertThat(words.withinQuotes("Первый год в «Васильке»")).isEqualTo("Первый год в „Васильке“");
        assertThat(words.withinQuotes("Первые шаги")).isEqualTo("Первые шаги");
        assertThat(words.capital("муниципальное учреждение")).isEqualTo("Муниципальное учреждение");
    }
}
