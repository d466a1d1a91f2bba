package ru.smolensk.mentoring.section;

import java.time.LocalDate;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.indicator.Period;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.monitoring.FrozenFigures;
import ru.smolensk.mentoring.platform.AcademicYear;

/** The figures of the form as an edition keeps them (F6, F8–F13). */
public record PublishedFigures(int pairs, int groups, int approvedProgrammes, Share youngSpecialists, Share mentors,
                               int partnerOrganisations, Share menteeSatisfaction, Share mentorSatisfaction, LocalDate countedOn,
                               boolean staffCountIsOld) {

    /** What an organisation that has published nothing adds to the city. */
    static final PublishedFigures NOTHING = new PublishedFigures(0, 0, 0, Share.none(Share.Reason.NO_STAFF_COUNT),
            Share.none(Share.Reason.NO_STAFF_COUNT), 0, Share.none(Share.Reason.NO_RESPONSES), Share.none(Share.Reason.NO_RESPONSES), null, false);

    static PublishedFigures of(Indicators counted) {
        return new PublishedFigures(counted.pairs(), counted.groups(), counted.approvedProgrammes(), counted.youngSpecialists(),
                counted.mentors(), counted.partnerOrganisations(), counted.menteeSatisfaction(), counted.mentorSatisfaction(),
                counted.countedOn(), counted.staffCountIsOld());
    }

    /** The figures that a report of internal monitoring was handed in with. */
    static PublishedFigures of(FrozenFigures reported) {
        return new PublishedFigures(reported.pairs(), reported.groups(), reported.approvedProgrammes(), reported.youngSpecialists(),
                reported.mentors(), reported.partnerOrganisations(), reported.menteeSatisfaction(), reported.mentorSatisfaction(),
                reported.countedOn(), reported.staffCountIsOld());
    }

    /** The same where years are compared: no satisfaction in a year that did not ask. */
    PublishedFigures in(AcademicYear year) {
        return new PublishedFigures(pairs, groups, approvedProgrammes, youngSpecialists, mentors, partnerOrganisations,
                menteeSatisfaction.in(year), mentorSatisfaction.in(year), countedOn, staffCountIsOld);
    }

    /** The same figures as they were counted, for summing them over the city. */
    Indicators asCounted(long organisationId, LocalDate date) {
        return new Indicators(organisationId, Period.on(date), pairs, groups, approvedProgrammes, youngSpecialists, mentors,
                partnerOrganisations, menteeSatisfaction, mentorSatisfaction, countedOn);
    }

    /** Pairs and groups together. */
    public int mentorships() {
        return pairs + groups;
    }
}
