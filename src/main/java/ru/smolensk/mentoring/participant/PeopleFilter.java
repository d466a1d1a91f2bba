package ru.smolensk.mentoring.participant;

import java.util.Arrays;
import java.util.regex.Pattern;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.platform.Sorting;

/** What a list of people is narrowed by, as it stands in the address; what makes no sense narrows nothing. */
record PeopleFilter(String q, String workplace, String category, String state, String sort, String page) {

    /** «без действующей пары». */
    static final String FREE = "free";
    /** «выбывшие»; otherwise they are not shown. */
    static final String LEFT = "left";

    private static final int WORDS = 5;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Every word of the search must be found, in any order. */
    String[] patterns() {
        return q == null ? new String[0]
                : SPACES.splitAsStream(q).limit(WORDS)
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%").toArray(String[]::new);
    }

    Workplace chosenWorkplace() {
        return chosen(Workplace.values(), workplace);
    }

    MenteeCategory chosenCategory() {
        return chosen(MenteeCategory.values(), category);
    }

    boolean left() {
        return LEFT.equals(state);
    }

    boolean free() {
        return FREE.equals(state);
    }

    public Sorting sorting() {
        return PeopleLists.COLUMNS.asked(sort);
    }

    /** Whether the list shows all who are in the base. */
    public boolean everybody() {
        return q == null && chosenWorkplace() == null && chosenCategory() == null && !left() && !free();
    }

    /** What of it the journal should know. */
    Facts facts() {
        return new Facts().add("Слова поиска", q).add("Место работы", chosenWorkplace()).add("Категория", chosenCategory())
                .add("Показать", left() ? "выбывших" : free() ? "свободных" : null);
    }

    private static <T extends Enum<T>> T chosen(T[] values, String name) {
        return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }
}
