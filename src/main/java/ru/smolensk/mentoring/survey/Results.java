package ru.smolensk.mentoring.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;

/**
 * What the answers come to. ◆ Nothing is told before the survey is closed and what was begun is sent or given up: whoever watched three
 * answers become four would know the fourth.
 */
@Component
@Transactional(readOnly = true)
class Results {

    /** With fewer answers only the headline is told, and no text (DOMAIN 6). */
    static final int ENOUGH = 3;

    private final Sheets sheets;
    private final JdbcClient jdbc;
    private final PortalClock clock;

    Results(Sheets sheets, JdbcClient jdbc, PortalClock clock) {
        this.sheets = sheets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The headline.
     *
     * @param organisations organisations in all
     * @param have of them those with an answer
     * @param satisfied {@code null} in the first wave
     */
    record Headline(int organisations, int have, int invited, int respondents, Integer satisfied) {

        public String satisfaction() {
            return respondents == 0 ? "никто не ответил" : new Russian().percent(share(satisfied, respondents)) + " (" + satisfied + " из " + respondents + ")";
        }

        public BigDecimal percent() {
            return respondents == 0 || satisfied == null ? null : share(satisfied, respondents);
        }

        public Progress progress() {
            return new Progress(invited, respondents, false);
        }
    }

    /** A bar of a distribution. */
    record Bar(String label, int count, BigDecimal percent) {
    }

    /**
     * A question and its answers.
     *
     * @param enough whether there are enough answers to tell anything but their number
     * @param mean of points; {@code null} of other questions
     * @param texts in an order by chance
     */
    record Told(Question question, int answered, boolean enough, BigDecimal mean, List<Bar> bars, List<String> texts) {

        /** «7,3», or nothing. */
        public String meanInWords() {
            return mean == null ? "" : mean.toPlainString().replace('.', ',');
        }
    }

    /** A question with the one of the other wave that asks for the same, if there is one. */
    record Row(Told told, Told other) {
    }

    /** Everything about the mentees or the mentors. */
    record Part(Audience audience, Sheet sheet, Headline headline, Map<OrganisationKind, Headline> byKind, List<Row> rows, boolean enough) {
    }

    /** Whether the answers may be told: of one organisation, or of all ({@code null}). */
    boolean told(Asking survey, Long organisation) {
        return survey.annulledOn() == null && jdbc.sql("""
                select :today > s.closed_on or :today = s.closed_on and not exists (
                  select from survey_draft d join survey_invitation i on i.organisation_id = d.organisation_id and i.id = d.invitation_id
                   where i.survey_id = s.id and (cast(:organisation as bigint) is null or i.organisation_id = :organisation))
                  from survey s where s.id = :survey
                """).param("today", clock.today()).param("organisation", organisation).param("survey", survey.id()).query(Boolean.class).single();
    }

    /** The mentees' and the mentors' answers; a constant number of statements. */
    List<Part> of(Asking survey, Long organisation) {
        Optional<Asking> other = otherWave(survey, organisation);
        Set<Long> versions = new HashSet<>(Set.of(survey.menteeQuestionnaire(), survey.mentorQuestionnaire()));
        other.ifPresent(one -> versions.addAll(List.of(one.menteeQuestionnaire(), one.mentorQuestionnaire())));
        Map<Long, Sheet> read = sheets.all(versions);
        Map<Audience, Map<Long, Map<String, Integer>>> counts = counts(survey, organisation);
        Map<Audience, Map<Long, Map<String, Integer>>> before = other.map(one -> counts(one, organisation)).orElse(Map.of());
        Map<Audience, Map<Long, List<String>>> texts = organisation == null ? Map.of() : texts(survey, organisation);
        Map<Audience, Map<OrganisationKind, Headline>> headlines = headlines(survey, organisation);
        List<Part> parts = new ArrayList<>();
        for (Audience audience : List.of(Audience.MENTEE, Audience.MENTOR)) {
            Sheet sheet = read.get(survey.questionnaire(audience));
            Map<String, Told> others = new LinkedHashMap<>();
            other.ifPresent(one -> read.get(one.questionnaire(audience)).questions().stream().filter(question -> question.pair() != null)
                    .forEach(question -> others.put(question.pair(), told(question, before.getOrDefault(audience, Map.of()), Map.of()))));
            List<Row> rows = sheet.questions().stream()
                    .map(question -> new Row(told(question, counts.getOrDefault(audience, Map.of()), texts.getOrDefault(audience, Map.of())),
                            comparable(question, question.pair() == null ? null : others.get(question.pair())))).toList();
            Map<OrganisationKind, Headline> all = headlines.getOrDefault(audience, Map.of());
            Map<OrganisationKind, Headline> byKind = new EnumMap<>(OrganisationKind.class);
            all.forEach((kind, headline) -> {
                if (kind != null && organisation == null) {
                    byKind.put(kind, headline);
                }
            });
            Headline headline = all.getOrDefault(null, new Headline(0, 0, 0, 0, 0));
            parts.add(new Part(audience, sheet, headline, byKind, rows, rows.stream().anyMatch(row -> row.told().enough())));
        }
        return parts;
    }

    private static Told comparable(Question question, Told other) {
        return other != null && other.enough() && other.question().kind() == question.kind() && question.kind() != ItemKind.OPEN ? other : null;
    }

    /** The survey of the other wave in the same year, as far as it may be told. */
    private Optional<Asking> otherWave(Asking survey, Long organisation) {
        return jdbc.sql("""
                select s.* from survey s where s.academic_year = :year and s.wave <> :wave and s.annulled_on is null and s.closed_on < :today
                   and (cast(:organisation as bigint) is null or exists (select from survey_organisation o
                          where o.organisation_id = :organisation and o.survey_id = s.id))
                 order by s.closed_on desc, s.id desc limit 1
                """).param("year", survey.year().start()).param("wave", survey.wave().number()).param("today", clock.today())
                .param("organisation", organisation).query((row, at) -> Asking.of(row)).optional();
    }

    /** Σ by audience and kind of organisation; without a kind the sum of all. */
    private Map<Audience, Map<OrganisationKind, Headline>> headlines(Asking survey, Long organisation) {
        Map<Audience, Map<OrganisationKind, Headline>> headlines = new EnumMap<>(Audience.class);
        jdbc.sql("""
                select a.audience, g.kind, count(*) as organisations, count(*) filter (where coalesce(t.answered, r.respondents) > 0) as have,
                       sum(coalesce(t.asked, i.invited)) as invited, sum(coalesce(t.answered, r.respondents)) as respondents,
                       sum(coalesce(t.satisfied, r.satisfied)) as satisfied
                  from survey_organisation o
                  join organisation g on g.id = o.organisation_id
                 cross join (values ('MENTEE'), ('MENTOR')) a (audience)
                  left join survey_tally t on t.organisation_id = o.organisation_id and t.survey_id = o.survey_id and t.audience = a.audience
                   and t.annulled_on is null
                 cross join lateral (select count(*) as invited from survey_invitation i where i.organisation_id = o.organisation_id
                   and i.survey_id = o.survey_id and i.audience = a.audience and i.cancelled_on is null) i
                 cross join lateral (select count(*) as respondents, count(*) filter (where r.satisfied) as satisfied from survey_response r
                   where r.organisation_id = o.organisation_id and r.survey_id = o.survey_id and r.audience = a.audience) r
                 where o.survey_id = :survey and (cast(:organisation as bigint) is null or o.organisation_id = :organisation)
                 group by grouping sets ((a.audience), (a.audience, g.kind))
                """).param("survey", survey.id()).param("organisation", organisation).query(row -> {
                    String kind = row.getString("kind");
                    headlines.computeIfAbsent(Audience.valueOf(row.getString("audience")), first -> new java.util.HashMap<>())
                            .put(kind == null ? null : OrganisationKind.valueOf(kind), new Headline(row.getInt("organisations"), row.getInt("have"),
                                    row.getInt("invited"), row.getInt("respondents"), survey.wave() == Wave.SECOND ? row.getInt("satisfied") : null));
                });
        return headlines;
    }

    /**
     * How many gave which answer. ◆ Only organisations with enough answers are counted, for the city too: otherwise its sum without the
     * others' would tell those of a small one.
     */
    private Map<Audience, Map<Long, Map<String, Integer>>> counts(Asking survey, Long organisation) {
        Map<Audience, Map<Long, Map<String, Integer>>> counts = new EnumMap<>(Audience.class);
        jdbc.sql("""
                with enough as materialized (
                  select r.organisation_id, r.audience from survey_organisation o
                    join survey_response r on r.organisation_id = o.organisation_id and r.survey_id = o.survey_id
                   where o.survey_id = :survey and (cast(:organisation as bigint) is null or o.organisation_id = :organisation)
                   group by r.organisation_id, r.audience having count(*) >= :enough
                )
                select r.audience, e.key as item, e.value #>> '{}' as said, count(*) as people
                  from enough n
                  join survey_response r on r.organisation_id = n.organisation_id and r.survey_id = :survey and r.audience = n.audience
                 cross join lateral jsonb_each(r.answers) e
                 where jsonb_typeof(e.value) <> 'string'
                 group by r.audience, e.key, said
                """).param("survey", survey.id()).param("organisation", organisation).param("enough", ENOUGH).query(row -> {
                    counts.computeIfAbsent(Audience.valueOf(row.getString("audience")), first -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getLong("item"), first -> new TreeMap<>()).put(row.getString("said"), row.getInt("people"));
                });
        return counts;
    }

    /** Texts of questions that enough people have answered, in an order by chance. */
    private Map<Audience, Map<Long, List<String>>> texts(Asking survey, long organisation) {
        Map<Audience, Map<Long, List<String>>> texts = new EnumMap<>(Audience.class);
        jdbc.sql("""
                select r.audience, e.key as item, e.value #>> '{}' as said from survey_response r cross join lateral jsonb_each(r.answers) e
                 where r.organisation_id = :organisation and r.survey_id = :survey and jsonb_typeof(e.value) = 'string' order by random()
                """).param("survey", survey.id()).param("organisation", organisation).query(row -> {
                    texts.computeIfAbsent(Audience.valueOf(row.getString("audience")), first -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getLong("item"), first -> new ArrayList<>()).add(row.getString("said"));
                });
        texts.values().forEach(ofAudience -> ofAudience.values().removeIf(said -> said.size() < ENOUGH));
        return texts;
    }

    private static Told told(Question question, Map<Long, Map<String, Integer>> counts, Map<Long, List<String>> texts) {
        if (question.kind() == ItemKind.OPEN) {
            List<String> said = texts.getOrDefault(question.id(), List.of());
            return new Told(question, said.size(), !said.isEmpty(), null, List.of(), said);
        }
        Map<String, Integer> said = counts.getOrDefault(question.id(), Map.of());
        int answered = said.values().stream().mapToInt(Integer::intValue).sum();
        if (answered < ENOUGH) {
            return new Told(question, answered, false, null, List.of(), List.of());
        }
        List<Bar> bars = switch (question.kind()) {
            case SCALE -> question.points().stream().map(point -> bar(point.toString(), said.get(point.toString()), answered)).toList();
            case YES_NO -> List.of(bar("Да", said.get("true"), answered), bar("Нет", said.get("false"), answered));
            default -> {
                List<Bar> options = new ArrayList<>();
                question.options().forEach(option -> options.add(bar(option, said.get(String.valueOf(options.size() + 1)), answered)));
                yield options;
            }
        };
        BigDecimal mean = question.kind() != ItemKind.SCALE ? null
                : BigDecimal.valueOf(said.entrySet().stream().mapToLong(one -> Long.parseLong(one.getKey()) * one.getValue()).sum())
                        .divide(BigDecimal.valueOf(answered), 1, RoundingMode.HALF_UP);
        return new Told(question, answered, true, mean, bars, List.of());
    }

    private static Bar bar(String label, Integer count, int of) {
        int people = count == null ? 0 : count;
        return new Bar(label, people, share(people, of));
    }

    private static BigDecimal share(long part, long of) {
        return BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
    }
}
