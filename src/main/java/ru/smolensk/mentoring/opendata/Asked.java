package ru.smolensk.mentoring.opendata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.organisation.OrganisationKind;

/**
 * What an address asks for. A program that asks nonsense is told so at once: nothing is guessed for it, as pages do for people.
 *
 * @param page from 1
 */
record Asked(int page, int size) {

    /** ◆ A page of open data: all kindergartens fit into one. */
    static final int USUAL = 100;
    static final int MOST = 500;

    private static final int LAST_PAGE = 100_000;
    private static final int FIRST_YEAR = 1930;
    private static final int LAST_YEAR = 2099;

    /** A parameter of the address is wrong; the message says what it may be. */
    static class Wrong extends RuntimeException {

        Wrong(String message) {
            super(message, null, false, false);
        }
    }

    static Asked of(String page, String size) {
        return new Asked(number("page", page, 1, LAST_PAGE), number("size", size, USUAL, MOST));
    }

    int from() {
        return (page - 1) * size;
    }

    long pages(long total) {
        return Math.max(1, (total + size - 1) / size);
    }

    /** @return the day, or {@code null} where none is asked for */
    static LocalDate day(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException none) {
            // Said below.
        }
        throw new Wrong("date: такого дня нет, или он слишком далеко от нас. Дата пишется ГГГГ-ММ-ДД, например 2026-10-12");
    }

    /** @return the kind, or {@code null} where all are asked for */
    static OrganisationKind kind(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Arrays.stream(OrganisationKind.values()).filter(one -> one.name().equals(typed.strip())).findFirst()
                .orElseThrow(() -> new Wrong("kind: такого вида организаций нет. Виды: "
                        + Arrays.stream(OrganisationKind.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static int number(String name, String typed, int usual, int most) {
        if (typed == null || typed.isBlank()) {
            return usual;
        }
        if (typed.strip().matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(typed.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw new Wrong(name + ": нужно целое число от 1 до " + most);
    }
}
