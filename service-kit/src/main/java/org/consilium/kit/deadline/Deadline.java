package org.consilium.kit.deadline;

import java.time.Instant;
import java.util.UUID;

/**
 * An instant at which something is to happen to a case, computed once and kept as a row.
 *
 * @param kind which {@link DeadlineHandler} it is for
 * @param ref what it is about: an offer, a question, the case itself
 */
public record Deadline(UUID caseId, String kind, UUID ref, Instant dueAt) {}
