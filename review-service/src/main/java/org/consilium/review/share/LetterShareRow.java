package org.consilium.review.share;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "letter_share")
class LetterShareRow {

    /**
     * Of passcodes, since the link was last opened. The table's own check is the outer bound, for
     * statements that do not ask: whoever allows more tries widens that first.
     */
    static final int MAX_TRIES = 5;

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "passcode_hash")
    String passcodeHash;

    @Column(name = "made_by")
    UUID madeBy;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    int tries;
    int opened;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    boolean isLocked() {
        return tries >= MAX_TRIES;
    }
}
