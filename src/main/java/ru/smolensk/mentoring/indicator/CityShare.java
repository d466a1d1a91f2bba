package ru.smolensk.mentoring.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A share of many organisations: the sum of numerators of the sum of denominators, never a mean of percentages (DOMAIN 5).
 * Only organisations that have the figure are summed. ◆ One with a contradiction in its data is left out and counted apart:
 * a wrong number would pass unnoticed inside a sum.
 *
 * @param share the share; with the reason if no organisation has it
 * @param have organisations summed
 * @param organisations organisations in all
 * @param contradicting organisations left out for a contradiction
 */
public record CityShare(Share share, int have, int organisations, int contradicting) {

    static CityShare of(List<Share> shares) {
        List<Share> given = shares.stream().filter(Share::isGiven).toList();
        return new CityShare(
                given.isEmpty() ? Share.none(whyNone(shares)) : new Share(
                        given.stream().mapToLong(Share::numerator).sum(),
                        given.stream().mapToLong(Share::denominator).sum(), null,
                        given.stream().map(Share::invited).filter(Objects::nonNull).reduce(Long::sum).orElse(null)),
                given.size(), shares.size(), (int) shares.stream().filter(Share::contradicts).count());
    }

    /** That nobody is young is known only if every organisation says so. */
    private static Share.Reason whyNone(List<Share> shares) {
        return shares.stream().map(Share::reason).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .orElse(Share.Reason.NO_STAFF_COUNT);
    }

    /** «по данным 120 из 138», and how many are left out for an error. */
    public String coverage() {
        return "по данным " + have + " из " + organisations
                + (contradicting == 0 ? "" : ", с ошибкой в данных и не учтены: " + contradicting);
    }
}
