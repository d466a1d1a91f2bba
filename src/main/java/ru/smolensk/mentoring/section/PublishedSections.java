package ru.smolensk.mentoring.section;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.CityFigures;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.PortalClock;

/** Published editions as the portal hands them over to other programs: the same that visitors read, never live data. */
@Service
@Transactional(readOnly = true)
public class PublishedSections {

    private final Editions editions;
    private final PortalClock clock;

    PublishedSections(Editions editions, PortalClock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * Which edition an organisation shows, found by one statement.
     *
     * @param version differs whenever what {@link #section} reads differs
     */
    public record Standing(String version, boolean published, Editions.Address address) {
    }

    /**
     * An organisation with what it has published; everything after the kind is {@code null} while nothing is.
     *
     * @param academicYear «2026/2027»
     * @param partners names of the partners that the edition shows
     */
    public record Row(String slug, String shortName, String kind, String academicYear, LocalDate date, Instant publishedAt,
                      PublishedFigures figures, List<String> partners) {
    }

    /**
     * A document that the edition shows.
     *
     * @param kind a kind of local act, or {@code MONITORING_REPORT}
     * @param path where it is read: a path of the portal or an address; {@code null} where it is not open to everybody
     */
    public record Document(String kind, String title, String number, LocalDate date, String path) {
    }

    /** A whole section: the organisation's row and its documents. */
    public record Section(Row row, List<Document> documents) {
    }

    /**
     * The figures of many organisations.
     *
     * @param published how many of them have a section
     */
    public record Sum(int published, CityFigures figures) {
    }

    /**
     * What all organisations publish, found by one statement.
     *
     * @param version differs whenever what the other methods read for that day differs
     */
    public record Version(String version, int organisations) {
    }

    /**
     * The edition in force on a day.
     *
     * @param day {@code null} for the newest
     * @return empty if there is no such organisation
     */
    public Optional<Standing> standing(String slug, LocalDate day) {
        return editions.address(slug, day).map(address -> new Standing(Integer.toHexString(address.hashCode()) + "-"
                + (address.edition() == null ? 0 : address.edition().number()), address.edition() != null, address));
    }

    /** The section of an organisation that has one. */
    public Section section(Standing standing) {
        Editions.Address address = standing.address();
        SectionContent content = editions.content(address.edition());
        Set<Long> withdrawn = address.withdrawnFiles() == 0 ? Set.of() : Set.copyOf(editions.withdrawnFiles(address.organisationId()));
        String home = "/organisations/" + address.slug();
        String then = address.newest() ? "" : "?date=" + address.edition().publishedOn();
        List<Document> documents = new ArrayList<>();
        Stream.concat(content.papers().stream(), content.partners().stream().flatMap(partner -> partner.papers().stream()))
                .forEach(paper -> documents.add(new Document(paper.kind(), paper.title(), paper.number(), paper.datedOn(),
                        path(paper, home, withdrawn))));
        if (content.roadmap() != null) {
            documents.add(new Document("ROADMAP", content.roadmap().title(), null, content.roadmap().approvedOn(), home + "/roadmap" + then));
        }
        content.reports().forEach(report -> documents.add(new Document("MONITORING_REPORT", report.title(), null, report.acceptedOn(),
                home + "/report" + (then.isEmpty() ? "?" : then + "&") + "year=" + report.start())));
        return new Section(new Row(address.slug(), address.shortName(), address.kind(), content.academicYear(), content.date(),
                address.edition().publishedAt(), content.figures(),
                content.partners().stream().map(SectionContent.Partner::name).toList()), documents);
    }

    private static String path(SectionContent.Paper paper, String home, Set<Long> withdrawn) {
        return paper.file() != null && !withdrawn.contains(paper.file().id()) ? home + "/files/" + paper.file().id() : paper.link();
    }

    /** @param day {@code null} for today */
    public Version version(LocalDate day, OrganisationKind kind) {
        return editions.version(dayOr(day), kind);
    }

    /** Organisations in the order of names, those without a section too. */
    public List<Row> rows(LocalDate day, OrganisationKind kind, int from, int count) {
        return editions.rows(dayOr(day), kind, from, count);
    }

    /** Σ/Σ over the editions in force on a day (DOMAIN 5): of one kind of organisation, or of all. */
    public static Sum sum(List<Row> rows, OrganisationKind kind) {
        List<Row> summed = rows.stream().filter(row -> kind == null || row.kind().equals(kind.name())).toList();
        return new Sum((int) summed.stream().filter(row -> row.figures() != null).count(), CityFigures.of(summed.stream()
                .map(row -> row.figures() == null ? PublishedFigures.NOTHING.asCounted(0, LocalDate.EPOCH) : row.figures().asCounted(0, row.date()))
                .toList()));
    }

    private LocalDate dayOr(LocalDate day) {
        return day == null ? clock.today() : day;
    }
}
