package ru.smolensk.mentoring.roadmap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.ReviewState;

/** Reads roadmaps of an organisation for their pages. */
@Component
@Transactional(readOnly = true)
class RoadmapReading {

    private static final String HEADERS = """
            select r.id, r.academic_year, e.id as edition_id, e.number, e.state, e.approved_on, e.superseded_on,
                   (select count(*) from roadmap_line l where l.organisation_id = r.organisation_id and l.roadmap_id = r.id and not l.removed
                       and l.kind = 'MEASURE') as measures,
                   (select count(*) from roadmap_line l where l.organisation_id = r.organisation_id and l.roadmap_id = r.id and not l.removed
                       and l.outcome = 'DONE') as done
              from roadmap r
              join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id
             where r.organisation_id = :organisation
            """;

    private final JdbcClient jdbc;

    RoadmapReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A roadmap without its rows. */
    record Header(long id, AcademicYear year, long editionId, int number, ReviewState state, LocalDate approvedOn, LocalDate supersededOn,
                  Progress progress) {

        public String name() {
            return "Дорожная карта на " + year + " учебный год" + (number > 1 ? ", редакция " + number : "");
        }

        public boolean editable() {
            return state.editable();
        }

        public boolean approved() {
            return state == ReviewState.APPROVED;
        }
    }

    /** What a reviewer said of a row or of the whole, and what was answered. */
    record Remark(long id, String item, String itemName, String words, String answer, String answerWords) {
    }

    /** A row as it is read. */
    record Line(long id, String number, LineKind kind, String key, String measure, String termText, LocalDate dueOn, String responsible,
                String result, Outcome outcome, LocalDate doneOn, Long evidenceActId, String evidence, String evidenceLink, String note,
                int version, List<Remark> remarks) {

        public boolean heading() {
            return kind == LineKind.HEADING;
        }

        /** Whether the words of the term say the last day already. */
        public boolean dayInWords(AcademicYear year) {
            return dueOn == null || dueOn.equals(Term.of(termText, year).dueOn());
        }

        /** Whether it should have been done by now. Only an approved roadmap obliges. */
        public boolean overdue(LocalDate today) {
            return outcome != Outcome.DONE && dueOn != null && dueOn.isBefore(today);
        }
    }

    /**
     * A roadmap with its rows.
     *
     * @param removed rows that can be put back
     * @param remarks those on the whole and on rows that are gone
     */
    record Plan(Header header, List<Line> lines, List<Line> removed, List<Remark> remarks) {

        /** How many measures should have been done by now and nothing is said of them. */
        public long overdue(LocalDate today) {
            return lines.stream().filter(line -> line.overdue(today) && line.outcome() == null).count();
        }

        /** The row below, for going on through the roadmap; {@code null} for the last one. */
        public Long after(long lineId) {
            for (int i = 0; i + 1 < lines.size(); i++) {
                if (lines.get(i).id() == lineId) {
                    return lines.get(i + 1).id();
                }
            }
            return null;
        }

        /** The next measure below without a mark; {@code null} if there is none. */
        Long unmarkedAfter(long lineId) {
            return lines.stream().dropWhile(line -> line.id() != lineId).skip(1).filter(line -> !line.heading() && line.outcome() == null)
                    .map(Line::id).findFirst().orElse(null);
        }

        /** The measures in the order of the plan, each with the section that it stands in: what a file of the plan holds. */
        List<Measure> measures() {
            List<Measure> measures = new ArrayList<>();
            String section = null;
            for (Line line : lines) {
                if (line.heading()) {
                    section = line.number() + ". " + line.measure();
                } else {
                    measures.add(new Measure(section, line));
                }
            }
            return measures;
        }

        public Optional<Line> line(long lineId) {
            return lines.stream().filter(line -> line.id() == lineId).findFirst();
        }
    }

    /**
     * A measure apart from the plan.
     *
     * @param section number and title, or {@code null} above the first heading
     */
    record Measure(String section, Line line) {
    }

    /** The measures of a plan as a file; only what an approved one left undone is overdue. */
    static ListFile<Measure> file(Header header, LocalDate today) {
        return ListFile.<Measure>of("roadmap-" + header.year().start(), "Дорожная карта")
                .words("Раздел", 40, "Номер и название раздела", Measure::section)
                .words("№", 8, "Номер строки", one -> one.line().number())
                .words("Мероприятие", 60, "Что нужно сделать", one -> one.line().measure())
                .words("Срок", 24, "Срок словами", one -> one.line().termText())
                .date("Последний день", "До какого дня, включая его", one -> one.line().dueOn())
                .words("Ответственный", 34, "Кто отвечает", one -> one.line().responsible())
                .words("Результат, вид документа", 34, "Чем мероприятие закончится", one -> one.line().result())
                .words("Выполнение", 16, "Отметка о выполнении; пусто, если её ещё нет", one -> standing(header, one.line(), today))
                .date("Выполнено", "День выполнения", one -> one.line().doneOn())
                .words("Подтверждение", 40, "Документ или ссылка", one -> proof(one.line()))
                .words("Пояснение", 50, "Что добавлено к отметке", one -> one.line().note());
    }

    private static String standing(Header header, Line line, LocalDate today) {
        return line.outcome() != null ? line.outcome().label() : header.approved() && line.overdue(today) ? "Просрочено" : null;
    }

