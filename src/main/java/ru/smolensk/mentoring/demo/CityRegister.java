package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.register.MentorRegister;

/** Whom the department has included in the municipal register of mentors: in June after the year's work, and a few this autumn. */
@Component
@Profile("demo")
class CityRegister {

    private static final List<String> MERITS = List.of(
            "Третий год ведёт молодых коллег от первого урока до уверенной самостоятельной работы. Все наставляемые остались в профессии.",
            "Открытые занятия для молодых педагогов города с подробным разбором каждого вместе с участниками.",
            "Опыт работы с коллегой, пришедшей без педагогического образования: за год она нашла свой стиль и подружилась с детьми.",
            "Автор памяток и конспектов, которыми теперь пользуются наставники соседних организаций.",
            "Умеет спокойно разобрать трудную ситуацию с родителями и научить этому других. За советом приходят со всего города.",
            "Программа наставничества выполнена полностью, её материалы вошли в городскую подборку практик.");

    private final MentorRegister register;
    private final JdbcClient jdbc;

    CityRegister(MentorRegister register, JdbcClient jdbc) {
        this.register = register;
        this.jdbc = jdbc;
    }

    private record Worthy(String slug, long mentor, String competences) {
    }

    void write(Chronicle chronicle, SignedIn methodologist, Years years) {
        Dice dice = new Dice("the register of mentors");
        LocalDate june = Years.day(years.last(), 6, 4);
        chronicle.add(june, methodologist, dice, () -> include(june, "4", 22));
        LocalDate autumn = Years.workday(years.today().minusDays(12));
        chronicle.add(autumn, methodologist, dice, () -> include(autumn, "1", 9));
        chronicle.add(Years.workday(years.today().minusDays(5)), methodologist, dice, () -> register.exclude(
                jdbc.sql("select e.id from register_entry e join organisation o on o.id = e.organisation_id where o.slug not in ('sh-33', 'ds-38')"
                        + " order by e.included_on, e.id limit 1").query(Long.class).single(), "По просьбе наставника"));
    }

    /** One of an organisation: who has led most pairs and groups. */
    private void include(LocalDate day, String protocol, int count) {
        List<Worthy> worthy = jdbc.sql("""
                select slug, mentor, competences
                  from (select distinct on (o.slug) o.slug, m.participant_id as mentor, m.competences, md5(o.slug || :protocol) as lot
                          from mentor m
                          join participant p on p.organisation_id = m.organisation_id and p.id = m.participant_id and p.left_on is null
                          join organisation o on o.id = m.organisation_id
                          join consent c on c.organisation_id = m.organisation_id and c.participant_id = m.participant_id
                               and c.kind = 'DISTRIBUTION' and c.withdrawn_on is null
                         where m.competences is not null and not exists (
                                 select from register_entry e where e.organisation_id = m.organisation_id and e.mentor_id = m.participant_id)
                         order by o.slug, (select count(*) from mentorship s where s.organisation_id = m.organisation_id
                                              and s.mentor_id = m.participant_id) desc, p.last_name, p.first_name, m.participant_id) one
                 order by slug not in ('sh-33', 'ds-38'), lot limit :count
                """).param("protocol", protocol).param("count", count).query(Worthy.class).list();
        String basis = "Протокол ГМО наставников №\u00a0" + protocol + " от\u00a0" + new Russian().date(day);
        for (int turn = 0; turn < worthy.size(); turn++) {
            Worthy one = worthy.get(turn);
            register.include(one.slug(), one.mentor(), new MentorRegister.Decision(day, basis, MERITS.get(turn % MERITS.size())));
        }
    }
}
