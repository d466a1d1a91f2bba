package ru.smolensk.mentoring.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.AcademicYear;

/**
 * A survey as it is read.
 *
 * @param closesOn its last day
 * @param closedOn from this day on it is closed; what was begun before is accepted until this day is over
 * @param lastDayMovedOn when its last day was moved, or {@code null}
 */
record Asking(long id, String title, AcademicYear year, Wave wave, LocalDate opensOn, LocalDate closesOn, LocalDate closedOn,
              LocalDate lastDayMovedOn, LocalDate annulledOn, long menteeQuestionnaire, long mentorQuestionnaire) {

    public SurveyState state(LocalDate today) {
        if (annulledOn != null) {
            return SurveyState.ANNULLED;
        }
        return today.isBefore(opensOn) ? SurveyState.PLANNED : today.isBefore(closedOn) ? SurveyState.OPEN : SurveyState.CLOSED;
    }

    long questionnaire(Audience audience) {
        return audience == Audience.MENTEE ? menteeQuestionnaire : mentorQuestionnaire;
    }

    static Asking of(ResultSet row) throws SQLException {
        return new Asking(row.getLong("id"), row.getString("title"), new AcademicYear(row.getInt("academic_year")), Wave.of(row.getInt("wave")),
                date(row, "opens_on"), date(row, "closes_on"), date(row, "closed_on"), date(row, "last_day_moved_on"), date(row, "annulled_on"),
                row.getLong("mentee_questionnaire"), row.getLong("mentor_questionnaire"));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
