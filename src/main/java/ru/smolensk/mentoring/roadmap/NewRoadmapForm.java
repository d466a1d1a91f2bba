package ru.smolensk.mentoring.roadmap;

import jakarta.validation.constraints.NotNull;
import ru.smolensk.mentoring.platform.AcademicYear;

/**
 * The form of a new roadmap.
 *
 * @param year the calendar year in which the academic year begins
 */
record NewRoadmapForm(
        @NotNull(message = "Выберите учебный год") Integer year,
        @NotNull(message = "Выберите, с чего начать") Source source) {

    AcademicYear academicYear() {
        return new AcademicYear(year);
    }
}
