package org.consilium.notification.telling;

import java.time.Instant;
import java.util.UUID;

/** What is told of one case because of one event. */
public record Told(UUID caseId, UUID eventId, Instant happenedAt, Telling telling) {}
