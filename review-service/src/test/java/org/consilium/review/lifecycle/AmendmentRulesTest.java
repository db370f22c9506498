package org.consilium.review.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.ReviewLifecycle.decide;
import static org.consilium.review.lifecycle.SampleReviews.CASE;
import static org.consilium.review.lifecycle.SampleReviews.FOLLOW_UP;
import static org.consilium.review.lifecycle.SampleReviews.OPINION;
import static org.consilium.review.lifecycle.SampleReviews.PATIENT;
import static org.consilium.review.lifecycle.SampleReviews.REVIEWER;
import static org.consilium.review.lifecycle.SampleReviews.SOMEONE_ELSE;
import static org.consilium.review.lifecycle.SampleReviews.SOON;
import static org.consilium.review.lifecycle.SampleReviews.amending;
import static org.consilium.review.lifecycle.SampleReviews.closed;
import static org.consilium.review.lifecycle.SampleReviews.released;
import static org.consilium.review.lifecycle.SampleReviews.signed;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent;
import org.consilium.contracts.ReviewEvent.AmendmentBegun;
import org.consilium.contracts.ReviewEvent.AmendmentEnd;
import org.consilium.contracts.ReviewEvent.AmendmentEnded;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.QualityReviewRequested;
import org.consilium.review.lifecycle.Decision.Moved;
import org.consilium.review.lifecycle.Review.Amendment.Step;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.ReviewCommand.AskFollowUp;
import org.consilium.review.lifecycle.ReviewCommand.BeginAmendment;
import org.consilium.review.lifecycle.ReviewCommand.CloseReview;
import org.consilium.review.lifecycle.ReviewCommand.DraftOpinion;
import org.consilium.review.lifecycle.ReviewCommand.FlagCriticalFinding;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpAmendment;
import org.consilium.review.lifecycle.ReviewCommand.PassOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReleaseOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReturnOpinion;
import org.consilium.review.lifecycle.ReviewCommand.SignOpinion;
import org.junit.jupiter.api.Test;

class AmendmentRulesTest {

    private static final PassOpinion PASS = new PassOpinion(SOMEONE_ELSE, OPINION, "00");
    private static final ReturnOpinion RETURN =
            new ReturnOpinion(SOMEONE_ELSE, OPINION, Set.of("other"));
    private static final ReleaseOpinion RELEASE =
            new ReleaseOpinion(SOMEONE_ELSE, SOON.plus(Duration.ofDays(7)));

    @Test
    void is_begun_by_the_author_of_a_released_opinion_and_one_at_a_time() {
        assertThat(after(released(), new BeginAmendment(REVIEWER)).amendment().step())
                .isEqualTo(Step.WRITING);
        assertThat(decide(released(), new BeginAmendment(SOMEONE_ELSE)))
                .isEqualTo(refused(Refusal.NOT_THE_ASSIGNED_REVIEWER));
        assertThat(decide(signed(), new BeginAmendment(REVIEWER)))
                .isEqualTo(refused(Refusal.NOT_ALLOWED_IN_THIS_STATE));
        for (var step : Step.values()) {
            assertThat(decide(amending(step), new BeginAmendment(REVIEWER)))
                    .isEqualTo(refused(Refusal.AMENDMENT_UNDER_WAY));
        }
    }

    @Test
    void is_written_and_signed_by_the_author_only_while_it_is_begun() {
        for (var command : new ReviewCommand[] {draft(REVIEWER), sign(REVIEWER)}) {
            assertThat(decide(amending(Step.WRITING), command)).isInstanceOf(Moved.class);
            assertThat(decide(released(), command))
                    .isEqualTo(refused(Refusal.NO_AMENDMENT_BEING_WRITTEN));
            assertThat(decide(amending(Step.IN_QUALITY_REVIEW), command))
                    .isEqualTo(refused(Refusal.NO_AMENDMENT_BEING_WRITTEN));
        }
        for (var command : new ReviewCommand[] {draft(SOMEONE_ELSE), sign(SOMEONE_ELSE)}) {
            assertThat(decide(amending(Step.WRITING), command))
                    .isEqualTo(refused(Refusal.NOT_THE_ASSIGNED_REVIEWER));
        }
        assertThat(((Moved) decide(amending(Step.WRITING), sign(REVIEWER))).because())
                .containsExactly(new QualityReviewRequested(CASE, OPINION, 2, REVIEWER));
    }

    @Test
    void is_let_be_before_it_is_signed_and_not_later() {
        var written = amending(Step.WRITING);
        assertThat(after(written, letBe(REVIEWER)).amendment()).isNull();
        for (var step : new Step[] {Step.IN_QUALITY_REVIEW, Step.SIGNED}) {
            assertThat(decide(amending(step), letBe(REVIEWER)))
                    .isEqualTo(refused(Refusal.NO_AMENDMENT_BEING_WRITTEN));
        }
        assertThat(decide(written, letBe(SOMEONE_ELSE)))
                .isEqualTo(refused(Refusal.NOT_THE_ASSIGNED_REVIEWER));
    }

    @Test
    void is_let_be_by_a_clinical_lead_where_its_author_is_out_of_reach() {
        var written = amending(Step.WRITING);
        var byLead = new GiveUpAmendment(SOMEONE_ELSE, true);
        assertThat(told(written, byLead))
                .containsExactly(
                        new AmendmentEnded(CASE, 2, REVIEWER, SOMEONE_ELSE, AmendmentEnd.LET_BE));
        assertThat(decide(amending(Step.SIGNED), byLead))
                .isEqualTo(refused(Refusal.NO_AMENDMENT_BEING_WRITTEN));
    }

