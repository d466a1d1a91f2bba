package ru.smolensk.mentoring.section;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.CityFigures;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.section.Editions.Newest;

/** The city as everybody sees it: sums over the newest published editions, never over live data. */
@Service
@Transactional(readOnly = true)
class City {

    private static final int NEWS = 6;

    private final Editions editions;
    private final PortalClock clock;

    City(Editions editions, PortalClock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * The front page.
     *
     * @param organisations organisations in all
     * @param published those with a section
     * @param news the sections published last
     */
    record Front(int organisations, int published, CityFigures figures, Map<OrganisationKind, CityFigures> byKind, List<Newest> news) {
    }

    Front today() {
        List<Newest> all = editions.city(clock.today());
        Map<OrganisationKind, CityFigures> byKind = new EnumMap<>(OrganisationKind.class);
        for (OrganisationKind kind : OrganisationKind.values()) {
            byKind.put(kind, sum(all.stream().filter(one -> one.kind().equals(kind.name())).toList()));
        }
        List<Newest> news = all.stream().filter(Newest::isPublished)
                .sorted(Comparator.comparing(Newest::publishedOn).reversed()).limit(NEWS).toList();
        return new Front(all.size(), (int) all.stream().filter(Newest::isPublished).count(), sum(all), byKind, news);
    }

    Paged<Newest> list(OrganisationFilter filter) {
        List<Newest> rows = editions.city(clock.today()).stream().filter(filter::accepts).toList();
        return Paged.of(filter.sorted(rows), filter.page());
    }

    /** An organisation without a published section has no figure: it counts in the coverage and nowhere else. */
    private static CityFigures sum(List<Newest> all) {
        return CityFigures.of(all.stream().map(City::counted).toList());
    }

    private static Indicators counted(Newest one) {
        return one.isPublished() ? one.figures().asCounted(one.organisationId(), one.date()) : PublishedFigures.NOTHING.asCounted(one.organisationId(), LocalDate.EPOCH);
    }
}
