package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ru.smolensk.mentoring.demo.Somebody.Ally;
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
 * What an organisation lives through, in the words of a curator: here its staff and its people, in {@link #pairs}, {@link #programmes} and
 * {@link #documents} the rest. Every verb writes down one or several things with their days; they come true later, in the order of time,
 * through the services that people use. What a verb needs of an earlier one – an identifier – is there by then.
 */
final class Story {

    private static final List<String> FREE_TIME = List.of("по средам после 15:00", "вторник и четверг, 14:00–15:30", "два часа в неделю",
            "суббота, первая половина дня", "в методический день", "по договорённости, также дистанционно");
    private static final List<String> CATEGORIES = List.of("высшая", "высшая", "первая", "первая", "педагог-наставник", "педагог-методист");
    private static final List<String> ACHIEVEMENTS = List.of("Призёр городского конкурса «Я – наставник»",
            "Почётная грамота управления образования", "Руководитель городского методического объединения",
            "Автор методической разработки для молодых педагогов", "Победитель конкурса лучших практик", "Эксперт аттестационной комиссии");

    final Place place;
    final Years years;
    final Dice dice;
    final InventedPeople people;
    final Paperwork paperwork;
    final List<Somebody> everybody = new ArrayList<>();
    final StoryOfPairs pairs = new StoryOfPairs(this);
    final StoryOfProgrammes programmes = new StoryOfProgrammes(this);
    final StoryOfDocuments documents = new StoryOfDocuments(this);
    final StoryOfReviews reviews;
    final Services services;
    final Tenant tenant;
    final Curators curators;
    final List<? extends SignedIn> reviewers;
    final Chronicle chronicle;

    private final Set<String> numbers = new HashSet<>();
    private final String numberStyle;

    Story(Place place, Tenant tenant, Curators curators, List<? extends SignedIn> reviewers, Years years, Services services, Chronicle chronicle) {
        this.place = place;
        this.tenant = tenant;
        this.curators = curators;
        this.reviewers = reviewers;
        this.years = years;
        this.services = services;
        this.chronicle = chronicle;
        dice = new Dice(place.slug());
        people = new InventedPeople(dice);
        reviews = new StoryOfReviews(this);
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
        Sheet scan = documents.printed(day, paperwork.consent(one.name, day));
        on(day, () -> services.people().giveConsent(tenant, one.id, ConsentKind.PROCESSING, day, documents.kept(scan)));
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

    /** How many young specialists of the own staff may be counted between these days. */
    int youngMentees(LocalDate since, LocalDate until) {
        return (int) everybody.stream().filter(one -> one.youngOwnMentee(since, until)).count();
    }
}
