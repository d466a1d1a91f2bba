package ru.smolensk.mentoring.duty;

import java.time.Instant;
import java.time.LocalDate;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AcademicYear;

/**
 * «Данные верны», said by a curator. It never changes; a newer one stands beside it.
 *
 * @param who the name of the account
 */
record DataConfirmation(Long id, Long organisationId, AcademicYear year, Instant at, LocalDate on, String who,
        Bases bases) implements Audited {

    @Override
    public Subject subject() {
        return Subject.DATA_CONFIRMATION;
    }

    @Override
    public String title() {
        return "Данные за " + year + " учебный год";
    }

    @Override
    public Facts facts() {
        Facts facts = new Facts().add("Учебный год", year);
        bases.lines().forEach(line -> facts.add(line.name(), line.value()));
        return facts;
    }

    @Override
    public int version() {
        return 0;
    }
}
