package ru.smolensk.mentoring.workbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.participant.ConsentKind;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.participant.MenteeForm;
import ru.smolensk.mentoring.participant.MentorForm;
import ru.smolensk.mentoring.participant.Participants;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.workbook.People.Person;
import ru.smolensk.mentoring.workbook.Rows.Row;
import ru.smolensk.mentoring.workbook.Run.Compared;
import ru.smolensk.mentoring.workbook.Run.Imported;
import ru.smolensk.mentoring.workbook.Run.Result;
import ru.smolensk.mentoring.workbook.Workplaces.Place;

/** The rows of mentors and mentees: one person may stand on both sheets. */
@Component
class PeopleRows {

    private static final Russian RUSSIAN = new Russian();
    /** What both sheets say of a person. */
    private static final List<String> SHARED = List.of("bornOn", "position", "teachingSince", "processing", "distribution");

    private final Participants participants;
    private final Workplaces workplaces;

    PeopleRows(Participants participants, Workplaces workplaces) {
        this.participants = participants;
        this.workplaces = workplaces;
    }

    Result write(Run run, Row row) {
        boolean mentors = row.sheet() == Sheet.MENTORS;
        String name = Names.name(run, row);
        Person person = name == null ? null : Names.person(run, row, name);
        run.claim(row, row.key());
        if (person != null) {
            run.claim(row, person.id());
        }
        Stored.Line line = person == null ? null : run.line(row.sheet(), Run.key(row.sheet(), Map.of("name", person.full())), person.id());
        Imported asMentor = person == null || mentors ? null : run.asMentor(person.id());

        Map<String, String> before = line != null ? line.cells() : person == null ? Map.of() : known(run, row, person);
        Compared said = run.compare(row, before, kept(row, line, before));
        Place place = Workplaces.place(run, row, said, person, line);
        if (asMentor != null) {
            expectTheSame(run, row, said, place, asMentor);
        }
        if (line != null && said.changes().isEmpty()) {
            run.expectRight(row);
            if (mentors) {
                run.imported(person.id(), new Imported(row.number(), said, place));
            }
            return run.result(row, true, person.full(), List.of());
        }
        for (ConsentKind kind : ConsentKind.values()) {
            ConsentCells.check(run, row, person, before, said, kind);
        }
        run.demand(row, said, mentors ? new String[] {"enteredOn", "workplace"} : new String[] {"enteredOn", "category"});
        Object form = mentors ? mentor(row, said, place, person, name) : mentee(row, said, place, person, name);
        run.check(row, form);
        run.expectRight(row);

        Place placed = workplaces.placed(run, place);
        Object whole = mentors ? mentor(row, said, placed, person, name) : mentee(row, said, placed, person, name);
        Map<ConsentKind, LocalDate> consents = ConsentCells.given(said, before);
        if (asMentor != null) {
            consents.entrySet().removeIf(given -> RUSSIAN.date(given.getValue()).equals(asMentor.said().get(ConsentCells.field(given.getKey()))));
        }
        long id;
        if (person == null) {
            id = enter(run, whole, consents);
            run.claim(row, id);
        } else {
            id = person.id();
            run.apart(() -> {
                change(run, person, line, said, placed, whole);
                consents.forEach((kind, on) -> consented(run, id, kind, on));
            });
        }
        run.know(after(id, person, said, placed, Names.parts(person, name), mentors));
        if (mentors) {
            run.imported(id, new Imported(row.number(), said, place));
        }
        return run.result(row, line != null, run.people.one(id).full(), said.changes());
    }

    /** What is known of somebody who comes to this base from the other one. */
    private static Map<String, String> known(Run run, Row row, Person person) {
        Sheet other = row.sheet() == Sheet.MENTORS ? Sheet.MENTEES : Sheet.MENTORS;
        Map<String, String> cells = new HashMap<>();
        Stored.Line line = run.line(other, Run.key(other, Map.of("name", person.full())), person.id());
        if (line != null) {
            Stream.concat(SHARED.stream(), Stream.of("name")).filter(field -> line.cell(field) != null)
                    .forEach(field -> cells.put(field, line.cell(field)));
        }
        if (row.sheet() == Sheet.MENTORS) {
            cells.put("workplace", Sheet.MENTORS.column("workplace").orElseThrow().words(person.workplace()));
        }
        return cells;
    }

