package ru.smolensk.mentoring.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import ru.smolensk.mentoring.platform.Russian;

/**
 * How many of the invited have answered.
 *
 * @param paper whether sheets of paper were counted
 */
public record Progress(int invited, int answered, boolean paper) {

    /** The response rate in per cent, half up to one decimal; {@code null} where nobody was invited. */
    public BigDecimal percent() {
        return invited == 0 ? null : BigDecimal.valueOf(answered * 100L).divide(BigDecimal.valueOf(invited), 1, RoundingMode.HALF_UP);
    }

    /** Both together. */
    public Progress and(Progress other) {
        return new Progress(invited + other.invited, answered + other.answered, paper || other.paper);
    }

    public int left() {
        return invited - answered;
    }

    /** «ответили 3 из 9», its figures never apart, «приглашать некого». */
    public String inWords() {
        return invited == 0 ? "приглашать некого" : "ответили " + answered + "\u00a0из\u00a0" + invited;
    }

    /** «33,3 %», or «–». */
    public String rate() {
        return invited == 0 ? "–" : new Russian().percent(percent());
    }
}
