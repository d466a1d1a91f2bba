package ru.smolensk.mentoring.programme;

import jakarta.validation.constraints.Size;

/**
 * A row of the plan in the form, as it was typed.
 *
 * @param was the number of the activity in the draft, empty for a new row
 */
@SaidWhat
public record ActivityRow(
        Integer was,
        @Size(max = 1000, message = "Мероприятие не длиннее 1000 знаков") String what,
        @Size(max = 300, message = "Форма не длиннее 300 знаков") String form,
        @Size(max = 200, message = "Срок не длиннее 200 знаков") String plannedTerm) {

    static final ActivityRow BLANK = new ActivityRow(null, null, null, null);

    boolean blank() {
        return what == null && form == null && plannedTerm == null;
    }
}
