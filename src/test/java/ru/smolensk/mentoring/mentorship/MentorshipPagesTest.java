package ru.smolensk.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** «Пары и группы» as a curator meets them. */
@PortalTest
class MentorshipPagesTest {

    @Autowired
    PortalClock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Mentorships mentorships;

    Base base;
    RequestPostProcessor curator;
    long order;
    long mentor;
    long mentee;
    long second;

    @BeforeEach
    void aSchoolWithPeople() {
        base = new Base(town.school(), jdbc);
        curator = town.curatorOf(base.school()).signedIn();
        order = base.order("14-а", Base.ORDER_DATE);
        mentor = base.mentor("Ткаченко");
        mentee = base.mentee("Лебедева");
        second = base.mentee("Бойко");
    }

    @Test
    void anEmptyListSaysWhatItIsForAndTheFormWhatIsMissing() {
        curator = town.curatorOf(town.kindergarten()).signedIn();
        assertThat(Shown.in(get("/workspace/mentorships")).attributes(".empty a", "href")).containsExactly("/workspace/mentorships/new");
        assertThat(Shown.in(get("/workspace/mentorships/new")).attributes(".notice.warn a", "href"))
                .containsExactly("/workspace/orders/new", "/workspace/mentors/new", "/workspace/mentees/new");
    }

    @Test
    void theFormIsFilledWithWhatThePageItWasOpenedFromKnows() {
        Shown form = Shown.in(get("/workspace/mentorships/new?order=" + order + "&mentor=" + mentor + "&mentee=" + mentee));
        assertThat(form.value("order")).isEqualTo(String.valueOf(order));
        assertThat(form.value("mentor")).isEqualTo(String.valueOf(mentor));
        assertThat(form.value("mentees")).isEqualTo(String.valueOf(mentee));
        assertThat(form.value("startsOn")).as("the day of the order").isEqualTo("02.09.2026");
        assertThat(Shown.in(get("/workspace/mentorships/new?order=-1")).value("startsOn")).isEmpty();
    }

