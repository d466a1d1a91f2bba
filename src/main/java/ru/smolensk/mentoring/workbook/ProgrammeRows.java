package ru.smolensk.mentoring.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.programme.ApprovalForm;
import ru.smolensk.mentoring.programme.ProgrammeForm;
import ru.smolensk.mentoring.programme.Programmes;
import ru.smolensk.mentoring.workbook.Rows.Row;
import ru.smolensk.mentoring.workbook.Run.Change;
import ru.smolensk.mentoring.workbook.Run.Compared;
import ru.smolensk.mentoring.workbook.Run.Result;

/** The rows of programmes. One that comes with an act is approved at once; an approved one is locked. */
@Component
class ProgrammeRows {

    /** ◆ The order's figures ask for an approved programme, not for its activities: it counts from the date of its act, and the preview says what it lacks. */
    private static final Change WITHOUT_ACTIVITIES = new Change("Мероприятия", null,
            "в таблице их нет, программа будет утверждена без них. Внести их можно потом, новой редакцией на странице программы");

    private final Programmes programmes;

    ProgrammeRows(Programmes programmes) {
        this.programmes = programmes;
    }

    Result write(Run run, Row row) {
        long mentorship = mentorship(run, row);
        Set<Long> members = run.members(mentorship);
        Set<Long> written = MentorshipRows.mentees(run, row, "mentees", Set.of());
        Stored.Line line = line(run, row, written, members);
        run.claim(row, line == null ? row.key() : line.id());
        Set<Long> covered = !written.isEmpty() ? written : line != null && !row.has("mentees") ? line.named().get("mentees") : members;
        Compared said = compare(run, row, line, written, members);
        if (line != null && said.changes().isEmpty()) {
            run.expectRight(row);
            return run.result(row, true, said.get("title"), List.of());
        }
        run.demand(row, said, "code", "title", "startsOn", "endsOn");
        if (mentorship > 0 && !members.containsAll(covered)) {
            run.wrong(row, "mentees", "Кто-то из этих людей не состоит в «" + said.get("code") + "». Назовите тех, кто в ней, или оставьте ячейку пустой");
        }
        ProgrammeForm form = new ProgrammeForm(null, new ArrayList<>(covered), said.get("title"), said.get("goal"), null, null, said.get("startsOn"),
                said.get("endsOn"), null, List.of());
        run.check(row, form);
        boolean locked = line != null && !line.status().equals("DRAFT");
        if (locked) {
            run.wrong(row, said.changed().stream().sorted().findFirst().orElseThrow(), "Эта программа утверждена и не меняется: "
                    + "верните прежнее значение или начните новую редакцию на странице программы");
        }
        boolean approves = !locked && said.get("approvedOn") != null;
        if (approves) {
            run.demand(row, said, "goal");
            run.check(row, new ApprovalForm(null, said.get("approvedOn"), said.get("actNumber")));
        } else if (!locked && said.get("actNumber") != null) {
            run.wrong(row, "approvedOn", "Номер акта есть, а даты утверждения нет. Напишите дату или сотрите номер");
        }
        run.expectRight(row);
        if (line == null) {
            if (!approves) {
                run.untouched();
            }
            run.desk(Programmes.Drafting.class, () -> programmes.draftingMany(run.tenant)).draft(mentorship, form.toCommand(),
                    approves ? new Programmes.Act(said.date("approvedOn"), said.get("actNumber")) : null);
        } else {
            run.apart(() -> {
                if (said.changes("title", "mentees", "goal", "startsOn", "endsOn")) {
                    programmes.revise(run.tenant, line.id(), form.toCommand());
                }
                if (approves) {
                    programmes.approveOnPaper(run.tenant, line.id(), said.date("approvedOn"), said.get("actNumber"));
                }
            });
        }
        List<Change> changes = new ArrayList<>(said.changes());
        if (approves && (line == null || line.named().get("activities").isEmpty())) {
            changes.add(WITHOUT_ACTIVITIES);
        }
        return run.result(row, line != null, said.get("title"), changes);
    }

    private static Compared compare(Run run, Row row, Stored.Line line, Set<Long> written, Set<Long> members) {
        if (line == null) {
            return run.compare(row, Map.of(), Set.of());
        }
        Set<String> kept = new HashSet<>(Set.of("code", "title"));
        if (same(line, written, members)) {
            kept.add("mentees");
        }
        return run.compare(row, line.cells(), kept);
    }

    /** Whether the cell names those whom the stored programme covers; empty is everybody. */
    private static boolean same(Stored.Line line, Set<Long> written, Set<Long> members) {
        boolean everybody = line.cell("mentees") == null;
        return written.isEmpty() ? everybody : everybody ? written.equals(members) : written.equals(line.named().get("mentees"));
    }

    /** The stored programme; of several with this title the one that says the same. */
    private static Stored.Line line(Run run, Row row, Set<Long> written, Set<Long> members) {
        List<Stored.Line> found = run.stored(row);
        if (found.size() < 2) {
            return found.isEmpty() ? null : found.get(0);
        }
        return found.stream().filter(line -> !run.claimed(row, line.id()) && compare(run, row, line, written, members).changes().isEmpty()).findFirst()
                .orElseGet(() -> {
                    run.wrong(row, "title", "В портале у этой пары или группы несколько программ с таким названием. Измените нужную на её странице");
                    return found.get(0);
                });
    }

    private static long mentorship(Run run, Row row) {
        String code = row.cell("code");
        if (code == null) {
            return -1;
        }
        String key = Run.key(Sheet.MENTORSHIPS, Map.of("code", code));
        Long entered = run.entered(Sheet.MENTORSHIPS, key);
        if (entered != null) {
            return entered;
        }
        return run.stored(Sheet.MENTORSHIPS, key).stream().findFirst().map(Stored.Line::id).orElseGet(() -> {
            run.waitFor(Sheet.MENTORSHIPS, key);
            run.wrong(row, "code", "Пары или группы «" + Rows.shortened(code) + "» нет ни в портале, ни на листе «" + Sheet.MENTORSHIPS.title() + "»");
            return -1L;
        });
    }
}
