package ru.smolensk.mentoring.cityregister;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.paper.Workbook;
import ru.smolensk.mentoring.platform.Labelled;

/**
 * A column of a register; the page, its order, the choice of columns and the files that are taken away all come from it.
 *
 * @param key its name in addresses
 * @param meaning what stands in it and how it is counted
 * @param letters its width in a workbook
 * @param usual whether it is shown when nobody has chosen columns
 * @param sql over the rows of the register
 * @param order what it is sorted by
 */
record Column(String key, String heading, Workbook.Kind kind, int letters, String meaning, boolean usual, String sql, List<String> order) {

    private static final int NARROW = 13;

    static Column words(String key, String heading, int letters, String meaning, String sql) {
        return new Column(key, heading, Workbook.Kind.WORDS, letters, meaning, true, sql, List.of("(" + sql + ") collate russian"));
    }

    static Column number(String key, String heading, String meaning, String sql) {
        return new Column(key, heading, Workbook.Kind.NUMBER, NARROW, meaning, true, sql, List.of(sql));
    }

    static Column date(String key, String heading, String meaning, String sql) {
        return new Column(key, heading, Workbook.Kind.DATE, NARROW, meaning, true, sql, List.of(sql));
    }

    /** Yes or no. */
    static Column whether(String key, String heading, String meaning, String condition) {
        return words(key, heading, NARROW, meaning, "case when " + condition + " then 'да' else 'нет' end");
    }

    /** Constants by their Russian names. */
    static Column named(String key, String heading, int letters, String meaning, String sql, Labelled... names) {
        return words(key, heading, letters, meaning, Arrays.stream(names)
                .map(one -> " when '" + one.name() + "' then '" + one.label() + "'")
                .collect(Collectors.joining("", "case " + sql, " end")));
    }

    /** Whose row it is; {@code o} is the organisation in every register. */
    static Column organisation() {
        return words("organisation", "Организация", 30, "Организация, которая внесла эту запись", "o.short_name").sortedBy("o.short_name");
    }

    static Column organisationKind() {
        return named("organisation-kind", "Вид организации", 18, "Школа, детский сад или дополнительное образование", "o.kind",
                OrganisationKind.values()).onDemand();
    }

    /** Only for those who choose it. */
    Column onDemand() {
        return new Column(key, heading, kind, letters, meaning, false, sql, order);
    }

    Column sortedBy(String... expressions) {
        return new Column(key, heading, kind, letters, meaning, usual, sql, List.of(expressions));
    }

    /** Whether the greatest stands on top first. */
    boolean greatestFirst() {
        return kind != Workbook.Kind.WORDS;
    }

    public boolean number() {
        return kind == Workbook.Kind.NUMBER;
    }

    Workbook.Column printed() {
        return new Workbook.Column(heading, kind, letters, meaning);
    }
}
