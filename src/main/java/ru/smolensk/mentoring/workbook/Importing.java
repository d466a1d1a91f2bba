package ru.smolensk.mentoring.workbook;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
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
 * Imports a workbook through the very services and aggregates that the forms use, in one transaction: rows are compared with what is stored in
 * memory, and what is new is written by hundreds. A preview does the same and then takes it all back, so it knows what an import would come to.
 */
@Component
class Importing {

    /** So many rows are written together. */
    private static final int TOGETHER = 500;
    /** So many names of changed things stand in the entry of the journal; the others stand behind it. */
    private static final int NAMED = 50;

    private final Stored stored;
    private final StaffCounts counts;
    private final PeopleRows people;
    private final MentorshipRows mentorships;
    private final ProgrammeRows programmes;
    private final OrganisationRows organisations;
    private final UnsentForm forms;
    private final ConstraintMessages constraints;
    private final Journal journal;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Importing(Stored stored, StaffCounts counts, PeopleRows people, MentorshipRows mentorships, ProgrammeRows programmes,
              OrganisationRows organisations, UnsentForm forms,
              ConstraintMessages constraints, Journal journal, EntityManager entities, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.stored = stored;
        this.counts = counts;
        this.people = people;
        this.mentorships = mentorships;
        this.programmes = programmes;
        this.organisations = organisations;
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

    /**
     * What the import would come to; nothing stays.
     *
     * @param tenant whose workbook it is; {@code null}: the city's, the list of organisations
     */
    Outcome preview(Tenant tenant, Content content, Progress progress) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return journal.trying(() -> run(tenant, content, progress));
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
                return stays ? new Imported(id, tenant == null ? null : tenant.id(), fileName, found) : null;
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
        List<Row> rows = Rows.of(content, Sheet.of(tenant), findings);
        Run run = new Run(tenant, stored.of(tenant), findings, forms, entities);
        List<Result> results = new ArrayList<>(rows.size());
        Set<Sheet> counted = EnumSet.noneOf(Sheet.class);
        jdbc.sql("savepoint import_rows").update();
        for (int from = 0; from < rows.size();) {
            int to = from + 1;
            while (to < rows.size() && to < from + TOGETHER && rows.get(to).sheet() == rows.get(from).sheet()) {
                to++;
            }
            List<Result> written = together(run, rows.subList(from, to));
            results.addAll(written);
            if (written.size() == TOGETHER && written.stream().anyMatch(result -> result.state() == State.NEW) && counted.add(rows.get(from).sheet())) {
                count(rows.get(from).sheet());
            }
            progress.at(to, rows.size());
            from = to;
        }
        return new Outcome(results, findings.all(), fingerprint(results), false);
    }

    /**
     * Tells the database's planner that a table has become larger by an order of magnitude. It would hear of it only after the transaction, and
     * until then look every foreign key up by reading all rows of the organisation.
     */
    private void count(Sheet sheet) {
        jdbc.sql("analyze " + switch (sheet) {
            case STAFF -> "staff_count";
            case MENTORS -> "participant, mentor, consent";
            case MENTEES -> "participant, mentee, consent";
            case ORDERS -> "assignment_order";
            case MENTORSHIPS -> "mentorship, mentorship_mentee";
            case PROGRAMMES -> "programme, programme_mentee";
            case ORGANISATIONS -> "organisation";
        }).update();
    }

    /**
     * Takes rows of a sheet and writes them together. What is refused half-way, or by the database, is all taken back, and tried again in two
     * halves, down to the one row that is wrong.
     */
    private List<Result> together(Run run, List<Row> rows) {
        run.begin();
        try {
            List<Result> results = new ArrayList<>(rows.size());
            rows.forEach(row -> results.add(one(run, row)));
            entities.flush();
            entities.clear();
            journal.writeCollected();
            jdbc.sql("release savepoint import_rows; savepoint import_rows").update();
            return results;
        } catch (RuntimeException failure) {
            jdbc.sql("rollback to savepoint import_rows").update();
            journal.forgetCollected();
            run.back();
            if (rows.size() > 1) {
                List<Result> results = new ArrayList<>(together(run, rows.subList(0, rows.size() / 2)));
                results.addAll(together(run, rows.subList(rows.size() / 2, rows.size())));
                return results;
            }
            Refusal refusal = failure instanceof Refusal known ? known : constraints.refusalFor(failure).orElseThrow(() -> failure);
            return List.of(wrong(run, rows.get(0), refusal));
        }
    }

    /** Takes a row. What is found wrong before anything of it is written concerns no other row. */
    private Result one(Run run, Row row) {
        run.untouched();
        try {
            Result result = write(run, row);
            return run.findings.concern(row.page(), row.number()) ? wrong(run, row, null) : result;
        } catch (Run.Waits wrongElsewhere) {
            run.remember(row);
            State state = run.findings.concern(row.page(), row.number()) ? State.WRONG : State.UNCHECKED;
            return new Result(row.page(), row.number(), state, title(row), List.of());
        } catch (Refusal refusal) {
            if (run.writing()) {
                throw refusal;
            }
            return wrong(run, row, refusal);
        }
    }

    private static Result wrong(Run run, Row row, Refusal refusal) {
        if (refusal != null && !run.findings.concern(row.page(), row.number())) {
            refusal.all().forEach(one -> run.wrong(row, one.field(), one.getMessage()));
        }
        run.remember(row);
        return new Result(row.page(), row.number(), State.WRONG, title(row), List.of());
    }

    private static String title(Row row) {
        return row.sheet().columns().stream().filter(Column::key).map(column -> row.cell(column.field())).filter(cell -> cell != null)
                .collect(Collectors.joining(", "));
    }

    private Result write(Run run, Row row) {
        return switch (row.sheet()) {
            case STAFF -> staff(run, row);
            case MENTORS, MENTEES -> people.write(run, row);
            case ORDERS -> mentorships.order(run, row);
            case MENTORSHIPS -> mentorships.mentorship(run, row);
            case PROGRAMMES -> programmes.write(run, row);
            case ORGANISATIONS -> organisations.write(run, row);
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
        run.apart(() -> {
            if (line == null) {
                counts.enter(run.tenant, form.toCommand());
            } else {
                counts.correct(run.tenant, line.id(), form.toCommand());
            }
        });
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
