package ru.smolensk.mentoring.cityregister;

import java.util.List;
import java.util.Map;

/**
 * A way to narrow a register: one of a few choices, each a condition in SQL.
 *
 * @param key its name in addresses
 * @param options the first one, without a name, is the usual
 */
record Narrowing(String key, String label, List<Option> options) {

    /** A choice; its name stands in addresses. */
    record Option(String name, String label, String condition) {
    }

    static Option option(String name, String label, String condition) {
        return new Option(name, label, condition);
    }

    static Narrowing of(String key, String label, Option... options) {
        return new Narrowing(key, label, List.of(options));
    }

    /** The choice of an address; whatever it doesn't know is the usual one. */
    Option chosen(Map<String, String> typed) {
        return options.stream().filter(one -> one.name().equals(typed.get(key))).findFirst().orElse(options.get(0));
    }
}
