package ru.smolensk.mentoring.platform;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One page of a list. Its addresses keep the filter of the request.
 *
 * @param page from 1
 * @param total how many rows there are on all pages
 */
public record Paged<T>(List<T> rows, int page, int size, long total) {

    /** How many rows a page of a list holds. */
    public static final int SIZE = 50;

    /** The asked page of a list that is in memory already; a page beyond the last is the last. */
    public static <T> Paged<T> of(List<T> all, String typedPage) {
        int page = Math.min(number(typedPage), Math.max(1, (all.size() + SIZE - 1) / SIZE));
        return new Paged<>(all.subList((page - 1) * SIZE, Math.min(all.size(), page * SIZE)), page, SIZE, all.size());
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** The numbers to show: two around the current one. */
    public List<Integer> shown() {
        return IntStream.rangeClosed(Math.max(1, page - 2), Math.min(pages(), page + 2)).boxed().toList();
    }

    /** The address of another page of the same list. */
    public String address(int number) {
        return SameList.address("page", String.valueOf(number), Set.of());
    }

    /** A page number from an address: anything senseless is the first page. */
    public static int number(String typed) {
        try {
            Integer number = Typed.number(typed);
            return number == null || number < 1 ? 1 : Math.min(number, 100_000);
        } catch (IllegalArgumentException notOne) {
            return 1;
        }
    }
}
