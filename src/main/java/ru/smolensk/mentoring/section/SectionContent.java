package ru.smolensk.mentoring.section;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that the section of an organisation shows, as of a date. An edition keeps it as it was at the moment of publication.
 *
 * @param academicYear «2026/2027»
 * @param papers documents of the organisation and its orders on assignment, the newest first
 * @param partners partners with a mentor who has entered, with their supporting documents (F11)
 * @param acts legal acts of the federal, regional and municipal level (block 1)
 */
public record SectionContent(LocalDate date, String academicYear, Subject organisation, PublishedFigures figures, List<Paper> papers,
                             List<Partner> partners, List<Act> acts) {

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

    /** Every file of the organisation that the edition opens to everybody. */
    Set<Long> files() {
        return Stream.concat(papers.stream(), partners.stream().flatMap(partner -> partner.papers().stream()))
                .filter(paper -> paper.file() != null).map(paper -> paper.file().id()).collect(Collectors.toSet());
    }
}