    private static String proof(Line line) {
        return line.evidence() != null ? line.evidence() : line.evidenceLink();
    }

    /** All roadmaps, the newest year and edition first. */
    List<Header> all(Tenant tenant) {
        return jdbc.sql(HEADERS + " order by r.academic_year desc, e.number desc").param("organisation", tenant.id())
                .query(RoadmapReading::header).list();
    }

    Plan plan(Tenant tenant, long id) {
        Header header = jdbc.sql(HEADERS + " and r.id = :id").param("organisation", tenant.id()).param("id", id)
                .query(RoadmapReading::header).optional().orElseThrow(NotFound::new);
        // Once it is approved they have done their work; the page of the review keeps them.
        Map<String, List<Remark>> remarks = header.state().open() ? remarks(tenant, header.editionId()) : new HashMap<>();
        Numbers numbers = new Numbers();
        List<Line> lines = new ArrayList<>();
        List<Line> removed = new ArrayList<>();
        jdbc.sql("""
                select l.*, a.title as act_title, a.number as act_number, a.dated_on as act_dated_on
                  from roadmap_line l
                  left join local_act a on a.organisation_id = l.organisation_id and a.id = l.evidence_act_id
                 where l.organisation_id = :organisation and l.roadmap_id = :roadmap order by l.position, l.id
                """).param("organisation", tenant.id()).param("roadmap", id).query(row -> {
                    boolean gone = row.getBoolean("removed");
                    LineKind kind = LineKind.valueOf(row.getString("kind"));
                    Line line = line(row, gone ? null : numbers.next(kind), kind,
                            gone ? List.of() : orEmpty(remarks.remove(row.getString("line_key"))));
                    (gone ? removed : lines).add(line);
                });
        return new Plan(header, lines, removed, remarks.values().stream().flatMap(List::stream).toList());
    }

    /** What was said of the newest submission that came back, by the key of the row; the key {@code ""} is the whole. */
    private Map<String, List<Remark>> remarks(Tenant tenant, long edition) {
        Map<String, List<Remark>> byKey = new HashMap<>();
        jdbc.sql("""
                select m.id, m.item, m.item_name, m.words, m.answer, m.answer_words from review_remark m
                 where m.organisation_id = :organisation
                   and m.submission_id = (select s.id from review_submission s where s.organisation_id = :organisation and s.edition_id = :edition
                                             and s.outcome = 'RETURNED' order by s.number desc limit 1)
                 order by m.id
                """).param("organisation", tenant.id()).param("edition", edition).query(row -> {
                    String item = row.getString("item");
                    byKey.computeIfAbsent(item == null ? "" : item, key -> new ArrayList<>()).add(new Remark(row.getLong("id"), item,
                            row.getString("item_name"), row.getString("words"), row.getString("answer"), row.getString("answer_words")));
                });
        return byKey;
    }

    /** A remark of the edition, wherever it belongs. */
    Remark remark(Tenant tenant, long edition, long id) {
        return remarksOf(tenant, edition).stream().filter(one -> one.id() == id).findFirst().orElseThrow(NotFound::new);
    }

    List<Remark> remarksOf(Tenant tenant, long edition) {
        return remarks(tenant, edition).values().stream().flatMap(List::stream).toList();
    }

    private static List<Remark> orEmpty(List<Remark> remarks) {
        return remarks == null ? List.of() : remarks;
    }

    /** Documents that can prove that a measure is done: those of today and the one that is chosen already. */
    List<Choice> documents(Tenant tenant, Long chosen) {
        Russian russian = new Russian();
        return jdbc.sql("""
                select id, title, number, dated_on from local_act
                 where organisation_id = :organisation and (annulled_on is null or id = :chosen) order by dated_on desc, title, id
                """).param("organisation", tenant.id()).param("chosen", chosen, java.sql.Types.BIGINT)
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("title") + " "
                        + russian.paper(row.getString("number"), row.getObject("dated_on", LocalDate.class)))).list();
    }

    private static Header header(ResultSet row, int number) throws SQLException {
        return new Header(row.getLong("id"), new AcademicYear(row.getInt("academic_year")), row.getLong("edition_id"), row.getInt("number"),
                ReviewState.valueOf(row.getString("state")), row.getObject("approved_on", LocalDate.class),
                row.getObject("superseded_on", LocalDate.class), new Progress(row.getInt("done"), row.getInt("measures")));
    }

    private static Line line(ResultSet row, String number, LineKind kind, List<Remark> remarks) throws SQLException {
        String outcome = row.getString("outcome");
        String act = row.getString("act_title");
        return new Line(row.getLong("id"), number, kind, row.getString("line_key"), row.getString("measure"), row.getString("term_text"),
                row.getObject("due_on", LocalDate.class), row.getString("responsible"), row.getString("result"),
                outcome == null ? null : Outcome.valueOf(outcome), row.getObject("done_on", LocalDate.class),
                row.getObject("evidence_act_id", Long.class), act == null ? null : act + " "
                + new Russian().paper(row.getString("act_number"), row.getObject("act_dated_on", LocalDate.class)),
                row.getString("evidence_link"), row.getString("note"), row.getInt("version"), remarks);
    }
}
