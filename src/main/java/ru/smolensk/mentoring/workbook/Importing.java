package ru.smolensk.mentoring.workbook;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.exchange.Exports.Progress;
import ru.smolensk.mentoring.organisation.StaffCountForm;
import ru.smolensk.mentoring.organisation.StaffCounts;
import ru.smolensk.mentoring.platform.ConstraintMessages;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.UnsentForm;
import ru.smolensk.mentoring.workbook.Rows.Row;
import ru.smolensk.mentoring.workbook.Run.Compared;
import ru.smolensk.mentoring.workbook.Run.Result;
import ru.smolensk.mentoring.workbook.Run.State;

/**
 * Imports a workbook row by row through the very services that the forms call, in one transaction. A preview does the same and then takes it all
 * back, so it knows what an import would come to; what one row refuses is taken back to the row before, and the next goes on.
 */
@Component
class Importing {

    /** So many names of changed things stand in the entry of the journal; the others stand behind it. */
    private static final int NAMED = 50;

    private final Stored stored;
    private final StaffCounts counts;
    private final PeopleRows people;
    private final MentorshipRows mentorships;
    private final ProgrammeRows programmes;
    private final UnsentForm forms;
    private final ConstraintMessages constraints;
    private final Journal journal;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Importing(Stored stored, StaffCounts counts, PeopleRows people, MentorshipRows mentorships, ProgrammeRows programmes, UnsentForm forms,
              ConstraintMessages constraints, Journal journal, EntityManager entities, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.stored = stored;
        this.counts = counts;
        this.people = people;
        this.mentorships = mentorships;
        this.programmes = programmes;
        this.forms = forms;
        this.constraints = constraints;
        this.journal = journal;
        this.entities = entities;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What an import came to, or would come to.
     *
     * @param fingerprint the same for the same outcome
     * @param written whether it stays
     */
    record Outcome(List<Result> results, List<Findings.Finding> findings, String fingerprint, boolean written) {

        long count(State state) {
            return results.stream().filter(result -> result.state() == state).count();
        }

        boolean right() {
            return findings.isEmpty() && count(State.UNCHECKED) == 0;
        }
    }

    /** What the journal calls an import. */
    private record Imported(Long id, Long organisationId, String title, Outcome outcome) implements Audited {

        @Override
        public Subject subject() {
            return Subject.WORKBOOK_IMPORT;
        }

        @Override
        public Facts facts() {
            Facts facts = new Facts();
            Map<String, List<Result>> bySheet = outcome.results().stream().collect(Collectors.groupingBy(Result::sheet, java.util.LinkedHashMap::new, Collectors.toList()));
            bySheet.forEach((sheet, results) -> {
                facts.add(sheet + ": новые", named(results, State.NEW));
                facts.add(sheet + ": изменены", named(results, State.CHANGED));
            });
            return facts;
        }

        private static String named(List<Result> results, State state) {
            List<String> names = results.stream().filter(result -> result.state() == state).map(Result::title).toList();
            return names.isEmpty() ? null : String.join("; ", names.subList(0, Math.min(NAMED, names.size())))
                    + (names.size() > NAMED ? " и ещё " + (names.size() - NAMED) : "");
        }

        @Override
        public int version() {
            return 0;
        }
    }

    /** What the import would come to; nothing stays. */
    Outcome preview(Tenant tenant, Content content, Progress progress) {
        return transaction.execute(status -> {
            Outcome[] outcome = new Outcome[1];
            journal.asOne(0, null, () -> {
                outcome[0] = run(tenant, content, progress);
                return null;
            });
            status.setRollbackOnly();
            return outcome[0];
        });
    }

    /**
     * Imports, if it still comes to what the preview has shown.
     *
     * @param fingerprint of the preview
     * @param origin the address of whoever confirmed
     * @param last what belongs into the same transaction, as its last step
     */
    Outcome write(Tenant tenant, Content content, String fingerprint, long id, String fileName, String origin, Progress progress, Runnable last) {
        return transaction.execute(status -> {
            Outcome[] outcome = new Outcome[1];
            journal.asOne(id, origin, () -> {
                Outcome found = run(tenant, content, progress);
                boolean stays = found.right() && found.fingerprint().equals(fingerprint);
                outcome[0] = new Outcome(found.results(), found.findings(), found.fingerprint(), stays);
                return stays ? new Imported(id, tenant.id(), fileName, found) : null;
            });
            if (outcome[0].written()) {
                last.run();
            } else {
                status.setRollbackOnly();
            }
            return outcome[0];
        });
    }

    private Outcome run(Tenant tenant, Content content, Progress progress) {
        Findings findings = new Findings();
        List<Row> rows = Rows.of(content, findings);
        Run run = new Run(tenant, stored.of(tenant.id()), findings, forms, entities::flush);
        PeopleRows.Memory memory = new PeopleRows.Memory();
        List<Result> results = new ArrayList<>(rows.size());
        // The rows of this transaction are in no statistics yet: left to itself the planner would read whole tables for each of thousands of rows.
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("savepoint import_row").update();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            results.add(one(run, memory, row));
            progress.at(at + 1, rows.size());
        }
        return new Outcome(results, findings.all(), fingerprint(results), false);
    }

