package ru.smolensk.mentoring.signing;

import java.util.List;

/**
 * A row of a table that the portal repeats for each thing of a list. In the template {@code {{name}}} stands somewhere in the row, and the
 * fields of the thing in square brackets.
 */
public record RepeatedRow(String name, String meaning, List<MergeField> fields) {

    public String typed() {
        return "{{" + name + "}}";
    }
}
