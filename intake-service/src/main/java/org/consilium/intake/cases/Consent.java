package org.consilium.intake.cases;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.Relation;

/**
 * The patient agreed that somebody acts for them.
 *
 * @param person who may act
 * @param relation in which they act: representative or referrer
 * @param text id of the wording, {@code textVersion} and {@code language} as it was read
 * @param purpose what for, as the wording says for the case's service
 * @param given how the patient gave it
 * @param until its end; null when it has none
 * @param revokedAt null while it stands
 */
public record Consent(
        UUID id,
        UUID person,
        Relation relation,
        UUID recordedBy,
        String text,
        int textVersion,
        String language,
        String purpose,
        Given given,
        Set<String> scopes,
        Instant recordedAt,
        Instant until,
        Instant revokedAt) {

    /** How the patient said yes. */
    public enum Given {
        IN_PERSON,
        BY_TELEPHONE,
        BY_VIDEO_CALL,
        IN_WRITING,
        BY_MESSAGE
    }

    public Consent {
        scopes = Set.copyOf(scopes);
    }

    /** Taken back or run out. */
    boolean isOver() {
        return revokedAt != null;
    }

    public boolean standsAt(Instant now) {
        return revokedAt == null && (until == null || until.isAfter(now));
    }

    Consent revoked(Instant now) {
        return with(purpose, now);
    }

    Consent given(String forPurpose) {
        return with(forPurpose, revokedAt);
    }

    private Consent with(String nextPurpose, Instant nextRevokedAt) {
        return new Consent(
                id,
                person,
                relation,
                recordedBy,
                text,
                textVersion,
                language,
                nextPurpose,
                given,
                scopes,
                recordedAt,
                until,
                nextRevokedAt);
    }
}
