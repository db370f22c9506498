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

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** What one request may ask for at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Cuts what was found to one page.
     *
     * @param found the items of up to {@code size + 1} places: one more than the page tells that
     *     there is a next one
     * @param key an item's place in the order, such as its UUIDv7; items of one place stay together
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, UUID> key) {
        var places = found.stream().map(key).distinct().limit(size + 1L).toList();
        if (places.size() <= size) {
            return new Page<>(found, null);
        }
        var next = places.getLast();
        return new Page<>(
                found.stream().takeWhile(item -> !key.apply(item).equals(next)).toList(),
                cursor(places.get(size - 1)));
    }

    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /** What the ids of the page are greater than, where the oldest stand first. */
    public static UUID after(String cursor) {
        return cursor == null ? BEFORE_ALL : read(cursor);
    }

    /** What the ids of the page are less than, where the newest stand first. */
    public static UUID before(String cursor) {
        return cursor == null ? AFTER_ALL : read(cursor);
    }

    private static UUID read(String cursor) {
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
