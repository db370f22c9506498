package org.consilium.notification.reminders;

import java.time.Instant;
import java.util.UUID;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.telling.Telling;

/** What is told at an instant, unless it is lifted before. */
record Planned(Key key, Instant at, Telling telling) {

    /**
     * One at a time: a later one takes the place of the one before.
     *
     * @param subject what it is about: a question, an offer, the case itself
     */
    record Key(UUID caseId, Kind kind, UUID subject) {}
}
