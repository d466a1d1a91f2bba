package ru.smolensk.mentoring.roadmap;

/** Measures done of all («12 из 28»). */
public record Progress(int done, int all) {

    /** «12 из 28», or that there is nothing to do yet. */
    public String inWords() {
        return all == 0 ? "мероприятий нет" : done + " из " + all;
    }

    /** For the bar, 0 to 100; {@code null} where there are no measures. */
    public Integer percent() {
        return all == 0 ? null : done * 100 / all;
    }
}
