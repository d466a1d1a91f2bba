package ru.smolensk.mentoring.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Russian;

/**
 * A share of people: so many of so many, or the reason why it can't be given (DOMAIN 5, F9, F10, F12, F13).
 *
 * @param numerator people who count; {@code null} if unknown
 * @param denominator people in all; {@code null} if unknown
 * @param reason why there is no share; {@code null} if there is one
 * @param invited how many were asked, of a satisfaction; {@code null} of other shares, and where nobody was
 * @param survey the survey behind a satisfaction; {@code null} of other shares, of sums, and where there was none
 */
public record Share(Long numerator, Long denominator, Reason reason, Long invited, Survey survey) {

    public Share(Long numerator, Long denominator, Reason reason) {
        this(numerator, denominator, reason, null, null);
    }

    /**
     * By which survey somebody is satisfied (DOMAIN 6: method and version are shown always).
     *
     * @param closedOn from this day on it was closed
     * @param version the number of the questionnaire's version
     * @param byKeyQuestion whether its key question decides, or else the mean of all answers from 1 to 10
     * @param threshold from how many points of ten on somebody is satisfied
     */
    public record Survey(LocalDate closedOn, int version, boolean byKeyQuestion, int threshold) {

        /** The academic year that it asked about: «довольны» of September is told by the survey of May. */
        public AcademicYear year() {
            return AcademicYear.of(closedOn.minusDays(1));
        }

        /** «ответ на ключевой вопрос – не меньше 7 из 10». */
        public String method() {
            return (byKeyQuestion ? "ответ на ключевой вопрос" : "средний балл всех ответов по шкале от 1 до 10") + " – не меньше "
                    + threshold + " из 10";
        }

        /** «опрос 2025/2026 учебного года». */
        public String title() {
            return "опрос " + year() + " учебного года";
        }
    }

    /** Why a share can't be given; the names are marks of the HTML and of the open data. */
    public enum Reason {

        NO_YOUNG_SPECIALISTS("нет молодых специалистов"),
        NO_STAFF_COUNT("нет данных о численности"),
        NO_RESPONSES("опроса ещё не было");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** The reason in Russian. */
        public String sentence() {
            return sentence;
        }
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A share that can be given, or a contradiction. */
    public static Share of(long numerator, long denominator) {
        return new Share(numerator, denominator, null);
    }

    /** No share, and nothing is known of its numbers. */
    public static Share none(Reason reason) {
        return new Share(null, null, reason);
    }

    /** F9: of the young specialists of the staff count, if there is a count. Nobody of nobody is no share at all, neither 0 % nor 100 %. */
    static Share ofYoungSpecialists(long entered, Integer youngSpecialists) {
        return ofStaff(entered, youngSpecialists, Reason.NO_YOUNG_SPECIALISTS);
    }

    /** F10: of the teaching staff of the staff count. ◆ A count of no teachers at all says nothing about the organisation. */
    static Share ofTeachingStaff(long entered, Integer teachingStaff) {
        return ofStaff(entered, teachingStaff, Reason.NO_STAFF_COUNT);
    }

    /** F12, F13: of those who answered; {@code invited} is {@code null} while there was no survey. Nobody of nobody is no share here too. */
    static Share ofSatisfaction(Long invited, long satisfied, long respondents, Survey survey) {
        if (invited == null) {
            return none(Reason.NO_RESPONSES);
        }
        return respondents == 0 ? new Share(0L, 0L, Reason.NO_RESPONSES, invited, survey)
                : new Share(satisfied, respondents, null, invited, survey);
    }

    /** The same share where years are compared: no satisfaction in a year that did not ask. */
    public Share in(AcademicYear year) {
        return survey == null || survey.year().equals(year) ? this : none(Reason.NO_RESPONSES);
    }

    /** «приглашены 5, ответили 80,0 %; опрос 2025/2026 учебного года (анкета версии 1; доволен, если …)»; nothing of other shares. */
    public String source() {
        if (survey == null) {
            return invited == null ? "" : "приглашены " + invited;
        }
        String rate = invited == 0 ? "" : ", ответили " + new Russian().percent(HUNDRED.multiply(BigDecimal.valueOf(denominator))
                .divide(BigDecimal.valueOf(invited), 1, RoundingMode.HALF_UP));
        return "приглашены " + invited + rate + "; " + survey.title() + " (анкета версии " + survey.version() + "; доволен, если "
                + survey.method() + ")";
    }

    private static Share ofStaff(long entered, Integer staff, Reason ofNobody) {
        if (staff == null) {
            return new Share(entered, null, Reason.NO_STAFF_COUNT);
        }
        return staff == 0 && entered == 0 ? new Share(0L, 0L, ofNobody) : of(entered, staff);
    }

    /** Whether more people count than there are: an error in the data. A section with such a share can't be published. */
    public boolean contradicts() {
        return reason == null && numerator > denominator;
    }

    /** Whether there is a share to show: no reason against it and no contradiction. */
    public boolean isGiven() {
        return reason == null && !contradicts();
    }

    /** Per cent, rounded half up to one decimal; {@code null} if the share is not given. */
    public BigDecimal percent() {
        return isGiven()
                ? HUNDRED.multiply(BigDecimal.valueOf(numerator)).divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP)
                : null;
    }

    /** «66,7 % (2 из 3)», the reason, or «ошибка в данных: 3 из 2». */
    public String text() {
        if (reason != null) {
            return reason == Reason.NO_RESPONSES && invited != null ? "на опрос никто не ответил" : reason.sentence();
        }
        String counts = numerator + " из " + denominator;
        return contradicts() ? "ошибка в данных: " + counts : new Russian().percent(percent()) + " (" + counts + ")";
    }
}
