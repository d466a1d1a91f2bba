package ru.smolensk.mentoring.indicator;

import java.util.List;

/**
 * The figures of several organisations together. Counts are summed: an enterprise that is the partner of two organisations counts twice,
 * since each organisation keeps its own list.
 *
 * @param organisations organisations in all, those without any figure too
 */
public record CityFigures(
        int organisations,
        int pairs,
        int groups,
        int approvedProgrammes,
        CityShare youngSpecialists,
        CityShare mentors,
        int partnerOrganisations,
        CityShare menteeSatisfaction,
        CityShare mentorSatisfaction) {

    /** Sums the figures of organisations, those without any too. */
    public static CityFigures of(List<Indicators> all) {
        Sum sum = new Sum();
        all.forEach(sum::add);
        return sum.figures();
    }

    /** Pairs and groups together (F6). */
    public int mentorships() {
        return pairs + groups;
    }

    /** Sums one organisation after the other, however many there are: nothing of them is kept. */
    public static final class Sum {

        private int organisations;
        private int pairs;
        private int groups;
        private int approvedProgrammes;
        private int partnerOrganisations;
        private final CityShare.Sum youngSpecialists = new CityShare.Sum();
        private final CityShare.Sum mentors = new CityShare.Sum();
        private final CityShare.Sum menteeSatisfaction = new CityShare.Sum();
        private final CityShare.Sum mentorSatisfaction = new CityShare.Sum();

        /** Adds the figures of an organisation. */
        public void add(Indicators one) {
            organisations++;
            pairs += one.pairs();
            groups += one.groups();
            approvedProgrammes += one.approvedProgrammes();
            partnerOrganisations += one.partnerOrganisations();
            youngSpecialists.add(one.youngSpecialists());
            mentors.add(one.mentors());
            menteeSatisfaction.add(one.menteeSatisfaction());
            mentorSatisfaction.add(one.mentorSatisfaction());
        }

        /** What has been added so far. */
        public CityFigures figures() {
            return new CityFigures(organisations, pairs, groups, approvedProgrammes, youngSpecialists.share(), mentors.share(),
                    partnerOrganisations, menteeSatisfaction.share(), mentorSatisfaction.share());
        }
    }
}
