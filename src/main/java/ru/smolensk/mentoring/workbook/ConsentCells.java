package ru.smolensk.mentoring.workbook;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import ru.smolensk.mentoring.participant.ConsentKind;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.workbook.People.Person;
import ru.smolensk.mentoring.workbook.Rows.Row;
import ru.smolensk.mentoring.workbook.Run.Compared;

/** The cells of consents: a workbook can give a consent, and can neither move nor withdraw one. */
final class ConsentCells {

    private static final Russian RUSSIAN = new Russian();

    private ConsentCells() {
    }

    static String field(ConsentKind kind) {
        return kind == ConsentKind.PROCESSING ? "processing" : "distribution";
    }

    static void check(Run run, Row row, Person person, Map<String, String> before, Compared said, ConsentKind kind) {
        String field = field(kind);
        String was = before.get(field);
        String is = said.get(field);
        LocalDate withdrawn = person == null ? null : kind == ConsentKind.PROCESSING ? person.processingWithdrawn() : person.distributionWithdrawn();
        if (was != null && is == null) {
            run.wrong(row, field, "В портале записано согласие от " + was + ". Таблица его не отзывает: верните дату, а отзыв отметьте на странице человека");
        } else if (was != null && !was.equals(is)) {
            run.wrong(row, field, "В портале записано согласие от " + was + ". Чтобы внести новое, сначала отметьте отзыв прежнего на странице человека");
        } else if (was == null && is != null && withdrawn != null && !Typed.date(is).isAfter(withdrawn)) {
            run.wrong(row, field, "Согласие отозвано " + RUSSIAN.date(withdrawn) + ". Если его дали заново, укажите дату нового, более позднюю; если нет – сотрите дату");
        }
    }

    /** The consents that a row gives: those that were not there before. */
    static Map<ConsentKind, LocalDate> given(Compared said, Map<String, String> before) {
        Map<ConsentKind, LocalDate> given = new EnumMap<>(ConsentKind.class);
        for (ConsentKind kind : ConsentKind.values()) {
            String day = said.get(field(kind));
            if (day != null && !day.equals(before.get(field(kind)))) {
                given.put(kind, Typed.date(day));
            }
        }
        return given;
    }
}
