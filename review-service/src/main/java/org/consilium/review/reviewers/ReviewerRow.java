package org.consilium.review.reviewers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "reviewer")
class ReviewerRow {

    @Id UUID person;
    int version;
    boolean active;
    UUID organisation;
    int capacity;

    /** Changed by conditional updates only, never by writing back what was read. */
    @Column(name = "open_reviews", insertable = false, updatable = false)
    int openReviews;

    String entry;
}
