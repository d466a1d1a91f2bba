package ru.smolensk.mentoring.review;

import java.util.List;
import java.util.Optional;

/**
 * What is handed in: a table of rows, as the reviewer reads it and the difference compares it. It is kept as it was at that moment.
 *
 * @param title «Положение о системе наставничества № 7 от 01.09.2026»
 * @param columns the headings of the table: first that of the rows' names («№»), then those of the cells
 * @param items the rows, in their order
 * @param files the papers themselves, to be opened beside the table
 */
public record Handed(String title, List<String> columns, List<Item> items, List<Attached> files) {

    private static final int LONGEST_NAME = 100;

    public Handed(String title, List<String> columns, List<Item> items) {
        this(title, columns, items, List.of());
    }

    /**
     * A row.
     *
     * @param key up to 40 of {@code a–z A–Z 0–9 -}; the same row has the same key in every submission and in the next editions.
     *     {@code null}: the portal recognises the row by its words
     * @param heading whether the row is the heading of a section
     * @param name what people call the row: «2.3»; it may change while the row stays
     * @param cells one for each of the other columns; of a heading the first is its text
     */
    public record Item(String key, boolean heading, String name, List<String> cells) {

        /** The form of a key. */
        static final String KEY = "[A-Za-z0-9-]{1,40}";

        public Item {
            cells = cells.stream().map(cell -> cell == null ? "" : cell).toList();
            name = name == null ? "" : name;
        }

        Item keyed(String newKey) {
            return new Item(newKey, heading, name, cells);
        }

        /** «Абзац 13: Наставник назначается приказом…»: how a remark names the row. */
        String title(String column) {
            String words = cells.isEmpty() ? "" : cells.get(0).replaceAll("\\s+", " ").strip();
            String shortened = words.length() <= LONGEST_NAME ? words : words.substring(0, LONGEST_NAME - 1).strip() + "…";
            String shortName = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
            String called = shortName.matches("\\d.*") ? column + "\u00a0" + shortName : shortName;
            return called.isEmpty() || shortened.isEmpty() ? called + shortened : called + ": " + shortened;
        }
    }

    /**
     * A paper behind the table: a file of the organisation or a link.
     *
     * @param fileId the stored file, or {@code null} for a link
     * @param link an https address, or {@code null} for a file
     * @param title «положение.pdf, 312 КБ»
     */
    public record Attached(Long fileId, String link, String title) {
    }

    Optional<Item> item(String key) {
        return items.stream().filter(item -> key.equals(item.key())).findFirst();
    }
}
