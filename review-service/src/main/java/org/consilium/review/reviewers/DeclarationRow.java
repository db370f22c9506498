package org.consilium.review.reviewers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "declaration")
class DeclarationRow {

    @Id UUID person;
    int version;
    String content;

    @Column(name = "declared_at")
    Instant declaredAt;
}
