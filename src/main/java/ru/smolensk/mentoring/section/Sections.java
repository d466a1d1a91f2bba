package ru.smolensk.mentoring.section;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.indicator.IndicatorReport;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.monitoring.AcceptedReports;
import ru.smolensk.mentoring.organisation.Organisation;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;

/** Puts a section together as of a date and publishes it (DOMAIN 9, order 4.9 and 4.10). */
@Service
@Transactional(readOnly = true)
public class Sections {

    private final Organisations organisations;
    private final IndicatorReport report;
    private final SectionPapers papers;
    private final SectionRoadmap roadmaps;
    private final AcceptedReports accepted;
    private final Editions editions;
    private final Journal journal;
    private final Russian russian;
    private final PortalClock clock;

    Sections(Organisations organisations, IndicatorReport report, SectionPapers papers, SectionRoadmap roadmaps,
             AcceptedReports accepted, Editions editions,
             Journal journal, Russian russian, PortalClock clock) {
        this.organisations = organisations;
        this.report = report;
        this.papers = papers;
        this.roadmaps = roadmaps;
        this.accepted = accepted;
        this.editions = editions;
        this.journal = journal;
        this.russian = russian;
        this.clock = clock;
    }

    /**
     * How the section stands against the data of today.
     *
     * @param newest the newest edition, or {@code null}
     * @param changes what has changed since, in words; empty if nothing or if nothing is published
     * @param obstacles why it can't be published, in sentences
     */
    public record State(Edition newest, List<String> changes, List<String> obstacles) {

        /** Whether visitors see something else than the data of today give. */
        public boolean unpublishedChanges() {
            return newest == null || !changes.isEmpty();
        }
    }

    /** The section as it would be published now, as of the date. */
    public SectionContent assemble(Tenant tenant, LocalDate date) {
        Organisation organisation = organisations.bySlug(tenant.slug());
        Indicators counted = report.of(tenant.id(), date);
        return new SectionContent(date, AcademicYear.of(date).toString(),
                new SectionContent.Subject(organisation.slug(), organisation.kind().name(), organisation.shortName(), organisation.fullName(),
                        organisation.website()),
                PublishedFigures.of(counted), papers.of(tenant.id(), date), papers.partners(tenant.id(), date), papers.acts(),
                roadmaps.of(tenant.id(), date).orElse(null), accepted.of(tenant.id(), date));
    }

    /** Compares the newest edition with the data of today. */
    public State state(Tenant tenant) {
        SectionContent now = assemble(tenant, clock.today());
        Edition newest = editions.newest(tenant.id()).orElse(null);
        List<String> changes = newest == null ? List.of() : Change.between(editions.content(newest), now);
        return new State(newest, changes, obstacles(now.figures()));
    }

    /** Nobody's figures are known for a day to come. */
    void expectDay(LocalDate asOf) {
        Refusal.when(asOf.isAfter(clock.today()), "asOf", "Этот день ещё не наступил. Укажите сегодняшнее или более раннее число");
    }

    /**
     * Publishes an edition: everybody sees it from this moment on.
     *
     * @throws Refusal if the day has not come yet, the page would go back in time or stay as it is, or the data contradict themselves
     */
    @Transactional
    public Edition publish(Tenant tenant, LocalDate asOf) {
        expectDay(asOf);
        Edition newest = editions.newest(tenant.id()).orElse(null);
        Refusal.when(newest != null && asOf.isBefore(newest.asOf()), "asOf", "Уже опубликованы числа на "
                + russian.date(newest == null ? null : newest.asOf()) + ", а эта дата раньше. Укажите ту же дату или более позднюю");
        SectionContent content = assemble(tenant, asOf);
        Refusal.when(newest != null && asOf.equals(newest.asOf()) && Change.between(editions.content(newest), content).isEmpty(), null,
                "С последней публикации ничего не изменилось: посетители уже видят то же самое");
        List<String> obstacles = obstacles(content.figures());
        Refusal.when(!obstacles.isEmpty(), null, "Раздел нельзя опубликовать. " + String.join(" ", obstacles));
        SignedIn curator = (SignedIn) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        Edition edition = editions.add(tenant.id(), content, OffsetDateTime.now(clock), clock.today(), curator.accountId());
        journal.note(edition, Action.PUBLISHED);
        return edition;
    }

    /** Data that contradict themselves are never published (DOMAIN 5). */
    private static List<String> obstacles(PublishedFigures figures) {
        List<String> obstacles = new ArrayList<>();
        if (figures.youngSpecialists().contradicts()) {
            obstacles.add("Вошедших в программы молодых специалистов больше, чем молодых специалистов в записи о численности ("
                    + figures.youngSpecialists().numerator() + " из " + figures.youngSpecialists().denominator()
                    + "). Проверьте численность и стаж наставляемых.");
        }
        if (figures.mentors().contradicts()) {
            obstacles.add("Вошедших в программы наставников больше, чем педагогических работников в записи о численности ("
                    + figures.mentors().numerator() + " из " + figures.mentors().denominator()
                    + "). Проверьте численность и место работы наставников.");
        }
        return obstacles;
    }
}
