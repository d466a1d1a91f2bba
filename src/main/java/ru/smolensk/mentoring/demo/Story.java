package ru.smolensk.mentoring.demo;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ru.smolensk.mentoring.demo.Bond.Decree;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.demo.Somebody.Ally;
import ru.smolensk.mentoring.document.ActKind;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.document.LocalActs;
import ru.smolensk.mentoring.document.Papers;
import ru.smolensk.mentoring.mentorship.AssignmentOrders;
import ru.smolensk.mentoring.mentorship.Mentorships;
import ru.smolensk.mentoring.organisation.Partners;
import ru.smolensk.mentoring.organisation.StaffCounts;
import ru.smolensk.mentoring.participant.ConsentKind;
import ru.smolensk.mentoring.participant.Employment;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.participant.Participants;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * What an organisation lives through, in the words of a curator. Every verb writes down one or several things with their days; they come true
 * later, in the order of time, through the services that people use. What a verb needs of an earlier one – an identifier – is there by then.
 */
final class Story {

    private static final List<String> FREE_TIME = List.of("по средам после 15:00", "вторник и четверг, 14:00–15:30", "два часа в неделю",
            "суббота, первая половина дня", "в методический день", "по договорённости, также дистанционно");
    private static final List<String> CATEGORIES = List.of("высшая", "высшая", "первая", "первая", "педагог-наставник", "педагог-методист");
    private static final List<String> ACHIEVEMENTS = List.of("Призёр городского конкурса «Я – наставник»", "Почётная грамота управления образования",
            "Руководитель городского методического объединения", "Автор методической разработки для молодых педагогов",
            "Победитель конкурса лучших практик", "Эксперт аттестационной комиссии");

    final Place place;
    final Years years;
    final Dice dice;
    final InventedPeople people;
    final Paperwork paperwork;
    final List<Somebody> everybody = new ArrayList<>();

    private final Services services;
    private final Tenant tenant;
    private final Curators curators;
    private final Chronicle chronicle;
    private final Set<String> numbers = new HashSet<>();
    private final String numberStyle;

    Story(Place place, Tenant tenant, Curators curators, Years years, Services services, Chronicle chronicle) {
        this.place = place;
        this.tenant = tenant;
        this.curators = curators;
        this.years = years;
        this.services = services;
        this.chronicle = chronicle;
        dice = new Dice(place.slug());
        people = new InventedPeople(dice);
        paperwork = new Paperwork(place, people.next());
        numberStyle = dice.of(List.of("%d-од", "%d-а", "%d", "%d-о", "%d/2-р", "01-%d"));
    }

    /**
     * Who keeps the organisation's records, and who did before.
     *
     * @param since the first day of the curator of today
     * @param number of the order that appointed the curator of today
     */
    record Curators(SignedIn first, SignedIn now, LocalDate since, PersonName name, String number, LocalDate dated) {

        SignedIn on(LocalDate day) {
            return day.isBefore(since) ? first : now;
        }
    }

    void on(LocalDate day, Runnable act) {
        chronicle.add(day, curators.on(day), dice, act);
    }

    PersonName headName() {
        return paperwork.head();
    }

    /** The number of a paper: they grow through the year and never repeat. */
    String number(LocalDate day) {
        int number = 3 + day.getDayOfYear() * 2 / 3;
        while (!numbers.add(day.getYear() + "/" + number)) {
            number++;
        }
        return numberStyle.formatted(number);
    }

    // ---- Staff and partners -------------------------------------------------------------------------------------------------

    void count(LocalDate day, int staff, int young) {
        on(day, () -> services.counts().enter(tenant, new StaffCounts.Figures(day, staff, young)));
    }

    /** A count with a slip of the pen, annulled the next day. */
    void countedWrongly(LocalDate day, int staff, int young, String reason) {
        long[] id = new long[1];
        on(day, () -> id[0] = services.counts().enter(tenant, new StaffCounts.Figures(day, staff, young)));
        on(Years.workday(day.plusDays(1)), () -> services.counts().annul(tenant, id[0], reason));
    }

    Ally partner(LocalDate day, String name, String inn, String note) {
        Ally ally = new Ally(name);
        on(day, () -> ally.id = services.partners().enter(tenant, new Partners.Description(name, inn, null, note)));
        return ally;
    }

    // ---- People -------------------------------------------------------------------------------------------------------------

    Somebody own(String position, LocalDate teachingSince) {
        return somebody(people.next(), position, teachingSince, null, null);
    }

    Somebody elsewhere(String position, LocalDate teachingSince, String employer) {
        return somebody(people.next(), position, teachingSince, employer, null);
    }

