package org.consilium.notification.telling;

import java.util.UUID;

/** What is told to whom, with what is mentioned. */
public record Telling(Kind kind, Audience audience, Facts facts) {

    /** The same to one of them. */
    public Telling to(UUID person) {
        return new Telling(kind, new Audience.Person(person), facts);
    }
}
