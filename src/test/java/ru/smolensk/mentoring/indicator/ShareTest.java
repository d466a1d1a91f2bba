package ru.smolensk.mentoring.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smolensk.mentoring.indicator.Share.Reason;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"2,3,66.7", "1,3,33.3", "1,16,6.3", "3,120,2.5", "1,2000,0.1", "0,5,0.0", "5,5,100.0"})
    void percentIsRoundedHalfUpToOneDecimal(long numerator, long denominator, BigDecimal percent) {
        assertThat(Share.of(numerator, denominator).percent()).isEqualTo(percent);
    }

    @Test
    void theCountsAlwaysStandBesideThePercent() {
        assertThat(Share.of(2, 3).text()).isEqualTo("66,7\u00a0% (2 из 3)");
    }

    @Test
    void nobodyOfNobodyIsNeitherZeroNorAHundredPercent() {
        Share share = Share.ofYoungSpecialists(0, 0);

        assertThat(share.reason()).isEqualTo(Reason.NO_YOUNG_SPECIALISTS);
        assertThat(share.percent()).isNull();
        assertThat(share.text()).isEqualTo("нет молодых специалистов");
    }

    @Test
    void somebodyOfNobodyContradicts() {
        Share share = Share.ofYoungSpecialists(1, 0);

        assertThat(share.contradicts()).isTrue();
        assertThat(share.percent()).isNull();
        assertThat(share.text()).isEqualTo("ошибка в данных: 1 из 0");
    }

    @Test
    void withoutAStaffCountTheNumeratorIsStillKnown() {
        assertThat(Share.ofTeachingStaff(4, null)).isEqualTo(new Share(4L, null, Reason.NO_STAFF_COUNT));
    }

    @Test
    void aCountOfNoTeachersSaysNothing() {
        assertThat(Share.ofTeachingStaff(0, 0).reason()).isEqualTo(Reason.NO_STAFF_COUNT);
    }

    @Test
    void theShareOfTheCityIsOfSumsAndNeverAMeanOfPercentages() {
        CityShare city = city(List.of(Share.of(1, 1), Share.of(0, 9)));

        assertThat(city.share().text()).isEqualTo("10,0\u00a0% (1 из 10)");
        assertThat(city.coverage()).isEqualTo("по данным 2 из 2");
    }

    @Test
    void organisationsWithoutTheFigureAreLeftOutOfTheCitysShare() {
        CityShare city = city(List.of(Share.of(2, 4), Share.ofYoungSpecialists(0, 0), Share.ofYoungSpecialists(3, null)));

        assertThat(city.share()).isEqualTo(Share.of(2, 4));
        assertThat(city.coverage()).isEqualTo("по данным 1 из 3");
    }

    @Test
    void anOrganisationWithAContradictionIsLeftOutAndCountedApart() {
        CityShare city = city(List.of(Share.of(2, 4), Share.of(9, 8)));

        assertThat(city.share()).isEqualTo(Share.of(2, 4));
        assertThat(city.coverage()).isEqualTo("по данным 1 из 2, с ошибкой в данных и не учтены: 1");
    }

    @Test
    void aCityWithoutTheFigureSaysWhy() {
        Share nobodyYoung = Share.ofYoungSpecialists(0, 0);
        Share unknown = Share.ofYoungSpecialists(0, null);

        assertThat(city(List.of(nobodyYoung, nobodyYoung)).share().reason()).isEqualTo(Reason.NO_YOUNG_SPECIALISTS);
        assertThat(city(List.of(nobodyYoung, unknown)).share().reason()).isEqualTo(Reason.NO_STAFF_COUNT);
        assertThat(city(List.of()).share().reason()).isEqualTo(Reason.NO_STAFF_COUNT);
    }

    private static CityShare city(List<Share> shares) {
        CityShare.Sum sum = new CityShare.Sum();
        shares.forEach(sum::add);
        return sum.share();
    }
}
