package ru.smolensk.mentoring.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a respondent does by a personal link: begins, goes on, sends. Whatever is wrong with a link – used, cancelled, too early, too late,
 * forged, cut short – it opens nothing, and nothing tells which it was. Neither the journal nor the log hears of any of it.
 */
@Service
@Transactional
class Answering {

    /** ◆ An open answer is at most so long. */
    static final int LONGEST = 5000;

    private static final String TOKEN = "[A-Za-z0-9_-]{43}";

    private final Sheets sheets;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PortalClock clock;

    Answering(Sheets sheets, JdbcClient jdbc, JsonMapper json, PortalClock clock) {
        this.sheets = sheets;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A link that lets somebody in.
     *
     * @param until the last day to send it on
     * @param begun whether something is saved already
     * @param step the step that was saved last
     */
    record Opened(String token, long organisationId, long invitationId, String organisation, LocalDate until, Sheet sheet, boolean begun,
                  int step, Answers answers) {

        /** The overview stands behind the last step. */
        public int last() {
            return sheet.steps() + 1;
        }

        public List<Question> missing() {
            return sheet.missing(answers);
        }

        public List<Question> unanswered() {
            return sheet.questions().stream().filter(one -> !answers.has(one)).toList();
        }
    }

    /** What became of the answers of a step: what is wrong with which field, and everything as it was typed. */
    record Saved(Opened opened, Map<String, String> wrong, Answers typed) {
    }

    @Transactional(readOnly = true)
    Optional<Opened> open(String token) {
        return find(token, "");
    }

    /** From now on it counts as begun, and may be finished on the day on which the survey closes. */
    Optional<Opened> begin(String token) {
        Optional<Opened> opened = find(token, " for update of i");
        opened.filter(one -> !one.begun()).ifPresent(one -> jdbc.sql(
                "insert into survey_draft (organisation_id, invitation_id, begun_on) values (?, ?, ?)")
                .params(one.organisationId(), one.invitationId(), clock.today()).update());
        return opened;
    }

    /**
     * Saves the answers of a step; what can't be saved comes back with its message, everything else is saved all the same.
     *
     * @param typed what the form's fields hold, by their names
     * @param without identifiers of questions whose answer is taken back
     * @throws IllegalArgumentException if there is an answer to a question of another version: no form of ours sends one
     */
    Optional<Saved> save(String token, int step, Function<String, String> typed, Iterable<String> fields, List<String> without) {
        return find(token, " for update of i").map(opened -> save(opened, step, typed, fields, without));
    }

    private Saved save(Opened opened, int step, Function<String, String> typed, Iterable<String> fields, List<String> without) {
        List<Question> questions = opened.sheet().step(step);
        for (String field : fields) {
            if (field.matches("q\\d+") && questions.stream().noneMatch(one -> one.field().equals(field))) {
                throw new IllegalArgumentException("a question of another version");
            }
        }
        Map<Long, String> kept = new LinkedHashMap<>(opened.answers().said());
        Map<Long, String> shown = new LinkedHashMap<>(opened.answers().said());
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Question question : questions) {
            String raw = typed.apply(question.field());
            if (raw == null) {
                continue;
            }
            String said = Typed.text(raw);
            String problem = said == null ? null : problem(question, said);
            if (problem != null) {
                wrong.put(question.field(), problem);
                shown.put(question.id(), raw);
            } else if (said == null || without.contains(String.valueOf(question.id()))) {
                kept.remove(question.id());
                shown.remove(question.id());
            } else {
                kept.put(question.id(), said);
                shown.put(question.id(), said);
            }
        }
        Answers answers = new Answers(kept);
        jdbc.sql("""
                insert into survey_draft (organisation_id, invitation_id, answers, step, begun_on)
                values (:organisation, :invitation, cast(:answers as jsonb), :step, :today)
                on conflict on constraint survey_draft_pk do update set answers = excluded.answers, step = excluded.step
                """).param("organisation", opened.organisationId()).param("invitation", opened.invitationId())
                .param("answers", json.writeValueAsString(answers.kept(opened.sheet()))).param("step", step).param("today", clock.today()).update();
        return new Saved(new Opened(opened.token(), opened.organisationId(), opened.invitationId(), opened.organisation(), opened.until(),
                opened.sheet(), true, step, answers), wrong, new Answers(shown));
    }

    /**
     * Sends what is saved, once.
     *
     * @return whether it was sent; not if something that is needed is missing, or the link was used meanwhile
     */
    boolean send(String token) {
        return open(token).filter(opened -> opened.begun() && opened.missing().isEmpty()).isPresent()
                && jdbc.sql("select survey_send(?, ?)").params(token, clock.today()).query(Boolean.class).single();
    }

    private static String problem(Question question, String said) {
        return switch (question.kind()) {
            case OPEN -> said.length() > LONGEST ? "Ответ слишком длинный: " + new Russian().count(said.length(), "знак", "знака", "знаков")
                    + ", а можно " + LONGEST + ". Сократите его, ничего не потеряно" : null;
            case YES_NO -> said.equals(Answers.YES) || said.equals(Answers.NO) ? null : "Выберите «Да» или «Нет»";
            case SCALE -> within(said, question.scaleMin(), question.scaleMax()) ? null
                    : "Выберите балл от " + question.scaleMin() + " до " + question.scaleMax();
            case CHOICE -> within(said, 1, question.options().size()) ? null : "Выберите один из вариантов";
        };
    }

    private static boolean within(String said, int from, int until) {
        return said.matches("\\d{1,2}") && Integer.parseInt(said) >= from && Integer.parseInt(said) <= until;
    }

    private Optional<Opened> find(String token, String lock) {
        if (token == null || !token.matches(TOKEN)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select i.organisation_id, i.id, o.short_name, case i.audience when 'MENTEE' then s.mentee_questionnaire
                       else s.mentor_questionnaire end as questionnaire, least(s.closed_on, s.closes_on) as until,
                       (select d.answers::text from survey_draft d where d.organisation_id = i.organisation_id and d.invitation_id = i.id) as answers,
                       (select d.step from survey_draft d where d.organisation_id = i.organisation_id and d.invitation_id = i.id) as step
                  from survey_invitation i join survey s on s.id = i.survey_id join organisation o on o.id = i.organisation_id
                 where i.token = ? and survey_writable(i, ?)""" + lock).params(token, clock.today())
                .query((row, at) -> opened(token, row)).optional();
    }

    private Opened opened(String token, ResultSet row) throws SQLException {
        Sheet sheet = sheets.one(row.getLong("questionnaire"));
        String answers = row.getString("answers");
        return new Opened(token, row.getLong("organisation_id"), row.getLong("id"), row.getString("short_name"),
                row.getObject("until", LocalDate.class), sheet, answers != null, Math.min(Math.max(1, row.getInt("step")), sheet.steps()),
                answers == null ? Answers.NONE : Answers.of(json.readValue(answers, new TypeReference<Map<String, Object>>() {
                })));
    }
}
