package ru.smolensk.mentoring.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.paper.ListFile;

/** Reads the city's legal acts for the public page and for the department. */
@Component
@Transactional(readOnly = true)
class LegalActList {

    private static final String LINES = """
            select a.id, a.level, a.issuer, a.number, a.dated_on, a.title, a.link, f.id as file_id, f.media_type, f.size,
                   a.annulled_on is not null as annulled
              from legal_act a left join stored_file f on f.id = a.file_id
            """;
    private static final String ORDER = " order by annulled, array_position(array['FEDERAL', 'REGIONAL', 'MUNICIPAL'], a.level::text),"
            + " a.dated_on desc nulls last, a.title collate russian, a.id";

    static final ListFile<Line> FILE = ListFile.<Line>of("acts", "Нормативные акты")
            .words("Акт", 60, "Название", Line::title)
            .words("Кто издал", 34, "Пусто, если не указан", Line::issuer)
            .words("Номер", 12, "Пусто, если номера нет", Line::number)
            .date("Дата", "Дата акта", Line::datedOn)
            .words("Уровень", 18, "Федеральный, региональный или муниципальный", line -> line.level().label())
            .words("Файл или ссылка", 50, "Адрес или вид файла", line -> line.fileId() == null ? line.link() : line.fileType().label())
            .words("Состояние", 16, "Показан ли всем", line -> line.annulled() ? "аннулирован" : "действует");

    private final JdbcClient jdbc;

    LegalActList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An act in a list.
     *
     * @param fileId with {@code fileType} and {@code fileSize} {@code null} for a link
     */
    record Line(long id, LegalLevel level, String issuer, String number, LocalDate datedOn, String title, String link, Long fileId,
                FileType fileType, Long fileSize, boolean annulled) {
    }

    /** The acts that everybody sees, the newest of each level first; a level without acts is left out. */
    Map<LegalLevel, List<Line>> byLevel() {
        return jdbc.sql(LINES + " where a.annulled_on is null" + ORDER).query(LegalActList::line).stream()
                .collect(Collectors.groupingBy(Line::level, () -> new EnumMap<>(LegalLevel.class), Collectors.toList()));
    }

    /** All acts, the annulled ones last; {@code null} words or level look for nothing in particular. */
    List<Line> found(String words, LegalLevel level) {
        return jdbc.sql(LINES + """
                 where (cast(:words as text) is null
                        or position(searchable(:words) in searchable(concat_ws(' ', a.title, a.number, a.issuer))) > 0)
                   and (cast(:level as text) is null or a.level = :level)
                """ + ORDER).param("words", words, Types.VARCHAR).param("level", level == null ? null : level.name(), Types.VARCHAR)
                .query(LegalActList::line).list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        String mediaType = row.getString("media_type");
        return new Line(row.getLong("id"), LegalLevel.valueOf(row.getString("level")), row.getString("issuer"), row.getString("number"),
                row.getObject("dated_on", LocalDate.class), row.getString("title"), row.getString("link"),
                row.getObject("file_id", Long.class), mediaType == null ? null : FileType.ofMediaType(mediaType).orElseThrow(),
                row.getObject("size", Long.class), row.getBoolean("annulled"));
    }
}
