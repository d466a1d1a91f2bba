package ru.smolensk.mentoring.workbook;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.organisation.PartnerForm;
import ru.smolensk.mentoring.organisation.Partners;
import ru.smolensk.mentoring.participant.ConsentKind;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.participant.MenteeForm;
import ru.smolensk.mentoring.participant.MentorForm;
import ru.smolensk.mentoring.participant.Participants;
import ru.smolensk.mentoring.participant.Workplace;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.workbook.People.Person;
import ru.smolensk.mentoring.workbook.Rows.Row;
import ru.smolensk.mentoring.workbook.Run.Compared;
import ru.smolensk.mentoring.workbook.Run.Result;

/** The rows of mentors and mentees: one person may stand on both sheets. */
@Component
class PeopleRows {

    private static final Russian RUSSIAN = new Russian();
    /** What both sheets say of a person. */
    private static final List<String> SHARED = List.of("bornOn", "position", "teachingSince", "processing", "distribution");

    private final Participants participants;
    private final Partners partners;

    PeopleRows(Participants participants, Partners partners) {
        this.participants = participants;
        this.partners = partners;
    }

    /**
     * Where somebody works, as a row says it.
     *
     * @param partner of the organisation already, or {@code null}
     * @param newPartner a partner that the import enters first, or {@code null}
     * @param newInn what is to be noted of a partner that had no ИНН, or {@code null}
     */
    private record Place(Workplace workplace, String employer, Stored.Partner partner, PartnerForm newPartner, String newInn) {

        private static final String UNKNOWN = "0";

        String partnerId() {
            return partner != null ? String.valueOf(partner.id()) : newPartner != null ? UNKNOWN : null;
        }

        /** The same place, said comparably. */
        private String said() {
            return workplace + "|" + Likeness.plain(employer) + "|" + (partner == null ? newPartner == null ? null : Likeness.plain(newPartner.name())
                    : Likeness.plain(partner.name()));
        }
    }

    /** A row of the sheet «Наставники» that has been imported, for the other sheet to compare with. */
    private record Imported(int row, Compared said, Place place) {
    }

    /** What a run remembers of the mentors it has imported, by person. */
    static final class Memory {
        private final Map<Long, Imported> mentors = new HashMap<>();
    }

    Result write(Run run, Memory memory, Row row) {
        boolean mentors = row.sheet() == Sheet.MENTORS;
        String name = name(run, row);
        Person person = name == null ? null : person(run, row, name);
        run.claim(row, row.key());
        if (person != null) {
            run.claim(row, person.id());
        }
        Stored.Line line = person == null ? null : run.line(row.sheet(), Run.key(row.sheet(), Map.of("name", person.full())), person.id());
        Imported asMentor = person == null || mentors ? null : memory.mentors.get(person.id());

        Map<String, String> before = line != null ? line.cells() : person == null ? Map.of() : known(run, row, person);
        Compared said = run.compare(row, before, kept(row, line, before));
        Place place = place(run, row, said, person, line);
        if (asMentor != null) {
            expectTheSame(run, row, said, place, asMentor);
        }
        if (line != null && said.changes().isEmpty()) {
            run.expectRight(row);
            if (mentors) {
                memory.mentors.put(person.id(), new Imported(row.number(), said, place));
            }
            return run.result(row, true, person.full(), List.of());
        }
        for (ConsentKind kind : ConsentKind.values()) {
            consent(run, row, person, before, said, kind);
        }
        run.demand(row, said, mentors ? new String[] {"enteredOn", "workplace"} : new String[] {"enteredOn", "category"});
        Object form = mentors ? mentor(row, said, place, person, name) : mentee(row, said, place, person, name);
        run.check(row, form);
        run.expectRight(row);

        Place placed = placed(run, place);
        Object whole = mentors ? mentor(row, said, placed, person, name) : mentee(row, said, placed, person, name);
        long id = person == null ? enter(run, whole) : change(run, person, line, said, placed, whole);
        for (ConsentKind kind : ConsentKind.values()) {
            String given = said.get(field(kind));
            boolean already = asMentor != null && given != null && given.equals(asMentor.said().get(field(kind)));
            if (given != null && !given.equals(before.get(field(kind))) && !already) {
                consented(run, row, id, kind, Typed.date(given));
            }
        }
        run.flush();
        run.people.add(after(id, person, said, placed, parts(person, name), mentors));
        if (person == null) {
            run.claim(row, id);
        }
        if (mentors) {
            memory.mentors.put(id, new Imported(row.number(), said, place));
        }
        String title = run.people.one(id).full();
        return run.result(row, line != null, title, said.changes());
    }

