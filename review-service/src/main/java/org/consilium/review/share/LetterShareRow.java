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
}
