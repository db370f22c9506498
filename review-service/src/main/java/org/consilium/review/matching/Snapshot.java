package org.consilium.review.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Everything a matching was decided on, kept with its result so that anybody can decide it again.
 *
 * @param due the day the opinion is expected: from {@code day} to it somebody has to be at work
 * @param asked was asked before: declined, let the offer expire, or still has it
 */
public record Snapshot(
        UUID caseId,
        LocalDate day,
        LocalDate due,
        Requirements needed,
        Set<UUID> asked,
        List<Candidate> candidates) {}
