package ru.smolensk.mentoring.signing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a paper says, before any template: the data of its fields and rows.
 *
 * @param thing what it belongs to, as people call it
 * @param page the page of that thing in the workspace
 * @param fileName without its ending
 * @param fields by name; {@code null} where the portal knows nothing
 * @param rows by the name of the row
 * @param gone whether the thing is annulled
 */
public record DrawnUp(PaperKind kind, long id, String thing, String page, String fileName, Map<String, String> fields,
                      Map<String, List<Map<String, String>>> rows, boolean gone) {

    /** What a field shows: its value, or the line to be filled by hand. */
    String shown(MergeField field) {
        return isKnown(field) ? fields.get(field.name()) : field.blank();
    }

    private boolean isKnown(MergeField field) {
        String value = fields.get(field.name());
        return value != null && !value.isBlank();
    }

    /** What the curator should enter first, in words: the fields that are wanted and the rows of which there is none. */
    public List<String> missing() {
        Stream<String> fieldsMissing = kind.fields().stream().filter(field -> field.wanted() && !isKnown(field)).map(MergeField::name);
        Stream<String> rowsMissing = kind.rows().stream().map(RepeatedRow::name)
                .filter(name -> rows.getOrDefault(name, List.of()).isEmpty());
        return Stream.concat(fieldsMissing, rowsMissing).toList();
    }

    /** A paper of nobody: every field shows its own name. */
    static DrawnUp sample(PaperKind kind) {
        Map<String, String> fields = new LinkedHashMap<>();
        kind.fields().forEach(field -> fields.put(field.name(), "‹" + field.name() + "›"));
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        kind.rows().forEach(row -> {
            Map<String, String> one = new LinkedHashMap<>();
            row.fields().forEach(field -> one.put(field.name(), "‹" + field.name() + "›"));
            rows.put(row.name(), List.of(one, one));
        });
        return new DrawnUp(kind, 0, "Образец", null, "Образец – " + kind.label(), fields, rows, false);
    }

    /** Collects fields in the order of a kind's page. */
    static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return fields;
    }
}
