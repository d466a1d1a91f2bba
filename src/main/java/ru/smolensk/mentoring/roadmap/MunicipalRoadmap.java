package ru.smolensk.mentoring.roadmap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.document.StoredFile;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;

/** The roadmap of the city (приложение 2 of the order): everybody reads it, methodologists mark how it is carried out. */
@Service
@Transactional
public class MunicipalRoadmap {

    /** The heading of приложение 2, in the order's own words. */
    public static final String TITLE = "План мероприятий (дорожная карта) внедрения муниципальной системы наставничества (целевой модели)"
            + " педагогических работников образовательных организаций города Смоленска на 2022 год";

    private final MunicipalMeasureRepository measures;
    private final Files files;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    MunicipalRoadmap(MunicipalMeasureRepository measures, Files files, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.measures = measures;
        this.files = files;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a methodologist says of a measure; all but the state may be {@code null}.
     *
     * @param doneOn with {@link MeasureState#DONE} only
     * @param responsible who sees to it: a post or a department, for everybody reads it
     * @param link {@code https://…}, evidence instead of a file
     * @param fileId a file of the city
     */
    public record Mark(MeasureState state, LocalDate doneOn, String responsible, String link, Long fileId, String note) {
    }

    /** A row as it is read: the order's words, and how it is carried out. */
    public record Row(long id, String number, String measure, String termText, String executor, String result, MeasureState state,
                      LocalDate doneOn, String responsible, String link, Long fileId, String fileName, Long fileSize, String note) {

        /** «PDF»: a stored file's extension always fits its content. */
        public String fileType() {
            return fileName == null ? null : fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
        }
    }

    /** A section of the roadmap with its number as the order writes it. */
    public record Part(String number, String title, List<Row> rows) {
    }

    /** The whole roadmap. */
    public record Plan(List<Part> parts) {

        public List<Row> rows() {
            return parts.stream().flatMap(part -> part.rows().stream()).toList();
        }

        /** The rows that a file of the plan holds. */
        List<Placed> placed() {
            return parts.stream().flatMap(part -> part.rows().stream().map(row -> new Placed(part, row))).toList();
        }

        public Progress progress() {
            return new Progress(count(MeasureState.DONE), rows().size());
        }

        public int count(MeasureState state) {
            return (int) rows().stream().filter(row -> row.state() == state).count();
        }
    }

    /** A row apart from the plan, with the section that it stands in. */
    record Placed(Part part, Row row) {
    }

    /** The rows as a file: the order's words, and how each is carried out. */
    static final ListFile<Placed> FILE = ListFile.<Placed>of("city-roadmap", "Дорожная карта города")
            .words("Раздел", 40, "Номер и название раздела", one -> one.part().number() + " " + one.part().title())
            .words("№ п/п", 8, "Номер строки, как в приказе", one -> one.row().number())
            .words("Мероприятие", 60, "Слова приказа", one -> one.row().measure())
            .words("Срок реализации", 24, "Слова приказа", one -> one.row().termText())
            .words("Ответственный исполнитель", 34, "Слова приказа", one -> one.row().executor())
            .words("Результат, вид документа", 34, "Слова приказа", one -> one.row().result())
            .words("Выполнение", 16, "Отметка методического отдела", one -> one.row().state().label())
            .date("Выполнено", "День выполнения", one -> one.row().doneOn())
            .words("Подтверждение", 40, "Ссылка или название файла",
                    one -> one.row().link() == null ? one.row().fileName() : one.row().link())
            .words("Отвечает", 30, "Должность или отдел", one -> one.row().responsible())
            .words("Пояснение", 50, "Что добавлено к отметке", one -> one.row().note());

    /** The roadmap in the order's sequence: one statement. */
    @Transactional(readOnly = true)
    public Plan plan() {
        Map<Long, Part> parts = new LinkedHashMap<>();
        jdbc.sql("""
                select s.id as section, s.number as section_number, s.title, m.*, f.name as file_name, f.size as file_size
                  from municipal_measure m
                  join municipal_section s on s.id = m.section_id
                  left join stored_file f on f.id = m.file_id
                 order by m.id
                """).query(row -> {
                    Part part = parts.get(row.getLong("section"));
                    if (part == null) {
                        part = new Part(row.getString("section_number"), row.getString("title"), new ArrayList<>());
                        parts.put(row.getLong("section"), part);
                    }
                    part.rows().add(row(row));
                });
        return new Plan(List.copyOf(parts.values()));
    }

    /**
     * Marks how a measure is carried out.
     *
     * @param id the row's place in the order, from 1 to 28
     * @throws Refusal at the field that is wrong
     */
    public void mark(long id, Mark said) {
        mark(one(id), said);
    }

    /** The same from a form, which may have become stale. */
    void mark(long id, Integer version, Mark said) {
        MunicipalMeasure measure = one(id);
        measure.expectVersion(version);
        mark(measure, said);
    }

    private void mark(MunicipalMeasure measure, Mark said) {
        files.attach(null, said.fileId());
        StoredFile file = files.saved(null, said.fileId());
        journal.change(measure, said.state() == measure.state() ? Action.CHANGED : Action.MARKED,
                () -> measure.mark(said, file, clock.today()));
    }

    @Transactional(readOnly = true)
    MunicipalMeasure one(long id) {
        return measures.findById(id).orElseThrow(NotFound::new);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("id"), row.getString("number"), row.getString("measure"), row.getString("term_text"),
                row.getString("executor"), row.getString("result"), MeasureState.valueOf(row.getString("state")),
                row.getObject("done_on", LocalDate.class), row.getString("responsible"), row.getString("link"),
                row.getObject("file_id", Long.class), row.getString("file_name"), row.getObject("file_size", Long.class),
                row.getString("note"));
    }
}
