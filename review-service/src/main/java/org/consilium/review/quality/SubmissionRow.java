package org.consilium.review.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "submission")
class SubmissionRow {

    @Id
    @Column(name = "opinion_id")
    UUID opinionId;

    @Column(name = "case_id")
    UUID caseId;

    int version;
    UUID reviewer;

    @Column(name = "signer_name")
    String signerName;

    @Column(name = "licence_country")
    String licenceCountry;

    @Column(name = "licence_number")
    String licenceNumber;

    String content;

    @Column(name = "signed_at")
    Instant signedAt;

    String replaces;

    @Column(name = "letter_page")
    String letterPage;

    @Column(name = "letter_language")
    String letterLanguage;
}
