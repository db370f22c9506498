package org.consilium.review.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "addendum")
class AddendumRow {

    @Id UUID id;

    @Column(name = "follow_up_id")
    UUID followUpId;

    @Column(name = "opinion_id")
    UUID opinionId;

    UUID reviewer;
    String text;

    @Column(name = "signed_at")
    Instant signedAt;
}
