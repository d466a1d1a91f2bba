package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.duty.Campaigns;
import ru.smolensk.mentoring.duty.Duty;
import ru.smolensk.mentoring.notice.Notices;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.roadmap.MeasureState;
import ru.smolensk.mentoring.roadmap.MunicipalRoadmap;

/** What the methodological department does of its own: the municipal roadmap, due dates of what it reviews, its mail. */
@Component
@Profile("demo")
class CityDepartment {

    /** When the rows that are carried out were: about when they were due. */
    private static final Map<Integer, LocalDate> DONE = Map.ofEntries(done(1, 2021, 12, 30), done(2, 2021, 12, 30), done(3, 2021, 12, 30),
            done(4, 2021, 12, 30), done(5, 2022, 6, 20), done(6, 2022, 8, 30), done(7, 2022, 8, 31), done(8, 2022, 11, 24), done(11, 2022, 12, 21),
            done(15, 2022, 8, 29), done(16, 2022, 8, 30), done(17, 2022, 12, 8), done(18, 2022, 9, 15), done(20, 2022, 4, 27), done(21, 2022, 9, 29),
            done(22, 2022, 11, 25), done(23, 2022, 12, 16));
    /** Rows that go on as long as mentoring does. */
    private static final List<Integer> GOING_ON = List.of(9, 10, 12, 13, 14, 19, 24);

    /** So many days before them curators are told of a due date for the first and for the last time. */
    private static final int WITHIN_A_WEEK = 6;
    private static final int TOMORROW = 1;

    private final Campaigns campaigns;
    private final MunicipalRoadmap roadmap;
    private final Notices notices;
    private final CityRegister register;

    CityDepartment(Campaigns campaigns, MunicipalRoadmap roadmap, Notices notices, CityRegister register) {
        this.register = register;
        this.campaigns = campaigns;
        this.roadmap = roadmap;
        this.notices = notices;
    }

    void write(Chronicle chronicle, SignedIn methodologist, SignedIn colleague, Years years) {
        Dice dice = new Dice("the department");
        LocalDate opening = years.opening();
        chronicle.add(Years.workday(opening.plusDays(2)), methodologist, dice, this::carryOutThePlan);
        AcademicYear year = years.current();
        chronicle.add(Years.day(year, 9, 2), methodologist, dice, () -> setDueDates(year));
        register.write(chronicle, methodologist, years);
        dueSoon(chronicle, methodologist, dice, years.today());
        for (SignedIn reader : List.of(methodologist, colleague)) {
            chronicle.add(Years.workday(years.today().minusDays(4)), reader, dice, () -> notices.readAll(reader.accountId()));
        }
    }

    private static Map.Entry<Integer, LocalDate> done(int row, int year, int month, int day) {
        return Map.entry(row, LocalDate.of(year, month, day));
    }

    private void carryOutThePlan() {
        new TreeMap<>(DONE).forEach((row, day) -> mark(row, MeasureState.DONE, day));
        GOING_ON.forEach(row -> mark(row, MeasureState.IN_WORK, null));
    }

    private void mark(int row, MeasureState state, LocalDate day) {
        roadmap.mark(row, new MunicipalRoadmap.Mark(state, day, "Методический отдел", null, null, null));
    }

    /** Whoever opens the city today sees what is due within a week and what is due tomorrow. */
    private void dueSoon(Chronicle chronicle, SignedIn methodologist, Dice dice, LocalDate today) {
        LocalDate day = Years.workday(today.minusDays(12));
        AcademicYear year = AcademicYear.of(today);
        chronicle.add(day, methodologist, dice, () -> campaigns.setFor(List.of(Place.SCHOOL_33, "sh-12", "ds-2", "ds-23"), Duty.ASSOCIATION, year,
                within(year, today.plusDays(WITHIN_A_WEEK)), "Объединения наставников: к городскому совещанию"));
        chronicle.add(day, methodologist, dice, () -> campaigns.setFor(List.of(Place.EMPTY_SCHOOL, "ds-1", "ds-10", "ds-28"), Duty.LEGAL_ACTS, year,
                within(year, today.plusDays(TOMORROW)), "Локальные акты: к проверке сайтов"));
    }

    private static LocalDate within(AcademicYear year, LocalDate day) {
        return AcademicYear.of(day).equals(year) ? day : year.lastDay();
    }

    /** For what goes to and fro between the organisations and the department. */
    private void setDueDates(AcademicYear year) {
        campaigns.setFor((OrganisationKind) null, Duty.ROADMAP, year, LocalDate.of(year.start(), 9, 20), null);
        campaigns.setFor((OrganisationKind) null, Duty.ROADMAP_APPROVED, year, LocalDate.of(year.start(), 12, 1), null);
        campaigns.setFor((OrganisationKind) null, Duty.REGULATION, year, LocalDate.of(year.start(), 12, 10), null);
        campaigns.setFor((OrganisationKind) null, Duty.ORGANISATION_PROGRAMME, year, LocalDate.of(year.start(), 12, 15), null);
    }
}
