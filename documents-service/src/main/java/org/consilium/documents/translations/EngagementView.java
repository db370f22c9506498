package org.consilium.documents.translations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.consilium.documents.translations.Engagements.Tracked;

/**
 * An engagement as people see it.
 *
 * @param state {@code engaged}, {@code over} (its time) or {@code ended}
 * @param endedAt left out unless it was ended
 * @param translation the newest that came of it and was accepted; left out until there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngagementView(
        UUID id,
        UUID caseId,
        UUID documentId,
        String state,
        UUID translator,
        String from,
        String to,
        Instant until,
        UUID engagedBy,
        Instant engagedAt,
        Instant endedAt,
        UUID translation) {

    static EngagementView of(Tracked tracked, Instant now) {
        var engagement = tracked.engagement();
        return new EngagementView(
                engagement.id(),
                engagement.caseId(),
                engagement.documentId(),
                engagement.state(now).name().toLowerCase(Locale.ROOT),
                engagement.translator(),
                engagement.from(),
                engagement.to(),
                engagement.until(),
                engagement.engagedBy(),
                engagement.engagedAt(),
                engagement.endedAt(),
                tracked.translation());
    }
}
