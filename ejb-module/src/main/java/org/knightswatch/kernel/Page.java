package org.knightswatch.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that is longer than anybody wants to read at once.
 *
 * @param items the rows of this page, in order
 * @param page number of the page, from 0
 * @param size how many rows a full page has
 * @param total how many rows there are in all
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> of(List<T> items, PageRequest asked, long total) {
        return new Page<>(items, asked.page(), asked.size(), total);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), page, size, total);
    }
}
