package ru.smolensk.mentoring.programme;

/** Activities done of all («4 из 9»). */
record Progress(int done, int all) {

    /** «4 из 9», or that there is nothing to do yet. */
    public String inWords() {
        return all == 0 ? "мероприятий нет" : done + " из " + all;
    }

    /** For the bar, 0 to 100; {@code null} where there are no activities. */
    public Integer percent() {
        return all == 0 ? null : done * 100 / all;
    }
}