    Somebody of(Ally ally, String position, LocalDate teachingSince) {
        return somebody(people.next(), position, teachingSince, null, ally);
    }

    Somebody student(LocalDate entered, String employer) {
        LocalDate born = entered.minusYears(dice.between(19, 21)).minusDays(dice.between(10, 340));
        Somebody student = new Somebody(people.next(), "студент", null, born, employer, null);
        everybody.add(student);
        return student;
    }

    Somebody somebody(PersonName name, String position, LocalDate teachingSince, String employer, Ally ally) {
        LocalDate born = teachingSince == null ? null : teachingSince.minusYears(dice.between(21, 24)).minusDays(dice.between(5, 350));
        Somebody one = new Somebody(name, position, teachingSince, born, employer, ally);
        everybody.add(one);
        return one;
    }

    void mentor(Somebody one, LocalDate day, String competences) {
        boolean known = one.mentee;
        one.mentor = true;
        one.enteredOn = one.enteredOn == null ? day : one.enteredOn;
        Participants.MentorRole role = new Participants.MentorRole(day, one.ally == null ? dice.of(CATEGORIES) : null, competences,
                dice.chance(60) ? dice.of(ACHIEVEMENTS) : null, dice.of(FREE_TIME));
        on(day, () -> {
            if (known) {
                services.people().addMentorRole(tenant, one.id, role);
            } else {
                one.id = services.people().enterMentor(tenant, description(one), role);
            }
        });
    }

    void mentee(Somebody one, LocalDate day, MenteeCategory category, String request) {
        boolean known = one.mentor;
        one.mentee = true;
        one.enteredOn = one.enteredOn == null ? day : one.enteredOn;
        Participants.MenteeRole role = new Participants.MenteeRole(day, category, request);
        on(day, () -> {
            if (known) {
                services.people().addMenteeRole(tenant, one.id, role);
            } else {
                one.id = services.people().enterMentee(tenant, description(one), role);
            }
        });
    }

    private Participants.Description description(Somebody one) {
        Employment employment = one.ally != null ? Employment.partner(one.ally.id)
                : one.employer != null ? Employment.elsewhere(one.employer) : Employment.ownStaff();
        return new Participants.Description(one.name, one.bornOn, one.position, employment, one.teachingSince);
    }

    /** Consent to processing, and to distribution for those who do not mind their name. */
    void consents(Somebody one, LocalDate day, boolean distribution) {
        on(day, () -> services.people().giveConsent(tenant, one.id, ConsentKind.PROCESSING, day, null));
        if (distribution) {
            on(day, () -> services.people().giveConsent(tenant, one.id, ConsentKind.DISTRIBUTION, day, null));
        }
    }

    void scannedConsent(Somebody one, LocalDate day) {
        Sheet scan = printed(day, paperwork.consent(one.name, day));
        on(day, () -> services.people().giveConsent(tenant, one.id, ConsentKind.PROCESSING, day, kept(scan)));
    }

    /** Consent to distribution, given and taken back. */
    void consentTakenBack(Somebody one, LocalDate given, LocalDate withdrawn) {
        long[] id = new long[1];
        on(given, () -> id[0] = services.people().giveConsent(tenant, one.id, ConsentKind.DISTRIBUTION, given, null));
        on(withdrawn, () -> services.people().withdrawConsent(tenant, one.id, id[0], withdrawn));
    }

    void leaves(Somebody one, LocalDate day) {
        if (one.leftOn == null) {
            one.leftOn = day;
            on(day, () -> services.people().leave(tenant, one.id, day));
        }
    }

    // ---- Orders, pairs and groups -----------------------------------------------------------------------------------------------

    Decree decree(LocalDate date, String number, String title) {
        return new Decree(number == null ? number(date) : number, date, title);
    }

    /**
     * The order comes into the portal with its pairs and groups.
     *
     * @param format {@code null}: nobody has scanned it yet
     */
    void issue(Decree decree, Disclosure disclosure, Format format) {
        LocalDate day = Years.workday(decree.date.plusDays(dice.between(0, 2)));
        enter(decree, day, format == null ? null : printed(day, paperwork.assignment(format, decree, true)), disclosure,
                disclosure == Disclosure.REDACTED_COPY ? printed(day, paperwork.assignment(format, decree, false)) : null);
        decree.bonds.forEach(bond -> begin(bond, day));
    }

    private void enter(Decree decree, LocalDate day, Sheet file, Disclosure disclosure, Sheet copy) {
        on(day, () -> decree.id = services.orders().enter(tenant, new AssignmentOrders.Text(decree.number, decree.date, decree.title,
                new Papers.Said(kept(file), disclosure, kept(copy)))));
    }

