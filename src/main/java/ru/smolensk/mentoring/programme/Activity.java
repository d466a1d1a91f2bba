package ru.smolensk.mentoring.programme;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.Russian;

/**
 * One activity of a programme.
 *
 * @param what what is to be done
 * @param form how: a seminar, a visit to a lesson; may be {@code null}
 * @param plannedTerm when, in the programme's own words: «октябрь», «до 01.12.2026»; may be {@code null}
 * @param result what came of it; may be {@code null}
 * @param doneOn the day it was done, or {@code null}
 */
@Embeddable
record Activity(Long organisationId, String what, String form, String plannedTerm, String result, LocalDate doneOn) {

    boolean done() {
        return doneOn != null;
    }

    Activity marked(LocalDate on, String came) {
        return new Activity(organisationId, what, form, plannedTerm, came, on);
    }

    Activity planned(String newWhat, String newForm, String newTerm) {
        return new Activity(organisationId, newWhat, newForm, newTerm, result, doneOn);
    }

    /** The whole activity in a line of the history. */
    String inWords() {
        return what + (form == null ? "" : "; " + form) + (plannedTerm == null ? "" : "; срок: " + plannedTerm)
                + (doneOn == null ? "" : "; выполнено " + new Russian().date(doneOn)) + (result == null ? "" : "; результат: " + result);
    }
}
