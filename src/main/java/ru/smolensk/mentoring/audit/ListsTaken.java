package ru.smolensk.mentoring.audit;

import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.NotFound;

/**
 * Lists of people that leave the portal as files. Nothing is changed by it, but whoever answers for personal data must be able to say who
 * took which rows, and when (152-ФЗ art. 19).
 */
@Service
@Transactional
public class ListsTaken {

    private static final Set<String> FORMATS = Set.of("xlsx", "csv");

    private final Journal journal;
    private final JdbcClient jdbc;

    ListsTaken(Journal journal, JdbcClient jdbc) {
        this.journal = journal;
        this.jdbc = jdbc;
    }

    private record Taken(Long id, Long organisationId, String title, Facts facts) implements Audited {

        @Override
        public Subject subject() {
            return Subject.LIST;
        }

        @Override
        public int version() {
            return 0;
        }
    }

    /**
     * Notes that the list is taken away; to be called before the first row leaves.
     *
     * @param organisationId whose list it is, or {@code null} for one of the city
     * @param title what people call the list: «Наставники: реестр города»
     * @param format {@code xlsx} or {@code csv}
     * @param rows {@code null} for a workbook of everything
     * @param narrowed which rows and columns, where they are not all
     * @throws NotFound if a list is not given away in that format
     */
    public void note(Long organisationId, String title, String format, Integer rows, Facts narrowed) {
        if (!FORMATS.contains(format)) {
            throw new NotFound();
        }
        Facts facts = new Facts().add("Файл", format.toUpperCase(Locale.ROOT)).add("Строк", rows);
        narrowed.values().forEach(facts::add);
        journal.takenAway(new Taken(jdbc.sql("select nextval('portal_id')").query(Long.class).single(), organisationId, title, facts));
    }
}
