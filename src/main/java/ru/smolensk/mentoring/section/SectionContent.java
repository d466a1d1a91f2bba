package ru.smolensk.mentoring.section;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.smolensk.mentoring.monitoring.AcceptedReport;
import ru.smolensk.mentoring.roadmap.Progress;

/**
 * Everything that the section of an organisation shows, as of a date. An edition keeps it as it was at the moment of publication.
 *
 * @param academicYear «2026/2027»
 * @param papers documents of the organisation and its orders on assignment, the newest first
 * @param partners partners with a mentor who has entered, with their supporting documents (F11)
 * @param acts legal acts of the federal, regional and municipal level (block 1)
 * @param roadmap the roadmap approved by the methodological department (F3), or {@code null}; editions of the time before have none
 * @param reports reports of the internal monitoring that the department has accepted (block 3), the newest year first
 */
public record SectionContent(LocalDate date, String academicYear, Subject organisation, PublishedFigures figures, List<Paper> papers,
                             List<Partner> partners, List<Act> acts, Roadmap roadmap, List<AcceptedReport> reports) {

    public SectionContent {
        reports = reports == null ? List.of() : reports;
    }

    /** Whose section it is. */
    public record Subject(String slug, String kind, String shortName, String fullName, String website) {
    }

    /**
     * A document. Without a file and without a link it is withheld: only number and date are for everybody.
     *
     * @param kind a kind of local act; {@code ASSIGNMENT_ORDER} for orders on assignment
     * @param file the file that everybody may see
     */
    public record Paper(String kind, String number, LocalDate datedOn, String title, File file, String link) {

        /** Whether it is the same document for a reader, whatever its file is called. */
        String identity() {
            return kind + "/" + number + "/" + datedOn + "/" + title + "/" + (file == null ? link : Long.toString(file.id()));
        }
    }

    /**
     * A file that everybody may see.
     *
     * @param type «PDF», «DOCX»
     * @param size bytes
     */
    public record File(long id, String name, String type, long size) {
    }

    /** A partner and the documents that confirm it. */
    public record Partner(String name, List<Paper> papers) {
    }

    /** A legal act: a file of the city or a link. */
    public record Act(String level, String issuer, String number, LocalDate datedOn, String title, File file, String link) {
    }

    /**
     * The approved roadmap with what was marked by the section's date.
     *
     * @param academicYear «2026/2027»
     */
    public record Roadmap(String academicYear, LocalDate approvedOn, List<Line> lines) {

        /** Measures done of all. */
        public Progress progress() {
            return new Progress((int) lines.stream().filter(line -> "DONE".equals(line.outcome())).count(),
                    (int) lines.stream().filter(line -> !line.heading()).count());
        }

        public String title() {
            return "Дорожная карта на " + academicYear + " учебный год";
        }
    }

    /**
     * A row of the roadmap.
     *
     * @param number «1.2»
     * @param outcome {@code DONE}, {@code NOT_DONE}, or {@code null} for a measure without a mark
     * @param evidence the document that proves it, or {@code null}; its file only if everybody may see it
     */
    public record Line(String number, boolean heading, String measure, String term, LocalDate dueOn, String responsible, String result,
                       String outcome, LocalDate doneOn, Paper evidence, String link, String note) {

        /** Whether it should have been done by that day. */
        public boolean overdue(LocalDate day) {
            return !"DONE".equals(outcome) && dueOn != null && dueOn.isBefore(day);
        }
    }

    /** The documents of one row or block. */
    public List<Paper> papersOf(String... kinds) {
        Set<String> wanted = Set.of(kinds);
        return papers.stream().filter(paper -> wanted.contains(paper.kind())).toList();
    }

    /** The institutional level of block 1: the organisation's own acts. */
    public List<Paper> institutionalActs() {
        return papersOf("IMPLEMENTATION_ORDER", "REGULATION", "ROADMAP", "ORGANISATION_PROGRAMME", "CURATOR_ORDER", "REALISATION_ORDER",
                "ASSOCIATION_ORDER", "OTHER");
    }

    public List<Act> actsOf(String level) {
        return acts.stream().filter(act -> act.level().equals(level)).toList();
    }

    /** The report of that academic year; {@code null} asks for the newest. */
    Optional<AcceptedReport> report(Integer start) {
        return reports.stream().filter(one -> start == null || one.start() == start).findFirst();
    }

    /** Every file of the organisation that the edition opens to everybody. */
    Set<Long> files() {
        Stream<Paper> proofs = roadmap == null ? Stream.empty() : roadmap.lines().stream().map(Line::evidence).filter(Objects::nonNull);
        return Stream.concat(Stream.concat(papers.stream(), partners.stream().flatMap(partner -> partner.papers().stream())), proofs)
                .filter(paper -> paper.file() != null).map(paper -> paper.file().id()).collect(Collectors.toSet());
    }
}