    /** An order that was entered twice. */
    void annulledDecree(LocalDate date, String number, String title, String reason) {
        Decree decree = new Decree(number, date, title);
        enter(decree, date, null, Disclosure.WITHHELD, null);
        on(Years.workday(date.plusDays(2)), () -> services.orders().annul(tenant, decree.id, reason));
    }

    private void begin(Bond bond, LocalDate day) {
        on(day, () -> bond.id = services.mentorships().start(tenant, new Mentorships.NewMentorship(null, bond.decree.id, bond.mentor.id,
                bond.mentees.stream().map(one -> one.id).toList(), bond.form, bond.model, bond.kinds, bond.startsOn, bond.plannedEnd, bond.agreedOn)));
    }

    void endsEarly(Bond bond, LocalDate last, String reason, LocalDate notice) {
        on(last, () -> services.mentorships().endEarly(tenant, bond.id, new Mentorships.EarlyEnd(last, reason, notice)));
    }

    /** Another mentor takes over by an order of its own. */
    Bond replaced(Bond old, Somebody mentor, LocalDate day) {
        Decree decree = decree(day, null, "О замене наставника");
        Bond next = new Bond(decree, mentor, old.mentees, old.theme, day, old.plannedEnd);
        next.form = old.form;
        next.model = old.model;
        enter(decree, day, printed(day, paperwork.assignment(Format.PDF, decree, true)), Disclosure.WITHHELD, null);
        on(day, () -> next.id = services.mentorships().replaceMentor(tenant, old.id,
                new Mentorships.Replacement(null, mentor.id, decree.id, day, old.plannedEnd, day)));
        return next;
    }

    void leavesGroup(Bond bond, Somebody mentee, LocalDate day, String reason) {
        on(day, () -> services.mentorships().leave(tenant, bond.id, mentee.id, day, reason));
    }

    /** By an order of its own: the first one did not know the new mentee. */
    void joinsGroup(Bond bond, Somebody mentee, LocalDate day) {
        Decree decree = decree(day, "118-од", "О включении в наставническую группу");
        enter(decree, day, null, Disclosure.WITHHELD, null);
        on(day, () -> services.mentorships().join(tenant, bond.id, new Mentorships.Joining(mentee.id, decree.id, day, bond.kinds)));
    }

    /** A pair entered with the wrong mentee and annulled; the right one is entered beside it. */
    void enteredWrongly(Bond right, Somebody wrong, LocalDate day, String reason) {
        long[] id = new long[1];
        on(day, () -> id[0] = services.mentorships().start(tenant, new Mentorships.NewMentorship(null, right.decree.id, right.mentor.id,
                List.of(wrong.id), right.form, right.model, EnumSet.copyOf(right.kinds), right.startsOn, right.plannedEnd, null)));
        on(Years.workday(day.plusDays(1)), () -> services.mentorships().annul(tenant, id[0], reason));
    }

    // ---- Programmes ---------------------------------------------------------------------------------------------------------------

    Plan draft(Bond bond, LocalDate day, LocalDate endsOn) {
        Plan plan = new Plan(bond, bond.theme, bond.theme.title(), bond.startsOn, endsOn);
        on(day, () -> plan.id = services.programmes().draft(tenant, bond.id, plan.contents()));
        return plan;
    }

    void approve(Plan plan, LocalDate day) {
        plan.approvedOn = day;
        String act = number(day);
        on(day, () -> services.programmes().approve(tenant, plan.id, day, act));
    }

    /** Drawn up and approved. */
    Plan programme(Bond bond, LocalDate day, LocalDate endsOn) {
        Plan plan = draft(bond, day, endsOn);
        approve(plan, Years.workday(day.plusDays(dice.between(3, 8))));
        return plan;
    }

    /** Activities are marked as done, each in its month; of a hundred so many. */
    void progress(Plan plan, LocalDate until, int doneOfHundred) {
        for (int number = 1; number <= plan.activities.size(); number++) {
            if (dice.chance(doneOfHundred)) {
                mark(plan, number, plan.activities.get(number - 1), until);
            }
        }
    }

    /** What stays to be done in a new edition after a day: the earlier marks go over to it from the one before. */
    void progressSince(Plan plan, LocalDate since, LocalDate until) {
        for (int number = 1; number <= plan.activities.size(); number++) {
            Plan.Due due = plan.activities.get(number - 1);
            if (due.month().atDay(1).isAfter(since)) {
                mark(plan, number, due, until);
            }
        }
    }

