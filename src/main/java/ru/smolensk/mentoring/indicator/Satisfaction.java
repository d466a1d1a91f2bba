package ru.smolensk.mentoring.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.Russian;

/**
 * Where a satisfaction comes from (DOMAIN 6): always with the respondents, the invited, the response rate, the method and the version.
 *
 * @param closedOn from this day on the survey was closed
 * @param version the number of the questionnaire's version
 * @param byKeyQuestion whether its key question decides, or else the mean of all answers from 1 to 10
 * @param threshold from how many points of ten on somebody is satisfied
 * @param paper whether sheets of paper were counted
 */
public record Satisfaction(long surveyId, String title, LocalDate closedOn, int version, boolean byKeyQuestion, int threshold, boolean paper,
                           int invited, int respondents, int satisfied) {

    /** The method by which the key question decides. */
    static final String KEY_ITEM = "KEY_ITEM";

    /** «60 %», of the invited. */
    public String responseRate() {
        return new Russian().percent(BigDecimal.valueOf(respondents * 100L).divide(BigDecimal.valueOf(invited), 1, RoundingMode.HALF_UP));
    }

    /** «ответ на ключевой вопрос – не меньше 7 баллов из 10». */
    public String method() {
        return new Share.Survey(closedOn, version, byKeyQuestion, threshold).method();
    }
}
