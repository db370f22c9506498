package org.consilium.intake.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a screening came to: {@code proceed} or the redirection's code. */
@Entity
@Table(name = "screening")
class ScreeningRow {

    @Id
    @Column(name = "screening_id")
    UUID screeningId;

    UUID person;
    String programme;

    @Column(name = "programme_version")
    int programmeVersion;

    String outcome;
    String country;

    @Column(name = "screened_at")
    Instant screenedAt;

    @Column(name = "case_id")
    UUID caseId;
}
