package ru.smolensk.mentoring.indicator;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

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
        return new CityFigures(all.size(),
                sum(all, Indicators::pairs), sum(all, Indicators::groups), sum(all, Indicators::approvedProgrammes),
                share(all, Indicators::youngSpecialists), share(all, Indicators::mentors),
                sum(all, Indicators::partnerOrganisations),
                share(all, Indicators::menteeSatisfaction), share(all, Indicators::mentorSatisfaction));
    }

    /** Pairs and groups together (F6). */
    public int mentorships() {
        return pairs + groups;
    }

    private static int sum(List<Indicators> all, ToIntFunction<Indicators> figure) {
        return all.stream().mapToInt(figure).sum();
    }

    private static CityShare share(List<Indicators> all, Function<Indicators, Share> figure) {
        return CityShare.of(all.stream().map(figure).toList());
    }
}
