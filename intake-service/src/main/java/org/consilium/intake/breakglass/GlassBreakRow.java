package org.consilium.intake.breakglass;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.consilium.intake.breakglass.GlassBreak.About;
import org.consilium.intake.breakglass.GlassBreak.Outcome;
import org.consilium.intake.breakglass.GlassBreak.Reason;
import org.consilium.intake.breakglass.GlassBreak.Review;
import org.consilium.intake.breakglass.GlassBreak.Reviewed;
import org.consilium.intake.breakglass.GlassBreak.ToReview;

/** A break as a row. */
@Entity
@Table(name = "glass_break")
class GlassBreakRow {

    @Id
    @Column(name = "break_id")
    UUID breakId;

    @Column(name = "case_id")
    UUID caseId;

    UUID person;
    String reason;
    String words;

    @Column(name = "broken_at")
    Instant brokenAt;

    Instant until;

    @Column(name = "review_due")
    Instant reviewDue;

    @Column(name = "reviewed_by")
    UUID reviewedBy;

    @Column(name = "reviewed_at")
    Instant reviewedAt;

    String outcome;
    String note;

    static GlassBreakRow of(About about) {
        var row = new GlassBreakRow();
        row.breakId = about.breakId();
        row.caseId = about.caseId();
        row.person = about.person();
        row.reason = about.reason().name();
        row.words = about.words();
        row.brokenAt = about.brokenAt();
        row.until = about.until();
        row.reviewDue = about.reviewDue();
        return row;
    }

    void take(Review review) {
        reviewedBy = review.by();
        reviewedAt = review.at();
        outcome = review.outcome().name();
        note = review.note();
    }

    GlassBreak toGlassBreak() {
        var about =
                new About(
                        breakId,
                        caseId,
                        person,
                        Reason.valueOf(reason),
                        words,
                        brokenAt,
                        until,
                        reviewDue);
        return reviewedAt == null
                ? new ToReview(about)
                : new Reviewed(
                        about, new Review(reviewedBy, reviewedAt, Outcome.valueOf(outcome), note));
    }
}
