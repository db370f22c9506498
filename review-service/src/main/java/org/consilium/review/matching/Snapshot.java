package org.consilium.review.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Everything a matching was decided on, kept with its result so that anybody can decide it again.
 *
 * @param asked declined this case or let its offer expire
 */
public record Snapshot(
        UUID caseId,
        LocalDate day,
        Requirements needed,
        Set<UUID> asked,
        List<Candidate> candidates) {}
