package org.consilium.kit.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list in a stable order.
 *
 * @param next where the following page begins, to be sent back as {@code after}; null on the last
 *     page
 */
public record Page<T>(List<T> items, String next) {

    /** What one request may ask for at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Cuts what was found to one page.
     *
     * @param found up to {@code size + 1} items: one more than the page tells that there is a next
     *     one
     * @param key the last shown item's place in the order, such as its UUIDv7
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, UUID> key) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        var shown = found.subList(0, size);
        return new Page<>(shown, cursor(key.apply(shown.getLast())));
    }

    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /** The id that the page follows; null for the first page. */
    public static UUID after(String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("after", "cursor", "is not the next of an earlier page");
        }
    }

    private static String cursor(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.toString().getBytes(StandardCharsets.UTF_8));
    }
}
