package org.consilium.review.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.lifecycle.Decision.moved;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.ReviewLifecycle.decide;
import static org.consilium.review.lifecycle.SampleReviews.*;

import java.util.Set;
import org.consilium.contracts.ReviewEvent.AssignmentConfirmed;
import org.consilium.contracts.ReviewEvent.AssignmentQuestioned;
import org.consilium.contracts.ReviewEvent.FirstTeamUnknown;
import org.consilium.review.lifecycle.ReviewCommand.ConfirmAssignment;
import org.consilium.review.lifecycle.ReviewCommand.QuestionAssignment;
import org.consilium.review.lifecycle.ReviewCommand.ReportFirstTeamUnknown;
import org.junit.jupiter.api.Test;

/** Triage that is set right in the moment in which somebody accepts. */
class CorrectionRulesTest {

    private static final QuestionAssignment QUESTION =
            new QuestionAssignment(Set.of("independence-organisation"));

    @Test
    void questions_whoever_has_accepted_and_they_go_on_meanwhile() {
        assertThat(decide(underReview(), QUESTION))
                .isEqualTo(
                        moved(
                                underReview(),
                                new AssignmentQuestioned(CASE, REVIEWER, QUESTION.rules())));
        assertThat(decide(signed(), QUESTION))
                .isEqualTo(
                        moved(
                                signed(),
                                new AssignmentQuestioned(CASE, REVIEWER, QUESTION.rules())));
    }

    @Test
    void questions_nobody_while_somebody_is_looked_for() {
        assertThat(decide(anOffer(), QUESTION))
                .isEqualTo(refused(Refusal.NOT_ALLOWED_IN_THIS_STATE));
    }

    @Test
    void is_settled_by_a_clinical_lead_who_does_not_review_the_case() {
        assertThat(decide(underReview(), new ConfirmAssignment(SOMEONE_ELSE)))
                .isEqualTo(
                        moved(
                                underReview(),
                                new AssignmentConfirmed(CASE, REVIEWER, SOMEONE_ELSE)));
        assertThat(decide(underReview(), new ConfirmAssignment(REVIEWER)))
                .isEqualTo(refused(Refusal.NOT_YOUR_OWN_REVIEW));
    }

    @Test
    void tells_of_a_first_team_that_stands_in_no_directory_also_when_somebody_is_asked() {
        assertThat(decide(anOffer(), new ReportFirstTeamUnknown()))
                .isEqualTo(moved(anOffer(), new FirstTeamUnknown(CASE)));
        assertThat(decide(underReview(), new ReportFirstTeamUnknown()))
                .isEqualTo(moved(underReview(), new FirstTeamUnknown(CASE)));
    }
}
