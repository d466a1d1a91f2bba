package ru.smolensk.mentoring.monitoring;

import java.time.LocalDate;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.indicator.Period;
import ru.smolensk.mentoring.indicator.Share;

/**
 * The figures of the section as a report holds them: frozen when it is handed in.
 *
 * @param date the day they were counted for
 * @param countedOn the date of the staff count used; {@code null} if there was none
 */
public record FrozenFigures(LocalDate date, int pairs, int groups, int approvedProgrammes, Share youngSpecialists, Share mentors,
                            int partnerOrganisations, Share menteeSatisfaction, Share mentorSatisfaction, LocalDate countedOn) {

    /** A report of years ago may hold less than the newer ones: a share that it lacks is none. */
    public FrozenFigures {
        youngSpecialists = orNone(youngSpecialists, Share.Reason.NO_STAFF_COUNT);
        mentors = orNone(mentors, Share.Reason.NO_STAFF_COUNT);
        menteeSatisfaction = orNone(menteeSatisfaction, Share.Reason.NO_RESPONSES);
        mentorSatisfaction = orNone(mentorSatisfaction, Share.Reason.NO_RESPONSES);
    }

    private static Share orNone(Share share, Share.Reason reason) {
        return share == null ? Share.none(reason) : share;
    }

    static FrozenFigures of(Indicators counted) {
        return new FrozenFigures(counted.period().until(), counted.pairs(), counted.groups(), counted.approvedProgrammes(),
                counted.youngSpecialists(), counted.mentors(), counted.partnerOrganisations(), counted.menteeSatisfaction(),
                counted.mentorSatisfaction(), counted.countedOn());
    }

    /** The same figures as they were counted, for summing them over the city. */
    public Indicators asCounted(long organisationId) {
        return new Indicators(organisationId, Period.on(date), pairs, groups, approvedProgrammes, youngSpecialists, mentors,
                partnerOrganisations, menteeSatisfaction, mentorSatisfaction, countedOn);
    }

    /** Pairs and groups together. */
    public int mentorships() {
        return pairs + groups;
    }

    /** Whether the staff count used was more than twelve months old. */
    public boolean staffCountIsOld() {
        return asCounted(0).staffCountIsOld();
    }

    /** Whether some share has more people than there are. */
    public boolean contradicts() {
        return asCounted(0).contradicts();
    }
}
