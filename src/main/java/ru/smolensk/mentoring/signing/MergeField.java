package ru.smolensk.mentoring.signing;

/**
 * A place of a template that the portal fills.
 *
 * @param name as it stands in the template: {@code {{name}}}, in a row that repeats {@code [name]}
 * @param meaning what comes there, for who changes the template
 * @param blank what stands there when the portal does not know it: a line to be filled by hand, or nothing
 * @param wanted whether the curator is told that it is missing
 */
public record MergeField(String name, String meaning, String blank, boolean wanted) {

    private static final String LINE = "____________________";
    private static final String DAY = "«___» ____________ 20___ г.";

    /** What the paper needs: without it a line stays and the curator is told. */
    static MergeField words(String name, String meaning) {
        return new MergeField(name, meaning, LINE, true);
    }

    static MergeField number(String name, String meaning) {
        return new MergeField(name, meaning, "_______", true);
    }

    static MergeField day(String name, String meaning) {
        return new MergeField(name, meaning, DAY, true);
    }

    /** The day on which somebody signs: written by hand unless it is in the data already. */
    static MergeField dayOfSigning(String name, String meaning) {
        return new MergeField(name, meaning, DAY, false);
    }

    /** May well be absent: a line to be filled by hand. */
    static MergeField optional(String name, String meaning) {
        return new MergeField(name, meaning, LINE, false);
    }

    /** May well be absent: then nothing stands there. */
    static MergeField orNothing(String name, String meaning) {
        return new MergeField(name, meaning, "", false);
    }

    /** How it is typed in a template. */
    public String typed() {
        return "{{" + name + "}}";
    }

    /** How it is typed in a row that repeats. */
    public String inRow() {
        return "[" + name + "]";
    }
}
