package ru.smolensk.mentoring.demo;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.account.Accounts;
import ru.smolensk.mentoring.account.Accounts.DemoAccount;
import ru.smolensk.mentoring.account.Role;
import ru.smolensk.mentoring.demo.Chronicle.Happening;
import ru.smolensk.mentoring.demo.OrdinaryStory.Counting;
import ru.smolensk.mentoring.demo.OrdinaryStory.Publishing;
import ru.smolensk.mentoring.demo.Story.Curators;
import ru.smolensk.mentoring.organisation.Appointments;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * Founds the city: accounts, organisations and curators on the portal's first day, then three years in which everything is done by the person
 * whose task it is, at the moment it is done, through the services that people use – so every rule holds and the journal tells it all.
 */
@Component
@Profile("demo")
class CityFounder {

    private static final String PASSWORD = "demo";

    private final Accounts accounts;
    private final Organisations organisations;
    private final Appointments appointments;
    private final CityShelf shelf;
    private final CityDuties duties;
    private final CityReported reported;
    private final CityAsked asked;
    private final CityDepartment department;
    private final CityPapers papers;
    private final Services services;
    private final EntityManager entities;
    private final PortalClock clock;

    CityFounder(Accounts accounts, Organisations organisations, Appointments appointments, CityShelf shelf, CityDuties duties, CityReported reported,
                CityAsked asked, CityDepartment department, CityPapers papers, Services services, EntityManager entities, PortalClock clock) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.appointments = appointments;
        this.shelf = shelf;
        this.duties = duties;
        this.reported = reported;
        this.asked = asked;
        this.department = department;
        this.papers = papers;
        this.services = services;
        this.entities = entities;
        this.clock = clock;
    }

    /** Somebody of the city at work. */
    private record Worker(long accountId, String displayName, String role) implements SignedIn {

        SecurityContext context() {
            return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(this, null,
                    List.of(new SimpleGrantedAuthority("ROLE_" + role))));
        }
    }

    /**
     * Founds the city in the transaction that is going on.
     *
     * @return the number of organisations
     */
    int found(Years years) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            List<Keeping> keepings = keepings(years);
            Instant opening = years.opening().atTime(9, 0).atZone(PortalClock.ZONE).toInstant();
            Map<String, Long> ids = clock.at(opening, () -> accounts.enterDemo(people(keepings), PASSWORD));
            entities.flush();
            Worker administrator = new Worker(ids.get("admin"), "Администратор портала", Role.ADMINISTRATOR.name());
            Worker methodologist = new Worker(ids.get("methodist"), "М. Ольховская", Role.METHODOLOGIST.name());
            Worker colleague = new Worker(ids.get("methodist2"), "О. Белозёрова", Role.METHODOLOGIST.name());
            carryOut(new Happening(opening.plusSeconds(600), methodologist, shelf::fill));
            Chronicle chronicle = new Chronicle(years.today());
            Examinations examinations = new Examinations(services.acts(), services.reviews(), services.jdbc(), chronicle, years.today(),
                    List.of(methodologist, colleague));
            Instant moment = opening.plusSeconds(1800);
            for (Keeping keeping : keepings) {
                int turn = keepings.indexOf(keeping);
                Tenant[] tenant = new Tenant[1];
                carryOut(new Happening(moment, administrator, () -> tenant[0] = enter(keeping.place())));
                carryOut(new Happening(moment.plusSeconds(50), methodologist, () -> appoint(tenant[0], keeping, ids, chronicle, methodologist, years)));
                moment = moment.plusSeconds(120);
                write(new Story(keeping.place(), tenant[0], curators(keeping, ids), List.of(methodologist, colleague), years, services, chronicle), turn);
                examinations.of(keeping.place(), tenant[0], curators(keeping, ids), turn);
                reported.ofOrganisation(keeping.place(), tenant[0], curators(keeping, ids)::on, turn % 3 == 0 ? colleague : methodologist, chronicle,
                        years, turn);
                if (!keeping.place().empty()) {
                    duties.ofOrganisation(tenant[0], curators(keeping, ids)::on, chronicle, years, turn,
                            counting(turn) == Counting.CONTRADICTING);
                }
            }
            duties.ofCity(chronicle, methodologist, years);
            reported.ofCity(chronicle, methodologist, years);
            asked.write(chronicle, methodologist, years);
            department.write(chronicle, methodologist, colleague, years);
            keepings.stream().filter(one -> one.place().slug().equals(Place.SCHOOL_33)).findFirst()
                    .ifPresent(keeping -> papers.write(chronicle, methodologist, curators(keeping, ids)::on, years));
            live(chronicle);
            return keepings.size();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static List<Keeping> keepings(Years years) {
        List<Keeping> keepings = new ArrayList<>();
        Place.all().forEach(place -> keepings.add(Keeping.of(place, keepings.size(), years)));
        return keepings;
    }

    private static List<DemoAccount> people(List<Keeping> keepings) {
        List<DemoAccount> people = new ArrayList<>(List.of(
                new DemoAccount("admin", "Администратор портала", Role.ADMINISTRATOR),
                new DemoAccount("methodist", "М. Ольховская", Role.METHODOLOGIST),
                new DemoAccount("methodist2", "О. Белозёрова", Role.METHODOLOGIST),
                new DemoAccount("observer", "И. Савельев", Role.OBSERVER)));
        keepings.forEach(keeping -> people.addAll(keeping.accounts()));
        return people;
    }

    private Tenant enter(Place place) {
        return organisations.enter(new Organisations.Description(place.slug(), place.kind(), place.shortName(), place.fullName(), place.website()));
    }

    private void appoint(Tenant tenant, Keeping keeping, Map<String, Long> ids, Chronicle chronicle, Worker methodologist,
                         Years years) {
        Appointments.Order present = new Appointments.Order(ids.get(keeping.place().curatorLogin()), keeping.number(), keeping.dated(), keeping.since(),
                keeping.term(years.today()));
        long first = appointments.appoint(tenant.id(), keeping.before() == null ? present : new Appointments.Order(ids.get(keeping.beforeLogin()), "118-од",
                keeping.founding(), keeping.founding(), null));
        Dice dice = new Dice("appointments of " + tenant.slug());
        if (keeping.before() != null) {
            LocalDate handedOver = keeping.since().minusDays(1);
            chronicle.add(keeping.dated(), methodologist, dice, () -> appointments.end(first, 0, handedOver));
            chronicle.add(keeping.dated(), methodologist, dice, () -> appointments.appoint(tenant.id(), present));
        }
        if (keeping.until() != null) {
            chronicle.add(keeping.until(), methodologist, dice, () -> appointments.end(first, 0, keeping.until()));
        }
        if (keeping.sharedSince() != null) {
            Appointments.Order shared = new Appointments.Order(ids.get("curator-" + Keeping.SHARED), "74-од", keeping.sharedSince(),
                    keeping.sharedSince(), null);
            chronicle.add(keeping.sharedSince(), methodologist, dice, () -> appointments.appoint(tenant.id(), shared));
        }
    }

    private static Curators curators(Keeping keeping, Map<String, Long> ids) {
        Worker now = worker(ids.get(keeping.place().curatorLogin()), keeping.now());
        Worker first = keeping.before() == null ? now : worker(ids.get(keeping.beforeLogin()), keeping.before());
        return new Curators(first, now, keeping.since(), keeping.now(), keeping.number(), keeping.dated());
    }

    private static Worker worker(long account, PersonName name) {
        return new Worker(account, Keeping.signature(name), Role.CURATOR.name());
    }

    /** Two organisations are exemplary, two empty; the fates of the others are dealt out by turns, so that each of them occurs. */
    private static void write(Story story, int turn) {
        if (story.place.empty()) {
            return;
        }
        switch (story.place.slug()) {
            case Place.SCHOOL_33 -> ExemplaryStories.school(story);
            case Place.KINDERGARTEN_38 -> ExemplaryStories.kindergarten(story);
            default -> {
                new OrdinaryStory(story, publishing(turn), counting(turn), turn % 19 == 3, turn % 23 == 11).write();
                story.reviews.ordinary(turn);
            }
        }
    }

    private static Publishing publishing(int turn) {
        return turn % 11 == 4 ? Publishing.NEVER : turn % 12 == 7 ? Publishing.STALE : turn % 6 == 2 ? Publishing.CHANGED_SINCE : Publishing.UP_TO_DATE;
    }

    private static Counting counting(int turn) {
        return turn == 57 ? Counting.CONTRADICTING : turn % 33 == 9 ? Counting.NONE : turn % 17 == 5 ? Counting.OLD : Counting.EVERY_YEAR;
    }

    /** A second thread prints the papers and looks into them while this one keeps the records; whoever needs a paper first prints it. */
    private void live(Chronicle chronicle) {
        Thread press = new Thread(() -> chronicle.sheets().forEach(sheet -> sheet.print(services.files())), "demo-press");
        press.setDaemon(true);
        press.start();
        try {
            chronicle.inOrder().forEach(this::carryOut);
        } finally {
            press.interrupt();
        }
    }

    private void carryOut(Happening happening) {
        SecurityContextHolder.setContext(((Worker) happening.who()).context());
        clock.at(happening.moment(), () -> {
            happening.act().run();
            // Each thing is an own piece of work, as it is for people.
            entities.flush();
            entities.clear();
            return null;
        });
    }
}
