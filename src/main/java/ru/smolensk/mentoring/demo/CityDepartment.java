package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.List;
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

    /** ◆ How many rows of the municipal roadmap are carried out, and how many are on their way. */
    private static final int DONE_MEASURES = 17;
    private static final int BEGUN_MEASURES = 24;

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
        for (SignedIn reader : List.of(methodologist, colleague)) {
            chronicle.add(Years.workday(years.today().minusDays(4)), reader, dice, () -> notices.readAll(reader.accountId()));
        }
    }

    private void carryOutThePlan() {
        for (int row = 1; row <= BEGUN_MEASURES; row++) {
            boolean done = row <= DONE_MEASURES;
            roadmap.mark(row, new MunicipalRoadmap.Mark(done ? MeasureState.DONE : MeasureState.IN_WORK,
                    done ? LocalDate.of(2022, 9, 1).plusDays(11L * row) : null, "Методический отдел", null, null, null));
        }
    }

    /** For what goes to and fro between the organisations and the department. */
    private void setDueDates(AcademicYear year) {
        campaigns.setFor((OrganisationKind) null, Duty.ROADMAP, year, LocalDate.of(year.start(), 9, 20), null);
        campaigns.setFor((OrganisationKind) null, Duty.ROADMAP_APPROVED, year, LocalDate.of(year.start(), 12, 1), null);
        campaigns.setFor((OrganisationKind) null, Duty.REGULATION, year, LocalDate.of(year.start(), 12, 10), null);
        campaigns.setFor((OrganisationKind) null, Duty.ORGANISATION_PROGRAMME, year, LocalDate.of(year.start(), 12, 15), null);
    }
}
