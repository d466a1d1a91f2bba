package ru.smolensk.mentoring.section;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.CityFigures;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.paper.Chart;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.section.Editions.OfYear;

/** Published figures over the years: of accepted reports, and of the last edition of a year that has none. */
@Service
@Transactional(readOnly = true)
public class Dynamics {

    private final Editions editions;
    private final PortalClock clock;

    Dynamics(Editions editions, PortalClock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * Figures of one academic year.
     *
     * @param date as of which they were published; {@code null} for the city, whose organisations publish on days of their own
     * @param page where the organisation says so: its edition or its report; {@code null} for the city
     * @param reported whether the figures are those of its accepted report
     * @param coverage for the city: how many organisations the shares are of
     */
    public record Moment(AcademicYear year, LocalDate date, String page, boolean reported, int mentorships, int approvedProgrammes, int partnerOrganisations,
                         Share youngSpecialists, Share mentors, Share menteeSatisfaction, Share mentorSatisfaction, Coverage coverage) {
    }

    /**
     * How much of the city stands behind the figures of a year.
     *
     * @param published organisations that have published something about that year
     * @param reported how many of them by an accepted report
     * @param organisations organisations in all
     */
    public record Coverage(int published, int reported, int organisations, CityFigures figures) {
    }

    /** The years of an organisation, from the first to the newest. */
    public List<Moment> of(long organisationId, String slug) {
        return editions.ofYears(organisationId).stream().map(one -> moment(slug, one)).toList();
    }

    /** @throws NotFound if there is no such organisation */
    Editions.Address address(String slug) {
        return editions.address(slug, null).orElseThrow(NotFound::new);
    }

    /** The years of the city: Σ/Σ over what the organisations have published about each year. */
    public List<Moment> ofCity() {
        Map<AcademicYear, List<OfYear>> years = editions.ofYears(null).stream()
                .collect(Collectors.groupingBy(OfYear::year, TreeMap::new, Collectors.toList()));
        List<Moment> moments = new ArrayList<>();
        years.forEach((year, all) -> moments.add(moment(year, all, editions.openIn(year, clock.today()))));
        return moments;
    }

    private static Moment moment(String slug, OfYear one) {
        PublishedFigures figures = one.figures().in(one.year());
        String section = "/organisations/" + slug;
        return new Moment(one.year(), one.date(), one.reported() ? section + "/report?year=" + one.year().start() + "&date=" + one.publishedOn()
                : section + "?edition=" + one.edition(), one.reported(), figures.mentorships(), figures.approvedProgrammes(),
                figures.partnerOrganisations(), figures.youngSpecialists(), figures.mentors(), figures.menteeSatisfaction(),
                figures.mentorSatisfaction(), null);
    }

    private static Moment moment(AcademicYear year, List<OfYear> all, int organisations) {
        List<Indicators> counted = all.stream().map(one -> one.figures().in(year).asCounted(one.organisationId(), one.date())).toList();
        CityFigures figures = CityFigures.of(counted);
        return new Moment(year, null, null, false, figures.mentorships(), figures.approvedProgrammes(), figures.partnerOrganisations(),
                figures.youngSpecialists().share(), figures.mentors().share(), figures.menteeSatisfaction().share(),
                figures.mentorSatisfaction().share(), new Coverage(all.size(), (int) all.stream().filter(OfYear::reported).count(), Math.max(organisations, all.size()), figures));
    }

    /** The four shares over the years; a year without one breaks its line, a share that no year has is left out. */
    public static Chart shares(List<Moment> years) {
        return new Chart.Lines("Доли по учебным годам, в процентах", true, moments(years), Stream.of(
                line("Молодые специалисты – наставляемые", years, Moment::youngSpecialists),
                line("Педагоги – наставники", years, Moment::mentors),
                line("Довольные наставляемые", years, Moment::menteeSatisfaction),
                line("Довольные наставники", years, Moment::mentorSatisfaction))
                .filter(line -> line.values().stream().anyMatch(Objects::nonNull)).toList());
    }

    /** Pairs and groups, programmes and partners over the years. */
    public static Chart counts(List<Moment> years) {
        return new Chart.Lines("Пары и группы, программы и организации-партнёры по учебным годам", false, moments(years), List.of(
                count("Пары и группы", years, Moment::mentorships),
                count("Утверждённые программы", years, Moment::approvedProgrammes),
                count("Организации-партнёры", years, Moment::partnerOrganisations)));
    }

    private static List<String> moments(List<Moment> years) {
        return years.stream().map(moment -> moment.year().toString()).toList();
    }

    private static Chart.Line line(String label, List<Moment> years, Function<Moment, Share> share) {
        return new Chart.Line(label, years.stream().map(share)
                .map(one -> one.percent() == null ? null : (Double) one.percent().doubleValue()).toList());
    }

    private static Chart.Line count(String label, List<Moment> years, Function<Moment, Integer> count) {
        return new Chart.Line(label, years.stream().map(count).map(one -> (Double) one.doubleValue()).toList());
    }
}