    /** The name in one line, or {@code null} if it is not one. */
    private static String name(Run run, Row row) {
        String name = row.cell("name");
        if (name == null) {
            run.wrong(row, "name", "Не заполнено. Напишите фамилию, имя и отчество");
            return null;
        }
        String spaced = name.replaceAll("[\\s\\u00a0]+", " ");
        String[] words = spaced.split(" ");
        if (words.length < 2) {
            run.wrong(row, "name", "«" + Rows.shortened(name) + "» – одного слова мало. Напишите фамилию, имя и отчество");
            return null;
        }
        if (!run.people.named(spaced).isEmpty()) {
            return spaced;
        }
        boolean patronymicInTheMiddle = words.length == 3 && patronymic(words[1]) && !patronymic(words[2]);
        boolean knownTurned = Stream.of(words.length == 3 ? new String[] {words[2] + " " + words[0] + " " + words[1], words[1] + " " + words[0] + " " + words[2],
            words[1] + " " + words[2] + " " + words[0]} : new String[] {words[1] + " " + words[0]}).anyMatch(turned -> !run.people.named(turned).isEmpty());
        if (patronymicInTheMiddle || knownTurned) {
            run.wrong(row, "name", "«" + Rows.shortened(name) + "» – похоже, слова стоят не в том порядке. Сначала фамилия, потом имя и отчество"
                    + (patronymicInTheMiddle ? ": " + words[2] + " " + words[0] + " " + words[1] : ""));
            return null;
        }
        return spaced;
    }

    private static boolean patronymic(String word) {
        return word.toLowerCase(java.util.Locale.ROOT).matches(".{2,}(ович|евич|ич|овна|евна|ична|инична)");
    }