    /** Who counts begun and ended knows whether one is under way. */
    @Test
    void is_told_of_when_it_begins_and_when_it_comes_to_nothing() {
        assertThat(told(released(), new BeginAmendment(REVIEWER)))
                .containsExactly(new AmendmentBegun(CASE, 2, REVIEWER));
        assertThat(told(amending(Step.WRITING), letBe(REVIEWER)))
                .containsExactly(
                        new AmendmentEnded(CASE, 2, REVIEWER, REVIEWER, AmendmentEnd.LET_BE));
        var close = new CloseReview(SOON.minusSeconds(9));
        assertThat(told(amending(Step.WRITING), close))
                .containsExactly(
                        new AmendmentEnded(CASE, 2, REVIEWER, null, AmendmentEnd.CASE_CLOSED));
        for (var step : new Step[] {Step.IN_QUALITY_REVIEW, Step.SIGNED}) {
            assertThat(told(amending(step), close)).isEmpty();
        }
        var checked = after(amending(Step.IN_QUALITY_REVIEW), close);
        assertThat(told(checked, RETURN))
                .last()
                .isEqualTo(
                        new AmendmentEnded(
                                CASE,
                                2,
                                REVIEWER,
                                SOMEONE_ELSE,
                                AmendmentEnd.RETURNED_AFTER_CLOSE));
        assertThat(told(amending(Step.IN_QUALITY_REVIEW), RETURN)).hasSize(1);
    }

    @Test
    void is_checked_and_released_by_somebody_else() {
        var checked = amending(Step.IN_QUALITY_REVIEW);
        assertThat(decide(checked, new PassOpinion(REVIEWER, OPINION, "00")))
                .isEqualTo(refused(Refusal.AUTHOR_CANNOT_CHECK));
        assertThat(decide(checked, new ReturnOpinion(REVIEWER, OPINION, Set.of("other"))))
                .isEqualTo(refused(Refusal.AUTHOR_CANNOT_CHECK));
        assertThat(decide(checked, new PassOpinion(SOMEONE_ELSE, new UUID(9, 9), "00")))
                .isEqualTo(refused(Refusal.NOT_THE_OPINION_IN_REVIEW));
        assertThat(decide(amending(Step.SIGNED), new ReleaseOpinion(REVIEWER, SOON)))
                .isEqualTo(refused(Refusal.AUTHOR_CANNOT_RELEASE));
        assertThat(decide(checked, RELEASE)).isEqualTo(refused(Refusal.NOT_ALLOWED_IN_THIS_STATE));
        assertThat(after(checked, PASS).amendment().step()).isEqualTo(Step.SIGNED);
        assertThat(after(checked, RETURN).amendment()).isEqualTo(Review.Amendment.begun());
    }

    @Test
    void leaves_the_patient_with_the_version_before_until_it_is_released() {
        for (var step : Step.values()) {
            assertThat(amending(step).version()).isEqualTo(1);
        }
        var amended = (Moved) decide(amending(Step.SIGNED), RELEASE);
        var to = (Released) amended.to();
        assertThat(to.version()).isEqualTo(2);
        assertThat(to.opinionId()).isEqualTo(OPINION);
        assertThat(amended.because())
                .containsExactly(
                        new OpinionAmended(
                                CASE, OPINION, 2, 1, SOMEONE_ELSE, RELEASE.followUpUntil()));
    }

    @Test
    void lets_three_more_questions_be_asked_and_keeps_the_open_ones() {
        Review review = after(amending(Step.SIGNED), RELEASE);
        assertThat(((Released) review).openFollowUps()).containsExactly(FOLLOW_UP);
        for (int i = 0; i < 3; i++) {
            review = ((Moved) decide(review, asked(i))).to();
        }
        assertThat(decide(review, asked(4))).isEqualTo(refused(Refusal.FOLLOW_UPS_USED_UP));
    }

    @Test
    void ends_with_the_case_unless_its_author_has_signed_it() {
        assertThat(decide(closed(), new BeginAmendment(REVIEWER)))
                .isEqualTo(refused(Refusal.NOT_ALLOWED_IN_THIS_STATE));
        var close = new CloseReview(SOON.minusSeconds(9));
        assertThat(after(amending(Step.WRITING), close).amendment()).isNull();
        var checked = after(amending(Step.IN_QUALITY_REVIEW), close);
        assertThat(after(checked, RETURN).amendment()).isNull();
        var amended = (Moved) decide(after(checked, PASS), RELEASE);
        assertThat(amended.because())
                .containsExactly(new OpinionAmended(CASE, OPINION, 2, 1, SOMEONE_ELSE, null));
        assertThat(decide(amended.to(), asked(1)))
                .isEqualTo(refused(Refusal.FOLLOW_UP_WINDOW_CLOSED));
    }

    @Test
    void may_come_with_a_critical_finding() {
        var flag = new FlagCriticalFinding(REVIEWER, new UUID(9, 9), SOON);
        assertThat(decide(amending(Step.WRITING), flag)).isInstanceOf(Moved.class);
        assertThat(decide(released(), flag)).isEqualTo(refused(Refusal.NOT_ALLOWED_IN_THIS_STATE));
    }

    private static GiveUpAmendment letBe(UUID person) {
        return new GiveUpAmendment(person, false);
    }

    private static List<ReviewEvent> told(Review review, ReviewCommand command) {
        return ((Moved) decide(review, command)).because();
    }

    private static DraftOpinion draft(UUID reviewer) {
        return new DraftOpinion(reviewer);
    }

    private static SignOpinion sign(UUID reviewer) {
        return new SignOpinion(reviewer, OPINION);
    }

    private static AskFollowUp asked(int which) {
        return new AskFollowUp(new UUID(8, which), PATIENT, SOON.plusSeconds(1));
    }

    private static Released after(Review review, ReviewCommand command) {
        return (Released) ((Moved) decide(review, command)).to();
    }
}