    private static Set<String> kept(Row row, Stored.Line line, Map<String, String> before) {
        Set<String> kept = new HashSet<>();
        if (line != null) {
            kept.add("name");
        }
        if (row.cell("bornOn") == null) {
            kept.add("bornOn");
        }
        if (row.cell("inn") == null && Objects.equals(row.cell("employerName"), before.get("employerName"))) {
            kept.add("inn");
        }
        if (row.sheet() == Sheet.MENTEES && Workplaces.own(row.cell("workplace")) && (line == null || Workplaces.own(before.get("workplace")))) {
            kept.add("workplace"); // Empty and «эта организация» say the same.
        }
        return kept;
    }

    private void consented(Run run, long id, ConsentKind kind, LocalDate on) {
        try {
            participants.giveConsent(run.tenant, id, kind, on, null);
        } catch (Refusal refusal) {
            throw new Refusal(ConsentCells.field(kind), refusal.getMessage());
        }
    }

    /** What the two sheets say of one person is the same. */
    private static void expectTheSame(Run run, Row row, Compared said, Place place, Imported asMentor) {
        String there = "На листе «" + Sheet.MENTORS.title() + "», строка " + asMentor.row() + ", у этого человека ";
        for (String field : SHARED) {
            String here = said.get(field);
            String other = asMentor.said().get(field);
            if (row.has(field) && !(field.equals("bornOn") && row.cell(field) == null) && !Objects.equals(here, other)) {
                run.wrong(row, field, there + (other == null ? "эта графа пуста" : "написано «" + Rows.shortened(other) + "»") + ". Напишите одинаково");
            }
        }
        if (row.has("workplace") && !place.said().equals(asMentor.place().said())) {
            run.wrong(row, "workplace", there + "другое место работы. Напишите одинаково");
        }
    }

    // ---- Forms and what is done with them ---------------------------------------------------------------------------------------

    private static MentorForm mentor(Row row, Compared said, Place place, Person person, String name) {
        String[] parts = Names.parts(person, name);
        return new MentorForm(null, parts[0], parts[1], parts[2], said.get("bornOn"), said.get("position"), place.workplace(), place.employer(),
                place.partnerId(), said.get("teachingSince"), said.get("enteredOn"), said.get("category"), said.get("competences"),
                said.get("achievements"), said.get("freeTime"), null, null);
    }

    private static MenteeForm mentee(Row row, Compared said, Place place, Person person, String name) {
        String[] parts = Names.parts(person, name);
        MenteeCategory category = said.get("category") == null ? null
                : MenteeCategory.valueOf(row.sheet().column("category").orElseThrow().word(said.get("category")).orElseThrow().name());
        return new MenteeForm(null, parts[0], parts[1], parts[2], said.get("bornOn"), said.get("position"), place.workplace(), place.employer(),
                place.partnerId(), said.get("teachingSince"), said.get("enteredOn"), category, said.get("request"), null, null);
    }

    private long enter(Run run, Object form, Map<ConsentKind, LocalDate> consents) {
        Participants.Entering desk = run.desk(Participants.Entering.class, () -> participants.enteringMany(run.tenant));
        return form instanceof MentorForm mentor ? desk.enter(mentor.description(), mentor.role(), consents)
                : desk.enter(((MenteeForm) form).description(), ((MenteeForm) form).role(), consents);
    }

    private void change(Run run, Person person, Stored.Line line, Compared said, Place place, Object form) {
        // Consents are given by themselves; somebody who only comes to this base changes only where the row says otherwise.
        boolean described = line == null
                ? said.changes("bornOn", "position", "teachingSince") || !place.said().equals(Workplaces.placeOf(run, person).said())
                : said.changed().stream().anyMatch(field -> !field.equals("processing") && !field.equals("distribution"));
        if (form instanceof MentorForm mentor) {
            if (line == null) {
                participants.addMentorRole(run.tenant, person.id(), mentor.role());
            }
            if (described) {
                participants.changeMentor(run.tenant, person.id(), mentor.description(), mentor.role());
            }
        } else if (form instanceof MenteeForm mentee) {
            if (line == null) {
                participants.addMenteeRole(run.tenant, person.id(), mentee.role());
            }
            if (described) {
                participants.changeMentee(run.tenant, person.id(), mentee.description(), mentee.role());
            }
        }
    }

    private static Person after(long id, Person before, Compared said, Place place, String[] name, boolean mentor) {
        return new Person(id, name[0], name[1], name[2], said.date("bornOn"), mentor || before != null && before.mentor(),
                !mentor || before != null && before.mentee(), place.workplace().name(), place.employer(),
                place.partner() == null ? null : Long.valueOf(place.partner().id()),
                before == null ? null : before.processingWithdrawn(), before == null ? null : before.distributionWithdrawn());
    }
}
