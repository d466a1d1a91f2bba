package ru.smolensk.mentoring.section;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.roadmap.LineKind;
import ru.smolensk.mentoring.roadmap.Numbers;
import ru.smolensk.mentoring.section.SectionContent.Line;
import ru.smolensk.mentoring.section.SectionContent.Roadmap;

/** Reads the roadmap of a section as of a date: the edition that was approved then, with what was marked by then (F3). */
@Component
class SectionRoadmap {

    private final JdbcClient jdbc;

    SectionRoadmap(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row with what is said of the whole roadmap: one statement reads both. */
    private record Read(AcademicYear year, LocalDate approvedOn, Line line) {
    }

    /** ◆ Until the roadmap of a year is approved, the one of the year before is shown. */
    Optional<Roadmap> of(long organisationId, LocalDate date) {
        Numbers numbers = new Numbers();
        List<Read> read = jdbc.sql("""
                with approved as (
                  select r.organisation_id, r.id, r.academic_year, e.approved_on
                    from roadmap r join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id
                   where r.organisation_id = :organisation and r.academic_year <= :year and e.approved_on <= :date
                     and (e.superseded_on is null or e.superseded_on > :date)
                   order by r.academic_year desc, e.number desc limit 1)
                select r.academic_year, r.approved_on, l.kind as line_kind, l.measure, l.term_text, l.due_on, l.responsible, l.result,
                       m.outcome, m.done_on, m.evidence_link, m.note,
                       a.kind, a.number, a.dated_on, a.title, case when a.disclosure in ('NO_NAMES', 'CONSENTED') then a.link end as link,
                       f.id as file_id, f.name as file_name, f.size
                  from approved r
                  join roadmap_line l on l.organisation_id = r.organisation_id and l.roadmap_id = r.id and not l.removed
                  left join roadmap_line m on m.organisation_id = l.organisation_id and m.id = l.id
                        and m.outcome is not null and coalesce(m.done_on, :date) <= :date
                  left join local_act a on a.organisation_id = m.organisation_id and a.id = m.evidence_act_id and a.annulled_on is null
                  left join stored_file f on f.organisation_id = a.organisation_id
                        and f.id = disclosed_file(a.disclosure, a.file_id, a.public_file_id)
                 order by l.position
                """).param("organisation", organisationId).param("year", AcademicYear.of(date).start()).param("date", date)
                .query((row, number) -> new Read(new AcademicYear(row.getInt("academic_year")), row.getObject("approved_on", LocalDate.class),
                        line(row, numbers))).list();
        return read.stream().findFirst().map(first -> new Roadmap(first.year().toString(), first.approvedOn(),
                read.stream().map(Read::line).toList()));
    }

    private static Line line(ResultSet row, Numbers numbers) throws SQLException {
        LineKind kind = LineKind.valueOf(row.getString("line_kind"));
        return new Line(numbers.next(kind), kind == LineKind.HEADING, row.getString("measure"), row.getString("term_text"),
                row.getObject("due_on", LocalDate.class), row.getString("responsible"), row.getString("result"), row.getString("outcome"),
                row.getObject("done_on", LocalDate.class), row.getString("kind") == null ? null : SectionPapers.paper(row),
                row.getString("evidence_link"), row.getString("note"));
    }
}