    @Test
    void aGroupIsEnteredListedAndShown() {
        MvcTestResult answer = send("/workspace/mentorships/new", group());
        Shown page = Shown.in(get(answer.getResponse().getRedirectedUrl()));

        assertThat(page.texts("h1")).containsExactly("Группа Г-1: Ткаченко – Бойко, Лебедева");
        assertThat(page.title()).startsWith("Группа Г-1: Ткаченко – Бойко, Лебедева");
        assertThat(page.text()).contains("Наставническая группа", "Ткаченко Анна Петровна", "№ 14-а от 02.09.2026", "опытный педагог – молодой специалист",
                "традиционное («один на один»), в группе", "Нет письменного согласия сторон", "Программы ещё нет");
        assertThat(page.texts("tbody th a")).containsExactly("Бойко Анна Петровна", "Лебедева Анна Петровна");
        assertThat(page.texts(".history li b")).containsExactly("Внесено");
        assertThat(page.texts(".history li").get(0)).contains("Наставник: Ткаченко Анна Петровна", "Лебедева Анна Петровна: наставляемый");

        Shown list = Shown.in(get("/workspace/mentorships"));
        assertThat(list.texts("tbody th a")).containsExactly("Г-1");
        assertThat(list.texts("tbody .tag")).contains("нет согласия сторон", "нет программы");
    }

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            order,            -,                order,            Выберите приказ
            mentor,           -,                mentor,           Выберите наставника
            mentees,          -,                mentees,          Отметьте хотя бы одного
            form,             -,                form,             Выберите форму
            form,             EMPLOYER_STUDENT, model,            Модель указывают только
            form,             HEAD_TEACHER,     model,            Модель указывают только
            startsOn,         -,                startsOn,         Введите дату начала
            startsOn,         01.09.2026,       startsOn,         раньше приказа
            startsOn,         30.02.2027,       startsOn,         Такой даты нет
            startsOn,         02.09.2098,       startsOn,         Проверьте год
            plannedEnd,       -,                plannedEnd,       должно завершиться
            plannedEnd,       01.09.2026,       plannedEnd,       раньше начала
            plannedEnd,       31.05.2097,       plannedEnd,       больше пяти лет
            partiesConsentOn, 01.09.2098,       partiesConsentOn, ещё не наступила
            partiesConsentOn, да,               partiesConsentOn, Такой даты нет
            order,            -1,               order,            из списка
            mentor,           -1,               mentor,           из списка
            mentees,          -1,               mentees,          из списка
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String changed, String value, String field, String message) {
        Map<String, Object> fields = group();
        fields.put("code", "Наша «группа» 😀");
        fields.put(changed, value == null ? "" : value);
        MvcTestResult answer = send("/workspace/mentorships/new", fields);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(form.attributes("#errors a", "href")).contains("#" + field);
        fields.forEach((name, typed) -> {
            if (!name.equals(changed)) {
                assertThat(List.of(form.value(name).split(","))).as(name).containsExactlyInAnyOrderElementsOf(values(typed));
            }
        });
        assertThat(count()).isZero();
    }

    @Test
    void aKindThatNeedsTwoAndAStudentAmongTeachersAreRefusedAtTheirFields() {
        Map<String, Object> fields = group();
        fields.put("mentees", mentee);
        assertThat(Shown.in(send("/workspace/mentorships/new", fields)).error("kinds")).contains("двое");

        fields.put("mentees", List.of(mentee, base.mentee("Ёлкин", "STUDENT")));
        assertThat(Shown.in(send("/workspace/mentorships/new", fields)).error("form")).contains("студент");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Map<String, Object> fields = group();
        fields.put("mentees", mentee);
        fields.put("startsOn", "01.09.2026");
        fields.put("plannedEnd", "31.08.2026");
        Shown rules = Shown.in(send("/workspace/mentorships/new", fields));
        assertThat(rules.error("startsOn")).contains("раньше приказа");
        assertThat(rules.error("plannedEnd")).contains("раньше начала");
        assertThat(rules.error("kinds")).contains("двое");

        fields.put("partiesConsentOn", "вчера");
        fields.put("form", "HEAD_TEACHER");
        fields.put("order", "");
        Shown both = Shown.in(send("/workspace/mentorships/new", fields));
        assertThat(both.error("partiesConsentOn")).contains("Такой даты нет");
        assertThat(both.error("order")).contains("Выберите приказ");
        assertThat(both.error("plannedEnd")).as("a rule beside a date that is none").contains("раньше начала");
        assertThat(both.error("kinds")).contains("двое");
        assertThat(both.error("model")).contains("Модель указывают только");
    }

    @Test
    void aMentorDoesNotMentorThemself() {
        base.alsoMentee(mentor, "EXPERIENCED");
        Map<String, Object> fields = group();
        fields.put("mentees", List.of(mentor, mentee));
        Shown form = Shown.in(send("/workspace/mentorships/new", fields));
        assertThat(form.error("mentees")).contains("у самого себя");
        assertThat(form.value("mentees")).contains(String.valueOf(mentor));
    }

    @Test
    void overlappingPairsAreRefusedWithTheOneInTheWay() {
        start("П-1");
        Shown form = Shown.in(send("/workspace/mentorships/new", group()));
        assertThat(form.error("mentees")).contains("«П-1»", "02.09.2026");
    }

    @Test
    void forgedIdentifiersOfAnotherOrganisationAreNotInTheList() {
        Base other = new Base(town.school(), jdbc);
        for (Map.Entry<String, Object> forged : Map.<String, Object>of("mentor", other.mentor("Чужая"), "mentees", List.of(mentee, other.mentee("Чужой")),
                "order", other.order()).entrySet()) {
            Map<String, Object> fields = group();
            fields.put(forged.getKey(), forged.getValue());
            MvcTestResult answer = send("/workspace/mentorships/new", fields);
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(Shown.in(answer).error(forged.getKey())).contains("из списка");
        }
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "model", "kinds", "mentor", "mentees", "order"})
    void whatNoFormCanSendIsABadRequestAndNotAnIncident(String field) {
        Map<String, Object> fields = group();
        fields.put(field, "'; drop table mentorship; --");
        assertThat(send("/workspace/mentorships/new", fields)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aLongCodeAndTheCodeOfAnotherAreRefused() {
        start("П-1");
        Map<String, Object> fields = group();
        fields.put("mentor", base.mentor("Громов"));
        fields.put("code", "к".repeat(10_000));
        assertThat(Shown.in(send("/workspace/mentorships/new", fields)).error("code")).contains("не длиннее 30");
        fields.put("code", "п-1");
        assertThat(Shown.in(send("/workspace/mentorships/new", fields)).error("code")).contains("Такой код уже есть");
    }

    @Test
    void aSecondClickEntersNothingMore() {
        Map<String, Object> fields = group();
        fields.put("_once", UUID.randomUUID().toString());
        String first = send("/workspace/mentorships/new", fields).getResponse().getRedirectedUrl();
        assertThat(send("/workspace/mentorships/new", fields)).hasRedirectedUrl(first);
        assertThat(count()).isOne();
    }

    @Test
    void aCorrectionKeepsBothInTheHistoryAndAStaleOneShowsBoth() {
        long pair = start("П-1");
        String edit = "/workspace/mentorships/" + pair + "/edit";
        assertThat(Shown.in(get(edit)).value("startsOn")).isEqualTo("02.09.2026");

        assertThat(send(edit, correction("0", "П-7", "10.09.2026"))).hasRedirectedUrl("/workspace/mentorships/" + pair);
        Shown page = Shown.in(get("/workspace/mentorships/" + pair));
        assertThat(page.texts("h1")).containsExactly("Пара П-7: Ткаченко – Лебедева");
        assertThat(page.texts(".history del")).contains("П-1", "02.09.2026");

        MvcTestResult stale = send(edit, correction("0", "П-8", "11.09.2026"));
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("изменил кто-то ещё", "П-7", "10.09.2026");
        assertThat(Shown.in(stale).value("code")).isEqualTo("П-8");
        assertThat(send(edit, correction(Shown.in(stale).value("version"), "П-8", "11.09.2026"))).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void anEarlyEndAsksForTheNoticeOrForAWordThatNoneWasNeeded() {
        long pair = start("П-1");
        String end = "/workspace/mentorships/" + pair + "/end";

        Shown silent = Shown.in(send(end, fields("endedOn", "20.11.2026", "reason", "Отпуск", "noticeOn", "")));
        assertThat(silent.error("noticeOn")).contains("когда письменно предупредили");
        assertThat(silent.value("reason")).isEqualTo("Отпуск");
        assertThat(Shown.in(send(end, fields("endedOn", "20.11.2026", "reason", "Отпуск", "noticeOn", "18.11.2026"))).error("endedOn"))
                .contains("351.8", "18.11.2026, среда", "19.11.2026, 20.11.2026, 23.11.2026", "не раньше 23.11.2026");
        assertThat(Shown.in(send(end, fields("endedOn", "20.11.2026", "reason", "Отпуск", "noticeOn", "10.11.2026", "withoutNotice", "true")))
                .error("noticeOn")).contains("снимите отметку", "сотрите дату");
        assertThat(Shown.in(send(end, fields("endedOn", "", "reason", " ", "noticeOn", "завтра"))).errors())
                .contains("последний день", "причину", "Такой даты нет");
        assertThat(Shown.in(send(end, fields("endedOn", "20.11.2026", "reason", "Отпуск", "noticeOn", "01.12.2098"))).error("noticeOn"))
                .contains("ещё не наступила");

        assertThat(send(end, fields("endedOn", "20.11.2026", "reason", "Отпуск", "withoutNotice", "true")))
                .hasRedirectedUrl("/workspace/mentorships/" + pair);
        Shown ended = Shown.in(get("/workspace/mentorships/" + pair));
        assertThat(ended.text()).contains("20.11.2026 – Отпуск");
        assertThat(ended.texts("dl.facts dd")).as("on the page").anyMatch(fact -> fact.contains("Предупреждать не требовалось"));
        assertThat(ended.texts(".history li").get(0)).as("in the history").contains("Предупреждение: не требовалось");
        assertThat(Shown.in(send(end, fields("endedOn", "19.11.2026", "reason", "Ещё", "withoutNotice", "true"))).errors()).contains("уже завершена");
    }

    @Test
    void aReplacedMentorLeavesThePageWithWhatToDoNext() {
        long pair = start("П-1");
        approvedProgramme(pair);
        long newMentor = base.mentor("Громов");
        String replace = "/workspace/mentorships/" + pair + "/replace";
        assertThat(Shown.in(get(replace)).value("plannedEnd")).isEqualTo("31.05.2027");
        assertThat(Shown.in(send(replace, fields("mentor", mentor, "order", order, "startsOn", "01.12.2026", "plannedEnd", "31.05.2027")))
                .error("mentor")).contains("нынешний наставник");
        assertThat(Shown.in(send(replace, fields("mentor", newMentor, "order", "-1", "startsOn", "01.12.2026", "plannedEnd", "31.05.2027")))
                .error("order")).contains("из списка");

        String next = send(replace, fields("mentor", newMentor, "order", order, "startsOn", "01.12.2026", "plannedEnd", "31.05.2027"))
                .getResponse().getRedirectedUrl();

        assertThat(Shown.in(get(next)).text()).contains("П-2", "Громов Анна Петровна", "продолжает «П-1»", "составьте и утвердите свою");
        Shown old = Shown.in(get("/workspace/mentorships/" + pair));
        assertThat(old.text()).contains("замена наставника", "Первые шаги")
                .containsAnyOf("Программы остались у завершённой пары", "Программы длятся дольше, чем пара");
        assertThat(old.attributes(".notice.warn a", "href")).contains(next);
        assertThat(old.texts(".history li b")).startsWith("Наставник заменён");
    }

    @Test
    void anEarlyEndIsTakenBackAndTheHistoryKeepsBoth() {
        long pair = start("П-1");
        String address = "/workspace/mentorships/" + pair;
        assertThat(Shown.in(send(address + "/go-on", fields("reason", "Ошибка"))).errors()).contains("отменять нечего");
        send(address + "/end", fields("endedOn", "20.11.2026", "reason", "Не та пара", "withoutNotice", "true"));
        assertThat(Shown.in(get(address)).attributes("main .actions a", "href")).contains(address + "/go-on").doesNotContain(address + "/end");
        assertThat(Shown.in(send(address + "/go-on", fields("reason", ""))).error("reason")).contains("Напишите причину");

        assertThat(send(address + "/go-on", fields("reason", "Завершили по ошибке"))).hasRedirectedUrl(address);

        Shown page = Shown.in(get(address));
        assertThat(page.texts(".history li b")).startsWith("Завершение отменено", "Досрочное завершение");
        assertThat(page.texts(".history li").get(0)).contains("Завершили по ошибке", "20.11.2026");
        assertThat(page.attributes("main .actions a", "href")).contains(address + "/end").doesNotContain(address + "/go-on");
        assertThat(base.row(pair, "ended_on, end_reason, notice_on, last_day")).isEqualTo("null null null 2027-05-31");
        assertThat(base.member(pair, mentee, "left_on, last_day")).isEqualTo("null 2027-05-31");
    }

    @Test
    void anEndIsNotTakenBackOverDaysThatTheTwoSpendTogetherElsewhere() {
        long pair = start("П-1");
        String address = "/workspace/mentorships/" + pair;
        send(address + "/end", fields("endedOn", "20.11.2026", "reason", "Отпуск", "withoutNotice", "true"));
        mentorships.start(base.school(), new Mentorships.NewMentorship("П-2", order, mentor, List.of(mentee), MentoringForm.TEACHER_TEACHER, null,
                java.util.Set.of(), LocalDate.of(2026, 12, 1), LocalDate.of(2027, 5, 31), null));
        assertThat(Shown.in(send(address + "/go-on", fields("reason", "Ошибка"))).errors()).contains("«П-2»", "уже вместе");
    }

    @Test
    void aWrongReplacementIsTakenBackByAnnullingTheNewOne() {
        long pair = start("П-1");
        String address = "/workspace/mentorships/" + pair;
        String next = send(address + "/replace", fields("mentor", base.mentor("Громов"), "order", order, "startsOn", "01.12.2026",
                "plannedEnd", "31.05.2027")).getResponse().getRedirectedUrl();
        assertThat(Shown.in(get(address)).attributes("main .actions a", "href")).doesNotContain(address + "/go-on");
        assertThat(Shown.in(send(address + "/go-on", fields("reason", "Ошибка"))).errors()).contains("сначала аннулируйте «П-2»");
        assertThat(Shown.in(get(next + "/annul")).text()).contains("Вернуть «П-1», наставник Ткаченко Анна Петровна");

        assertThat(send(next + "/annul", fields("reason", "Не тот наставник", "replacedGoesOn", "true"))).hasRedirectedUrl(next);

        assertThat(base.row(pair, "ended_on, last_day")).isEqualTo("null 2027-05-31");
        assertThat(Shown.in(get(address)).texts(".history li b")).containsExactly("Завершение отменено", "Наставник заменён", "Внесено");
        assertThat(Shown.in(get(next)).text()).contains("Аннулирована");
    }

    @Test
    void aReplacementAnnulledAloneLeavesAnOfferOnTheOldPage() {
        long pair = start("П-1");
        String address = "/workspace/mentorships/" + pair;
        String next = send(address + "/replace", fields("mentor", base.mentor("Громов"), "order", order, "startsOn", "01.12.2026",
                "plannedEnd", "31.05.2027")).getResponse().getRedirectedUrl();
        send(next + "/annul", fields("reason", "Не тот наставник"));
        assertThat(base.row(pair, "ended_on")).isEqualTo("2026-11-30");
        assertThat(Shown.in(get(address)).attributes(".notice.warn a", "href")).contains(address + "/go-on");
        assertThat(send("/workspace/mentorships/" + start("П-5", base.mentor("Седова")) + "/annul",
                fields("reason", "Ошибка", "replacedGoesOn", "true"))).as("nothing was replaced").hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aLeavingIsTakenBack() {
        long group = mentorships.start(base.school(), Base.together("Г-1", order, mentor, mentee, second));
        String address = "/workspace/mentorships/" + group;
        send(address + "/leave", fields("mentee", second, "leftOn", "01.03.2027", "reason", "Переезд"));
        assertThat(Shown.in(get(address)).attributes("tbody a", "href")).contains(address + "/stay?mentee=" + second);
        assertThat(Shown.in(send(address + "/stay", fields("mentee", mentee, "reason", "Ошибка"))).errors()).contains("не отмечен");

        assertThat(send(address + "/stay", fields("mentee", second, "reason", "Никуда не уехал"))).hasRedirectedUrl(address);

        assertThat(base.member(group, second, "left_on, leaving_reason")).isEqualTo("null null");
        assertThat(Shown.in(get(address)).texts(".history li b")).startsWith("Выход отменён", "Наставляемый вышел");
    }

    @Test
    void choicesLeaveOutWhoWouldBeRefused() {
        base.alsoMentee(mentor, "EXPERIENCED");
        long student = base.mentee("Ёлкин", "STUDENT");
        long other = base.mentor("Громов");
        String address = "/workspace/mentorships/" + start("П-1");
        assertThat(Shown.in(get(address + "/replace")).attributes("#mentor option", "value")).contains(String.valueOf(other))
                .doesNotContain(String.valueOf(mentor));
        assertThat(Shown.in(get(address + "/join")).attributes("#mentee option", "value")).contains(String.valueOf(second))
                .doesNotContain(String.valueOf(mentee), String.valueOf(mentor), String.valueOf(student));
    }

    @Test
    void theMainButtonLeadsToTheDraftAndSecondToAnotherProgramme() {
        long pair = start("П-1");
        String address = "/workspace/mentorships/" + pair;
        assertThat(Shown.in(get(address)).texts(".head .button:not(.second)")).containsExactly("Составить программу");
        long programme = approvedProgramme(pair);
        assertThat(Shown.in(get(address)).texts(".head .button.second")).contains("Составить ещё программу");
        jdbc.sql("update programme set status = 'DRAFT', approved_on = null, act_number = null where id = ?").param(programme).update();
        assertThat(Shown.in(get(address)).attributes(".head .button:not(.second)", "href")).containsExactly("/workspace/programmes/" + programme);
    }

    @Test
    void aMenteeLeavesAndAnotherJoins() {
        long pair = start("П-1");
        String address = "/workspace/mentorships/" + pair;
        assertThat(Shown.in(send(address + "/leave", fields("mentee", mentee, "leftOn", "01.03.2027", "reason", "Переезд"))).error("leftOn"))
                .contains("завершите пару");

        assertThat(send(address + "/join", fields("mentee", second, "order", order, "joinedOn", "01.10.2026"))).hasRedirectedUrl(address);
        Shown form = Shown.in(get(address + "/leave?mentee=" + second));
        assertThat(form.value("mentee")).isEqualTo(String.valueOf(second));
        assertThat(send(address + "/leave", fields("mentee", second, "leftOn", "01.03.2027", "reason", "Переезд"))).hasRedirectedUrl(address);

        Shown page = Shown.in(get(address));
        assertThat(page.text()).contains("01.10.2026 – 01.03.2027", "Выход из группы: Переезд");
        assertThat(page.texts(".history li b")).containsExactly("Наставляемый вышел", "Наставляемый включён", "Внесено");
        assertThat(page.texts(".history del")).contains("наставляемый с 01.10.2026, приказ № 14-а от 02.09.2026");
    }

    @Test
    void aGroupThatOneIsLeftInIsNamedAfterThatOneAndItsKindsAreAskedAbout() {
        long group = start("Г-1");
        String address = "/workspace/mentorships/" + group;
        send(address + "/join", fields("mentee", second, "order", order, "joinedOn", "01.10.2026", "kinds", "GROUP"));
        jdbc.sql("update mentorship set kinds = array['GROUP'] where id = ?").param(group).update();
        Instant november = LocalDate.of(2026, 11, 1).atStartOfDay(PortalClock.ZONE).toInstant();
        assertThat(clock.at(november, () -> Shown.in(get(address))).texts("h1").get(0)).startsWith("Группа ").contains(", ");
        jdbc.sql("update mentorship_mentee set left_on = '2026-10-20', leaving_reason = 'Переезд' where mentorship_id = ? and mentee_id = ?")
                .params(group, second).update();
        Shown page = clock.at(november, () -> Shown.in(get(address)));
        assertThat(page.texts("h1").get(0)).startsWith("Пара ").doesNotContain(", ");
        assertThat(page.attributes(".notice a", "href")).contains(address + "/edit#kinds");
    }

    @Test
    void aPairThatBecomesAGroupAsksForTheOrderAndTheKinds() {
        long pair = start("П-1");
        jdbc.sql("update mentorship set kinds = array['TRADITIONAL', 'VIRTUAL'] where id = ?").param(pair).update();
        long later = base.order("21-а", LocalDate.of(2026, 11, 20));
        String address = "/workspace/mentorships/" + pair;
        Shown form = Shown.in(get(address + "/join"));
        assertThat(form.text()).contains("Пара станет группой");
        assertThat(form.value("kinds").split(",")).containsExactlyInAnyOrder("GROUP", "VIRTUAL");
        assertThat(Shown.in(send(address + "/join", fields("mentee", second, "joinedOn", "20.11.2026", "kinds", "GROUP"))).error("order"))
                .contains("называет этого наставляемого");
        assertThat(Shown.in(send(address + "/join", fields("mentee", second, "order", later, "joinedOn", "19.11.2026", "kinds", "GROUP")))
                .error("joinedOn")).contains("раньше приказа", "20.11.2026");

        assertThat(send(address + "/join", fields("mentee", second, "order", later, "joinedOn", "20.11.2026", "kinds", "GROUP")))
                .hasRedirectedUrl(address);
        Shown page = Shown.in(get(address));
        assertThat(page.attributes("tbody a", "href")).contains("/workspace/orders/" + later);
        assertThat(page.texts(".history li").get(0)).contains("Виды:", "в группе");
        assertThat(Shown.in(get("/workspace/orders/" + later)).texts("tbody th a")).containsExactly("П-1");
    }

    @Test
    void forgedMenteesNeitherJoinNorLeave() {
        long pair = start("П-1");
        long foreign = new Base(town.school(), jdbc).mentee("Чужой");
        String address = "/workspace/mentorships/" + pair;
        assertThat(Shown.in(send(address + "/join", fields("mentee", foreign, "order", order, "joinedOn", "01.10.2026"))).error("mentee")).contains("из списка");
        assertThat(Shown.in(send(address + "/leave", fields("mentee", foreign, "leftOn", "01.10.2026", "reason", "Нет"))).error("mentee"))
                .contains("из списка");
    }

    @Test
    void whatIsAnnulledStaysWithItsReasonTakesItsProgrammesAlongAndOffersNothingMore() {
        long pair = start("П-1");
        long programme = approvedProgramme(pair);
        String address = "/workspace/mentorships/" + pair;
        assertThat(Shown.in(get(address + "/annul")).text()).contains("«Первые шаги»");
        assertThat(Shown.in(send(address + "/annul", fields("reason", ""))).error("reason")).contains("Напишите причину");
        assertThat(send(address + "/annul", fields("reason", "Не тот наставник"))).hasRedirectedUrl(address);

        Shown page = Shown.in(get(address));
        assertThat(page.text()).contains("Аннулирована", "Не тот наставник").doesNotContain("Завершить досрочно", "Исправить");
        assertThat(jdbc.sql("select status from programme where id = ?").param(programme).query(String.class).single()).isEqualTo("ANNULLED");
        assertThat(Shown.in(get("/workspace/mentorships?state=ANNULLED")).texts("tr.gone th a")).containsExactly("П-1");
        assertThat(Shown.in(get("/workspace/mentorships")).text()).contains("Таких пар и групп нет");
        assertThat(Shown.in(send(address + "/annul", fields("reason", "Ещё раз"))).errors()).contains("аннулирована");
        assertThat(Shown.in(send(address + "/join", fields("mentee", second, "order", order, "joinedOn", "01.10.2026"))).errors()).contains("аннулирована");
    }

    @Test
    void theListFindsByCodeMentorAndMenteeAndByState() {
        start("П-10");
        long ended = mentorships.start(base.school(), Base.together("П-2", order, base.mentor("Ёлкина"), mentee));
        mentorships.endEarly(base.school(), ended, new Mentorships.EarlyEnd(LocalDate.of(2026, 9, 10), "Отпуск", null));
        mentorships.start(base.school(), Base.together("П-1", order, base.mentor("Громов"), second));

        assertThat(codes("")).containsExactly("П-1", "П-10");
        assertThat(codes("?state=ENDED")).containsExactly("П-2");
        assertThat(codes("?state=ALL")).containsExactly("П-1", "П-2", "П-10");
        assertThat(codes("?state=ALL&q=елкина")).containsExactly("П-2");
        assertThat(codes("?state=ALL&q=ЛЕБЕДЕВА ткач")).containsExactly("П-10");
        assertThat(codes("?state=ALL&q=п-1")).containsExactly("П-1", "П-10");
        assertThat(codes("?state=ALL&q=%25_")).isEmpty();
        assertThat(codes("?state=ALL&sort=mentor")).containsExactly("П-1", "П-2", "П-10");
        assertThat(codes("?state=ALL&sort=-mentor")).containsExactly("П-10", "П-2", "П-1");
        assertThat(codes("?state=ALL&sort=state")).containsExactly("П-1", "П-10", "П-2");
        assertThat(codes("?state=ALL&sort=-code")).containsExactly("П-10", "П-2", "П-1");
        assertThat(codes("?state=ALL&form=HEAD_TEACHER")).isEmpty();
        assertThat(codes("?state=чушь&form=чушь&sort=чушь&page=-7")).containsExactly("П-1", "П-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/end", "/go-on", "/replace", "/leave", "/stay", "/join", "/annul"})
    void whatBelongsToAnotherOrganisationIsNotThere(String page) {
        Base other = new Base(town.school(), jdbc);
        long foreign = mentorships.start(other.school(), Base.together("П-1", other.order(), other.mentor("Чужая"), other.mentee("Чужой")));
        assertThat(get("/workspace/mentorships/" + foreign + page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/workspace/mentorships/1" + page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/workspace/mentorships/abc" + page)).hasStatus(HttpStatus.NOT_FOUND);
        if (!page.isEmpty()) {
            assertThat(send("/workspace/mentorships/" + foreign + page, fields("reason", "Чужое"))).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    private long start(String code) {
        return start(code, mentor);
    }

    private long start(String code, long withMentor) {
        return mentorships.start(base.school(), Base.together(code, order, withMentor, mentee));
    }

    private long approvedProgramme(long pair) {
        return jdbc.sql("""
                with next as (select nextval('portal_id') as id)
                insert into programme (organisation_id, id, mentorship_id, series_id, edition, status, title, starts_on, ends_on, approved_on, act_number)
                  select ?, id, ?, id, 1, 'APPROVED', 'Первые шаги', '2026-09-02', '2027-05-31', '2026-09-05', '15' from next returning id
                """).params(base.school().id(), pair).query(Long.class).single();
    }

    private Map<String, Object> group() {
        return fields("order", order, "mentor", mentor, "mentees", List.of(mentee, second), "form", "TEACHER_TEACHER",
                "model", "EXPERIENCED_YOUNG", "kinds", List.of("TRADITIONAL", "GROUP"), "startsOn", "02.09.2026", "plannedEnd", "31.05.2027",
                "partiesConsentOn", "", "code", "");
    }

    private Map<String, Object> correction(String version, String code, String startsOn) {
        return fields("version", version, "code", code, "order", order, "form", "TEACHER_TEACHER", "model", "", "startsOn", startsOn,
                "plannedEnd", "31.05.2027", "partiesConsentOn", "");
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return fields;
    }

    private static List<String> values(Object typed) {
        List<String> values = new ArrayList<>();
        (typed instanceof List<?> several ? several : List.of(typed)).forEach(value -> values.add(String.valueOf(value)));
        return values;
    }

    private List<String> codes(String query) {
        return Shown.in(get("/workspace/mentorships" + query)).texts("tbody th a");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(java.net.URI.create(address.replace(" ", "%20"))).with(curator).exchange();
    }

    private MvcTestResult send(String address, Map<String, Object> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(curator);
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            request = request.param(field.getKey(), values(field.getValue()).toArray(String[]::new));
        }
        return request.exchange();
    }

    private int count() {
        return jdbc.sql("select count(*) from mentorship where organisation_id = ?").param(base.school().id()).query(Integer.class).single();
    }
}
