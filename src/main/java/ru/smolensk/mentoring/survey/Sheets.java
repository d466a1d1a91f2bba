package ru.smolensk.mentoring.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.NotFound;

/** Reads questionnaires: their lines, their versions and their questions. */
@Component
@Transactional(readOnly = true)
class Sheets {

    private final JdbcClient jdbc;

    Sheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version in a list. */
    record Version(long id, Audience audience, Wave wave, int number, String title, boolean unverified, LocalDate publishedOn, int questions) {

        public boolean published() {
            return publishedOn != null;
        }
    }

    /** The versions of one audience and wave, the newest first. */
    record Line(String name, List<Version> versions) {

        public Optional<Version> draft() {
            return versions.stream().filter(one -> !one.published()).findFirst();
        }

        public Version newest() {
            return versions.stream().filter(Version::published).findFirst().orElse(versions.get(0));
        }
    }

    List<Line> lines() {
        Map<String, Line> lines = new LinkedHashMap<>();
        jdbc.sql("""
                select q.*, (select count(*) from questionnaire_item i where i.questionnaire_id = q.id) as questions
                  from questionnaire q order by q.wave nulls last, q.audience, q.number desc
                """).query((row, at) -> new Version(row.getLong("id"), Audience.valueOf(row.getString("audience")), wave(row),
                        row.getInt("number"), row.getString("title"), row.getBoolean("unverified"),
                        row.getObject("published_on", LocalDate.class), row.getInt("questions"))).list()
                .forEach(one -> {
                    String name = "Анкета " + one.audience().whose() + (one.wave() == null ? "" : ", " + one.wave().when());
                    lines.computeIfAbsent(name, first -> new Line(first, new ArrayList<>())).versions().add(one);
                });
        return List.copyOf(lines.values());
    }

    /** The published versions of a line to choose from, the newest first. */
    List<Choice> published(Audience audience) {
        return jdbc.sql("select * from questionnaire where audience = ? and wave is not null and published_on is not null order by wave, number desc")
                .param(audience.name()).query((row, at) -> new Choice(row.getLong("id"), "Этап " + row.getInt("wave") + ", версия "
                        + row.getInt("number") + (row.getBoolean("unverified") ? " – сверьте с официальным текстом" : ""))).list();
    }

    /** @throws NotFound if there is no such version */
    Sheet one(long id) {
        return Optional.ofNullable(all(List.of(id)).get(id)).orElseThrow(NotFound::new);
    }

    /** Several versions by identifier: two statements. */
    Map<Long, Sheet> all(Collection<Long> ids) {
        Map<Long, List<Question>> questions = new LinkedHashMap<>();
        jdbc.sql("""
                select i.*, i.id is not distinct from q.key_item as key from questionnaire_item i join questionnaire q on q.id = i.questionnaire_id
                 where i.questionnaire_id in (:ids) order by i.questionnaire_id, i.position
                """).param("ids", ids).query(row -> {
                    List<Question> before = questions.computeIfAbsent(row.getLong("questionnaire_id"), first -> new ArrayList<>());
                    before.add(question(row, before.size() + 1));
                });
        Map<Long, Sheet> sheets = new LinkedHashMap<>();
        jdbc.sql("select * from questionnaire where id in (:ids)").param("ids", ids).query(row -> {
            sheets.put(row.getLong("id"), new Sheet(row.getLong("id"), Audience.valueOf(row.getString("audience")), wave(row), row.getInt("number"),
                    row.getString("title"), row.getString("instruction"), row.getBoolean("unverified"),
                    row.getString("method") == null ? null : SatisfactionMethod.valueOf(row.getString("method")),
                    row.getObject("threshold", Integer.class), List.copyOf(questions.getOrDefault(row.getLong("id"), List.of()))));
        });
        return sheets;
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        String[] options = row.getArray("options") == null ? new String[0] : (String[]) row.getArray("options").getArray();
        return new Question(row.getLong("id"), number, ItemKind.valueOf(row.getString("kind")), row.getString("words"),
                row.getInt("scale_min"), row.getInt("scale_max"), List.of(options), row.getString("pair"),
                row.getBoolean("key"), row.getInt("version"));
    }

    private static Wave wave(ResultSet row) throws SQLException {
        int wave = row.getInt("wave");
        return row.wasNull() ? null : Wave.of(wave);
    }
}