    private Result one(Run run, PeopleRows.Memory memory, Row row) {
        boolean waits = false;
        try {
            Result result = write(run, memory, row);
            entities.flush();
            if (!run.findings.concern(row.page(), row.number())) {
                if (result.state() != State.UNCHANGED) {
                    jdbc.sql("release savepoint import_row; savepoint import_row").update();
                    entities.clear();
                }
                return result;
            }
        } catch (Run.Waits wrongElsewhere) {
            waits = true;
        } catch (Refusal refusal) {
            if (!run.findings.concern(row.page(), row.number())) {
                refusal.all().forEach(one -> run.wrong(row, one.field(), one.getMessage()));
            }
        } catch (RuntimeException failure) {
            Refusal refusal = constraints.refusalFor(failure).orElseThrow(() -> failure);
            run.wrong(row, refusal.field(), refusal.getMessage());
        }
        jdbc.sql("rollback to savepoint import_row").update();
        entities.clear();
        run.remember(row);
        boolean wrong = run.findings.concern(row.page(), row.number());
        return new Result(row.page(), row.number(), waits && !wrong ? State.UNCHECKED : State.WRONG, title(row), List.of());
    }

    private static String title(Row row) {
        return row.sheet().columns().stream().filter(Column::key).map(column -> row.cell(column.field())).filter(cell -> cell != null)
                .collect(Collectors.joining(", "));
    }

    private Result write(Run run, PeopleRows.Memory memory, Row row) {
        return switch (row.sheet()) {
            case STAFF -> staff(run, row);
            case MENTORS, MENTEES -> people.write(run, memory, row);
            case ORDERS -> mentorships.order(run, row);
            case MENTORSHIPS -> mentorships.mentorship(run, row);
            case PROGRAMMES -> programmes.write(run, row);
        };
    }

    private Result staff(Run run, Row row) {
        run.claim(row, row.key());
        Stored.Line line = run.stored(row).stream().findFirst().orElse(null);
        Compared said = run.compare(row, line == null ? Map.of() : line.cells(), Set.of());
        if (line != null && said.changes().isEmpty()) {
            run.expectRight(row);
            return run.result(row, true, "на " + said.get("countedOn"), List.of());
        }
        StaffCountForm form = new StaffCountForm(null, said.get("countedOn"), said.get("teachingStaff"), said.get("youngSpecialists"));
        run.check(row, form);
        run.expectRight(row);
        if (line == null) {
            counts.enter(run.tenant, form.toCommand());
        } else {
            counts.correct(run.tenant, line.id(), form.toCommand());
        }
        return run.result(row, line != null, "на " + said.get("countedOn"), said.changes());
    }

    private static String fingerprint(List<Result> results) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            results.forEach(result -> digest.update(result.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
