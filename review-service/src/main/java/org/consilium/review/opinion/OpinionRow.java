package org.consilium.review.opinion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "opinion")
class OpinionRow {

    @Id UUID id;

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

    @Column(name = "letter_key")
    String letterKey;

    @Column(name = "letter_sha256")
    String letterSha256;
}