    /** Who is meant: by name, and by the date of birth where that tells namesakes apart; nobody: {@code null}. */
    private static Person person(Run run, Row row, String name) {
        LocalDate born = Typed.dateIfAny(row.cell("bornOn"));
        List<Person> named = run.people.named(name);
        Optional<Person> exact = named.stream().filter(one -> Objects.equals(one.bornOn(), born)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        if (born != null) {
            // Whoever is known without a date may get one; who has another date is somebody else.
            return named.stream().filter(one -> one.bornOn() == null).findFirst().orElse(null);
        }
        if (named.size() > 1) {
            run.wrong(row, "bornOn", "В базе несколько людей с таким именем. Укажите дату рождения, чтобы их различить");
        }
        return named.size() == 1 ? named.get(0) : null;
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
        if (row.sheet() == Sheet.MENTEES && own(row.cell("workplace")) && (line == null || own(before.get("workplace")))) {
            kept.add("workplace"); // Empty and «эта организация» say the same.
        }
        return kept;
    }

    private static boolean own(String workplace) {
        return workplace == null || Likeness.plain(workplace).equals(Sheet.Words.OWN_STAFF);
    }

    // ---- Where somebody works ----------------------------------------------------------------------------------------------

    private static Place place(Run run, Row row, Compared said, Person person, Stored.Line line) {
        boolean same = person != null && (line != null ? !said.changes("workplace", "employerName", "inn")
                : row.cell("workplace") == null && row.cell("employerName") == null);
        if (same) {
            return placeOf(run, person);
        }
        return row.sheet() == Sheet.MENTORS ? placeOfMentor(run, row, said) : placeOfMentee(run, said);
    }

    private static Place placeOf(Run run, Person person) {
        return new Place(Workplace.valueOf(person.workplace()), person.employerName(), partner(run, person.partnerId()), null, null);
    }

    private static Stored.Partner partner(Run run, Long id) {
        return id == null ? null : run.partners.stream().filter(one -> one.id() == id).findFirst().orElse(new Stored.Partner(id, "", null));
    }

    private static Place placeOfMentee(Run run, Compared said) {
        String written = said.get("workplace");
        if (own(written)) {
            return new Place(Workplace.OWN_STAFF, null, null, null, null);
        }
        return run.partners.stream().filter(one -> Likeness.plain(one.name()).equals(Likeness.plain(written))).findFirst()
                .map(partner -> new Place(Workplace.PARTNER, null, partner, null, null))
                .orElseGet(() -> new Place(Workplace.OTHER_EDUCATIONAL, written, null, null, null));
    }

    private static Place placeOfMentor(Run run, Row row, Compared said) {
        Workplace workplace = said.get("workplace") == null ? null
                : Sheet.MENTORS.column("workplace").orElseThrow().word(said.get("workplace")).map(word -> Workplace.valueOf(word.name())).orElseThrow();
        String employer = said.get("employerName");
        String inn = said.get("inn") == null ? null : said.get("inn").replaceAll("\\s", "");
        if (workplace != Workplace.PARTNER) {
            if (inn != null && workplace != null) {
                run.wrong(row, "inn", "ИНН нужен только для предприятия. Сотрите его или выберите место работы «предприятие»");
            }
            return new Place(workplace, employer, null, null, null);
        }
        Stored.Partner byName = employer == null ? null : run.partners.stream().filter(one -> Likeness.plain(one.name()).equals(Likeness.plain(employer)))
                .findFirst().orElse(null);
        Stored.Partner byInn = inn == null ? null : run.partners.stream().filter(one -> inn.equals(one.inn())).findFirst().orElse(null);
        if (byName != null) {
            if (inn != null && byName.inn() != null && !inn.equals(byName.inn())) {
                run.wrong(row, "inn", "В портале у партнёра «" + byName.name() + "» другой ИНН – " + byName.inn() + ". Исправьте его здесь или на странице «Партнёры»");
            } else if (byInn != null && byInn.id() != byName.id()) {
                run.wrong(row, "inn", "Этот ИНН – у партнёра «" + byInn.name() + "». Проверьте название и ИНН");
            }
            boolean noted = inn != null && byName.inn() == null;
            if (noted) {
                run.check(row, new Inn(inn).asForm(byName.name()));
            }
            return new Place(workplace, null, byName, null, noted ? inn : null);
        }
        if (byInn != null) {
            if (employer != null) {
                run.wrong(row, "employerName", "С этим ИНН в портале записан партнёр «" + byInn.name() + "». Напишите название так же или исправьте ИНН");
            }
            return new Place(workplace, null, byInn, null, null);
        }
        if (employer == null) {
            run.wrong(row, "employerName", "Не заполнено. Напишите, на каком предприятии работает наставник");
            return new Place(workplace, null, new Stored.Partner(0, "", null), null, null);
        }
        PartnerForm entered = new Inn(inn).asForm(employer);
        run.checkAs(row, entered, Map.of("name", "employerName"));
        return new Place(workplace, null, null, entered, null);
    }

    /** A number as the form of a partner takes it. */
    private record Inn(String digits) {
        PartnerForm asForm(String name) {
            return new PartnerForm(null, name, digits, null, null);
        }
    }

    /** Enters the partner that the row names for the first time. */
    private Place placed(Run run, Place place) {
        if (place.newPartner() != null) {
            long id = partners.enter(run.tenant, place.newPartner().toCommand());
            run.flush();
            Stored.Partner entered = new Stored.Partner(id, place.newPartner().name(), place.newPartner().toCommand().inn());
            run.partners.add(entered);
            return new Place(place.workplace(), null, entered, null, null);
        }
        if (place.newInn() != null) {
            partners.addInn(run.tenant, place.partner().id(), place.newInn());
            run.flush();
            run.partners.replaceAll(one -> one.id() == place.partner().id() ? new Stored.Partner(one.id(), one.name(), place.newInn()) : one);
        }
        return place;
    }

    // ---- Consents ------------------------------------------------------------------------------------------------------------

    private static String field(ConsentKind kind) {
        return kind == ConsentKind.PROCESSING ? "processing" : "distribution";
    }

    private static void consent(Run run, Row row, Person person, Map<String, String> before, Compared said, ConsentKind kind) {
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

    private void consented(Run run, Row row, long id, ConsentKind kind, LocalDate on) {
        try {
            participants.giveConsent(run.tenant, id, kind, on, null);
        } catch (Refusal refusal) {
            throw new Refusal(field(kind), refusal.getMessage());
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
        String[] parts = parts(person, name);
        return new MentorForm(null, parts[0], parts[1], parts[2], said.get("bornOn"), said.get("position"), place.workplace(), place.employer(),
                place.partnerId(), said.get("teachingSince"), said.get("enteredOn"), said.get("category"), said.get("competences"),
                said.get("achievements"), said.get("freeTime"));
    }

    private static MenteeForm mentee(Row row, Compared said, Place place, Person person, String name) {
        String[] parts = parts(person, name);
        MenteeCategory category = said.get("category") == null ? null
                : MenteeCategory.valueOf(row.sheet().column("category").orElseThrow().word(said.get("category")).orElseThrow().name());
        return new MenteeForm(null, parts[0], parts[1], parts[2], said.get("bornOn"), said.get("position"), place.workplace(), place.employer(),
                place.partnerId(), said.get("teachingSince"), said.get("enteredOn"), category, said.get("request"));
    }

    /** «Мамедов Али Гасан оглы»: everything after the second word is the patronymic. */
    private static String[] parts(Person person, String name) {
        if (person != null) {
            return new String[] {person.lastName(), person.firstName(), person.patronymic()};
        }
        if (name == null) {
            return new String[] {"Имя", "Нет", null}; // What is wrong with the name is said already.
        }
        String[] words = name.split(" ");
        return new String[] {words[0], words[1], words.length == 2 ? null : String.join(" ", Arrays.asList(words).subList(2, words.length))};
    }

    private long enter(Run run, Object form) {
        return form instanceof MentorForm mentor ? participants.enterMentor(run.tenant, mentor.description(), mentor.role())
                : participants.enterMentee(run.tenant, ((MenteeForm) form).description(), ((MenteeForm) form).role());
    }

    private long change(Run run, Person person, Stored.Line line, Compared said, Place place, Object form) {
        // Consents are given by themselves; somebody who only comes to this base changes only where the row says otherwise.
        boolean described = line == null ? said.changes("bornOn", "position", "teachingSince") || !place.said().equals(placeOf(run, person).said())
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
        return person.id();
    }

    private static Person after(long id, Person before, Compared said, Place place, String[] name, boolean mentor) {
        return new Person(id, name[0], name[1], name[2], said.date("bornOn"), mentor || before != null && before.mentor(),
                !mentor || before != null && before.mentee(), place.workplace().name(), place.employer(),
                place.partner() == null ? null : Long.valueOf(place.partner().id()),
                before == null ? null : before.processingWithdrawn(), before == null ? null : before.distributionWithdrawn());
    }
}