    private void mark(Plan plan, int number, Plan.Due due, LocalDate until) {
        LocalDate day = doneIn(due.month(), plan.approvedOn);
        if (!day.isAfter(until)) {
            on(day, () -> services.programmes().markDone(tenant, plan.id, number, day, due.step().result()));
        }
    }

    private LocalDate doneIn(YearMonth month, LocalDate approvedOn) {
        LocalDate day = Years.workday(month.atDay(dice.between(12, 26)));
        return day.isAfter(approvedOn) ? day : Years.workday(approvedOn.plusDays(dice.between(2, 9)));
    }

    void complete(Plan plan, LocalDate day) {
        on(day, () -> services.programmes().complete(tenant, plan.id, day, plan.theme.said().get("final") + "."));
    }

    void cancel(Plan plan, LocalDate day, String reason) {
        on(day, () -> services.programmes().cancel(tenant, plan.id, day, reason));
    }

    /** A new edition of an approved programme, a draft yet. */
    Plan amend(Plan plan, LocalDate day) {
        Plan next = new Plan(plan.bond, plan.theme, plan.title, plan.startsOn, plan.endsOn);
        on(day, () -> next.id = services.programmes().amend(tenant, plan.id));
        return next;
    }

    // ---- Documents and the section --------------------------------------------------------------------------------------------------

    void document(LocalDate day, ActKind kind, String number, LocalDate date, String title, Sheet file, Disclosure disclosure, Sheet copy) {
        document(day, kind, number, date, title, null, file, disclosure, copy);
    }

    private void document(LocalDate day, ActKind kind, String number, LocalDate date, String title, Ally ally, Sheet file, Disclosure disclosure, Sheet copy) {
        printed(day, file);
        if (copy != null) {
            printed(day, copy);
        }
        on(day, () -> services.acts().enter(tenant, new LocalActs.Description(kind, number, date, title, ally == null ? null : ally.id, null,
                new Papers.Said(kept(file), disclosure, kept(copy)))));
    }

    /** The order that appointed the curator of today (F5). */
    void curatorOrder(LocalDate begins, Format format, Disclosure disclosure) {
        LocalDate entered = Years.workday(curators.dated().plusDays(2));
        document(entered.isBefore(begins) ? begins : entered, ActKind.CURATOR_ORDER, curators.number(), curators.dated(), "О назначении куратора",
                paperwork.curator(format, curators.number(), curators.dated(), curators.name(), true), disclosure,
                disclosure == Disclosure.REDACTED_COPY ? paperwork.curator(Format.PDF, curators.number(), curators.dated(), curators.name(), false) : null);
    }

    void partnerDocument(LocalDate day, Ally ally, String number, LocalDate date, Sheet file, Disclosure disclosure) {
        document(day, ActKind.PARTNER_DOCUMENT, number, date, "Договор о сотрудничестве", ally, file, disclosure, null);
    }

    /** A document that stands on the organisation's own site. */
    void linkedDocument(LocalDate day, ActKind kind, String number, LocalDate date, String title) {
        String link = "https://" + place.slug() + ".example.org/nastavnichestvo/" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        on(day, () -> services.acts().enter(tenant, new LocalActs.Description(kind, number, date, title, null, link,
                new Papers.Said(null, Disclosure.NO_NAMES, null))));
    }

    void annulledDocument(LocalDate day, ActKind kind, LocalDate date, String title, Sheet file, String reason) {
        long[] id = new long[1];
        printed(day, file);
        on(day, () -> id[0] = services.acts().enter(tenant, new LocalActs.Description(kind, null, date, title, null, null,
                new Papers.Said(kept(file), Disclosure.NO_NAMES, null))));
        on(Years.workday(day.plusDays(3)), () -> services.acts().annul(tenant, id[0], reason));
    }

    void publish(LocalDate day) {
        on(day, () -> services.sections().publish(tenant, day));
    }

    // ---- Files ------------------------------------------------------------------------------------------------------------------------

    private Sheet printed(LocalDate day, Sheet sheet) {
        chronicle.order(day, sheet);
        return sheet;
    }

    private Long kept(Sheet sheet) {
        return sheet == null ? null : services.files().keep(tenant, sheet.fileName(), new ByteArrayInputStream(sheet.content()));
    }

    /** How many young specialists of the own staff may be counted between these days. */
    int youngMentees(LocalDate since, LocalDate until) {
        return (int) everybody.stream().filter(one -> one.youngOwnMentee(since, until)).count();
    }

    static int pairs(Collection<Bond> bonds) {
        return (int) bonds.stream().filter(bond -> bond.mentees.size() == 1).count();
    }
}
