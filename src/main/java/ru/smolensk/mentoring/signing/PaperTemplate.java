package ru.smolensk.mentoring.signing;

import java.time.Instant;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;

/**
 * An edition of a template: uploaded, or gone back to. It never changes.
 *
 * @param restoredNumber the edition whose words it repeats, or {@code null}
 * @param fileName {@code null} for going back to the template that is built in
 */
public record PaperTemplate(Long id, PaperKind kind, int number, Origin origin, Integer restoredNumber, String fileName, String reason,
        Instant madeAt, String who)
        implements Audited {

    /** Where its words come from. */
    public enum Origin { UPLOADED, RESTORED, BUILT_IN }

    /** «Издание 2»: what it is called in the list. */
    public String name() {
        return "Издание\u00a0" + number;
    }

    /** What it is, in words. */
    public String meaning() {
        return switch (origin) {
            case UPLOADED -> fileName;
            case RESTORED -> "как в издании\u00a0" + restoredNumber;
            case BUILT_IN -> "встроенный шаблон";
        };
    }

    @Override
    public Long organisationId() {
        return null;
    }

    @Override
    public Subject subject() {
        return Subject.PAPER_TEMPLATE;
    }

    @Override
    public String title() {
        return kind.label() + ", издание\u00a0" + number;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Документ", kind).add("Издание", number).add("Содержание", meaning()).add("Зачем", reason);
    }

    @Override
    public int version() {
        return 0;
    }
}
