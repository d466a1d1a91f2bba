package ru.smolensk.mentoring.roadmap;

/**
 * Counts the numbers of a roadmap's rows from top to bottom: «1» is a heading, «1.1» a measure below it. A measure above all headings is
 * counted like one.
 */
public final class Numbers {

    private int first;
    private int second;
    private boolean belowHeading;

    /** The number of the next row. */
    public String next(LineKind kind) {
        if (kind == LineKind.HEADING || !belowHeading) {
            belowHeading = kind == LineKind.HEADING;
            second = 0;
            return String.valueOf(++first);
        }
        return first + "." + ++second;
    }
}
