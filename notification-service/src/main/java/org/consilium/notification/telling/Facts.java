package org.consilium.notification.telling;

import java.time.Instant;

/**
 * The only things beside the case's reference that a message may mention.
 *
 * @param due until when; null when nothing is due
 * @param count how many; null when nothing is counted
 */
public record Facts(Instant due, Integer count) {

    public static final Facts NONE = new Facts(null, null);

    public static Facts due(Instant due) {
        return new Facts(due, null);
    }

    public static Facts count(int count) {
        return new Facts(null, count);
    }
}
