package ru.smolensk.mentoring.indicator;

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

    /** «по данным 120 из 138», and how many are left out for an error. */
    public String coverage() {
        return "по данным " + have + " из " + organisations
                + (contradicting == 0 ? "" : ", с ошибкой в данных и не учтены: " + contradicting);
    }

    /** Adds one share after the other. */
    static final class Sum {

        private int organisations;
        private int have;
        private int contradicting;
        private long numerator;
        private long denominator;
        /** Of those summed; {@code null} while nobody was asked. */
        private Long invited;
        /** That nobody is young is known only if every organisation says so. */
        private Share.Reason whyNone;

        void add(Share share) {
            organisations++;
            if (share.isGiven()) {
                have++;
                numerator += share.numerator();
                denominator += share.denominator();
                if (share.invited() != null) {
                    invited = (invited == null ? 0 : invited) + share.invited();
                }
            } else if (share.contradicts()) {
                contradicting++;
            } else if (whyNone == null || share.reason().compareTo(whyNone) > 0) {
                whyNone = share.reason();
            }
        }

        CityShare share() {
            Share all = have > 0 ? new Share(numerator, denominator, null, invited, null)
                    : Share.none(whyNone == null ? Share.Reason.NO_STAFF_COUNT : whyNone);
            return new CityShare(all, have, organisations, contradicting);
        }
    }
}
