package ru.smolensk.mentoring.section;

import java.time.Instant;
import java.time.LocalDate;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.Russian;

/**
 * A published edition of a section. It never changes; a newer one takes its place.
 *
 * @param number counted from 1 within the organisation
 * @param asOf the date its figures are counted at
 */
public record Edition(Long id, Long organisationId, int number, LocalDate asOf, Instant publishedAt, LocalDate publishedOn)
        implements Audited {

    @Override
    public Subject subject() {
        return Subject.SECTION;
    }

    @Override
    public String title() {
        return "редакция " + number + " по состоянию на " + new Russian().date(asOf);
    }

    @Override
    public Facts facts() {
        return new Facts().add("Редакция", number).add("По состоянию на", asOf);
    }

    @Override
    public int version() {
        return number;
    }
}
