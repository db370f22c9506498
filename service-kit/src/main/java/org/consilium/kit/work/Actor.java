package org.consilium.kit.work;

import java.util.Optional;
import java.util.UUID;

/** Who acted: {@code person:<subject id>} or {@code service:<name>}. Written on every event. */
public record Actor(String value) {

    public static Actor person(UUID subject) {
        return new Actor("person:" + subject);
    }

    public static Actor service(String name) {
        return new Actor("service:" + name);
    }

    /** Empty when a service acted of itself, on a deadline or an event. */
    public Optional<UUID> person() {
        return value.startsWith("person:")
                ? Optional.of(UUID.fromString(value.substring("person:".length())))
                : Optional.empty();
    }
}
