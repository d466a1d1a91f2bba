package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.survey.Questionnaires;
import ru.smolensk.mentoring.survey.Surveys;
import ru.smolensk.mentoring.survey.Wave;

/**
 * The surveys of the city: both waves of the last year, answered by most, on paper by a few, by some hardly or not at all; and the first wave
 * of this year, which is open. What people answer is dealt out by the database, all organisations at once.
 */
@Component
@Profile("demo")
class CityAsked {

    private static final String TURN = "(o.organisation_id / 7) % 11";
    private static final List<String> WORDS = List.of("Поддержка в первые месяцы: было к кому прийти с вопросом", "Взаимные посещения занятий и честный разбор",
            "Помощь с документами и планированием", "Больше времени на совместную подготовку", "Хотелось бы чаще видеть занятия коллег",
            "Спокойная обстановка, никто не торопит", "Готовые разработки и советы по работе с родителями", "Всё устроило, менять ничего не нужно");

    private final Surveys surveys;
    private final Questionnaires questionnaires;
    private final Files files;
    private final JdbcClient jdbc;

    CityAsked(Surveys surveys, Questionnaires questionnaires, Files files, JdbcClient jdbc) {
        this.surveys = surveys;
        this.questionnaires = questionnaires;
        this.files = files;
        this.jdbc = jdbc;
    }

    void write(Chronicle chronicle, SignedIn methodologist, Years years) {
        Dice dice = new Dice("surveys");
        wave(chronicle, methodologist, dice, years.last(), Wave.FIRST, Years.day(years.last(), 10, 6), 12, 5, 85);
        wave(chronicle, methodologist, dice, years.last(), Wave.SECOND, Years.day(years.last(), 4, 20), 14, 5, 85);
        LocalDate recent = Years.workday(years.today().minusDays(8));
        wave(chronicle, methodologist, dice, AcademicYear.of(recent), Wave.FIRST, recent, 21, 2, 35);
        // A new version is being written: of the curator's form, which no survey asks by.
        chronicle.add(Years.workday(years.today().minusDays(6)), methodologist, dice, () -> questionnaires.copy(
                jdbc.sql("select id from questionnaire where audience = 'CURATOR' and published_on is not null").query(Long.class).single()));
    }

    /** @param willing how many of a hundred have answered after {@code soon} days where most do */
    private void wave(Chronicle chronicle, SignedIn methodologist, Dice dice, AcademicYear year, Wave wave, LocalDate opens, int days,
                      int soon, int willing) {
        long[] survey = new long[1];
        chronicle.add(opens, methodologist, dice, () -> survey[0] = surveys.announce(year, wave, opens, opens.plusDays(days)));
        LocalDate answered = Years.workday(opens.plusDays(soon));
        chronicle.add(answered, methodologist, dice, () -> {
            if (wave == Wave.SECOND) {
                onPaper(survey[0], answered);
            }
            answer(survey[0], answered, willing);
        });
    }

    /** In every eleventh organisation nobody answers, in another one few do. */
    private void answer(long survey, LocalDate day, int willing) {
        jdbc.sql("""
                update survey_invitation i set used = true
                  from survey_organisation o join organisation g on g.id = o.organisation_id
                 where o.organisation_id = i.organisation_id and o.survey_id = i.survey_id and i.survey_id = :survey
                   and not exists (select from survey_tally t where t.organisation_id = i.organisation_id and t.survey_id = i.survey_id)
                   and abs(hashtext('answers ' || i.participant_id || i.audience)) %% 100
                       < case when g.slug in ('sh-33', 'ds-38') then 90 else case %s when 3 then 0 when 5 then 20 else :willing end end
                """.formatted(TURN)).param("survey", survey).param("willing", willing).update();
        jdbc.sql("""
                insert into survey_response (organisation_id, survey_id, audience, questionnaire_id, answered_on, answers)
                select i.organisation_id, i.survey_id, i.audience, q.id, :day,
                       (select jsonb_object_agg(n.id, case n.kind
                               when 'SCALE' then to_jsonb(n.scale_min + (n.scale_max - n.scale_min) * (100 - luck * luck / 160) / 100)
                               when 'YES_NO' then to_jsonb(luck < 80)
                               when 'CHOICE' then to_jsonb(1 + luck % cardinality(n.options))
                               else to_jsonb((cast(:words as text[]))[1 + luck % :several]) end)
                          from questionnaire_item n
                         cross join lateral (select abs(hashtext(i.participant_id || '/' || n.id)) % 100 as luck) chance
                         where n.questionnaire_id = q.id and (n.id is not distinct from q.key_item or n.kind <> 'OPEN' or luck < 45))
                  from survey_invitation i join survey s on s.id = i.survey_id
                  join questionnaire q on q.id = case i.audience when 'MENTEE' then s.mentee_questionnaire else s.mentor_questionnaire end
                 where i.survey_id = :survey and i.used order by i.organisation_id, random()
                """).param("survey", survey).param("day", day).param("words", WORDS.toArray(String[]::new))
                .param("several", WORDS.size()).update();
    }

    /** Four organisations have no telephones at hand. */
    private void onPaper(long survey, LocalDate day) {
        record Counting(long organisation, String slug, String name, int mentees) {
        }
        jdbc.sql("""
                select o.organisation_id as organisation, g.slug, g.short_name as name,
                       (select count(*) from survey_invitation i where i.organisation_id = o.organisation_id and i.survey_id = o.survey_id
                          and i.audience = 'MENTEE') as mentees
                  from survey_organisation o join organisation g on g.id = o.organisation_id
                 where o.survey_id = :survey and %s = 7 and g.slug not in ('sh-33', 'ds-38') order by o.organisation_id
                """.formatted(TURN)).param("survey", survey).query(Counting.class).list().stream().filter(one -> one.mentees() > 1).limit(4)
                .forEach(one -> {
                    Tenant tenant = new Tenant(one.organisation(), one.slug(), one.name(), false);
                    Sheet sheet = new Sheet(Sheet.Format.PDF, "Протокол опроса", one.name(), "ПРОТОКОЛ", "1", day, "О подсчёте анкет",
                            List.of("Роздано анкет: " + one.mentees() + ".", "Вернули анкеты: " + (one.mentees() - 1) + "."), null);
                    long protocol = sheet.keep(files, tenant);
                    files.attach(tenant, protocol);
                    jdbc.sql("""
                            insert into survey_tally (organisation_id, survey_id, audience, asked, answered, satisfied, counted_on, protocol_file_id)
                            values (?, ?, 'MENTEE', ?, ?, ?, ?, ?)""").params(one.organisation(), survey, one.mentees(), one.mentees() - 1,
                            Math.max(1, one.mentees() - 2), day, protocol).update();
                });
    }
}
