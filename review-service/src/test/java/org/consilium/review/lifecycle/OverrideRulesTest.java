package org.consilium.review.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.ReviewLifecycle.decide;
import static org.consilium.review.lifecycle.SampleReviews.CASE;
import static org.consilium.review.lifecycle.SampleReviews.LEAD;
import static org.consilium.review.lifecycle.SampleReviews.OFFER;
import static org.consilium.review.lifecycle.SampleReviews.OVERRIDE;
import static org.consilium.review.lifecycle.SampleReviews.REVIEWER;
import static org.consilium.review.lifecycle.SampleReviews.SOMEONE_ELSE;
import static org.consilium.review.lifecycle.SampleReviews.SOON;
import static org.consilium.review.lifecycle.SampleReviews.aProposal;
import static org.consilium.review.lifecycle.SampleReviews.anOffer;
import static org.consilium.review.lifecycle.SampleReviews.awaitingAssignment;
import static org.consilium.review.lifecycle.SampleReviews.oneOfEachState;
import static org.consilium.review.lifecycle.SampleReviews.withAProposal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.AssignmentOverridden;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideDeclined;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.review.lifecycle.Decision.Moved;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.Review.Offer;
import org.consilium.review.lifecycle.Review.Offered;
import org.consilium.review.lifecycle.Review.Proposal;
import org.consilium.review.lifecycle.ReviewCommand.AgreeToOverride;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOverride;
import org.consilium.review.lifecycle.ReviewCommand.ExpireOffer;
import org.consilium.review.lifecycle.ReviewCommand.KeepOffersOf;
import org.consilium.review.lifecycle.ReviewCommand.OfferReview;
import org.consilium.review.lifecycle.ReviewCommand.ProposeOverride;
import org.consilium.review.lifecycle.ReviewCommand.ReportNobodyFound;
import org.junit.jupiter.api.Test;

class OverrideRulesTest {

    private static final UUID ANOTHER = new UUID(9, 9);
    private static final AgreeToOverride AGREE =
            new AgreeToOverride(OVERRIDE, SOMEONE_ELSE, OFFER, SOON);

    @Test
    void nobody_is_asked_because_one_lead_proposed_them() {
        assertThat(after(awaitingAssignment(), new ProposeOverride(aProposal())))
                .isEqualTo(withAProposal());
    }

    @Test
    void is_proposed_only_while_nobody_is_asked_and_nobody_has_the_case() {
        for (var review : oneOfEachState()) {
            if (!(review instanceof AwaitingAssignment)) {
                for (var command :
                        List.of(new ProposeOverride(aProposal()), AGREE, decline(LEAD))) {
                    assertThat(decide(review, command))
                            .isEqualTo(refused(Refusal.NOT_ALLOWED_IN_THIS_STATE));
                }
            }
        }
    }

    @Test
    void waits_alone() {
        var second = new Proposal(ANOTHER, SOMEONE_ELSE, REVIEWER, Set.of("capacity"));
        assertThat(decide(withAProposal(), new ProposeOverride(second)))
                .isEqualTo(refused(Refusal.OVERRIDE_WAITS));
    }

    @Test
    void is_neither_proposed_nor_agreed_to_by_who_is_to_be_asked() {
        var oneself = new Proposal(OVERRIDE, REVIEWER, REVIEWER, Set.of("capacity"));
        assertThat(decide(awaitingAssignment(), new ProposeOverride(oneself)))
                .isEqualTo(refused(Refusal.NOT_FOR_YOURSELF));
        assertThat(decide(withAProposal(), agreement(OVERRIDE, REVIEWER)))
                .isEqualTo(refused(Refusal.NOT_FOR_YOURSELF));
    }

    @Test
    void has_effect_only_when_another_lead_agrees() {
        assertThat(decide(withAProposal(), agreement(OVERRIDE, LEAD)))
                .isEqualTo(refused(Refusal.SECOND_PAIR_OF_EYES));

        var agreed = (Moved) decide(withAProposal(), AGREE);

        assertThat(agreed.to())
                .isEqualTo(new Offered(CASE, Set.of(), List.of(new Offer(OFFER, REVIEWER, SOON))));
        assertThat(agreed.because())
                .containsExactly(
                        new ReviewOffered(CASE, OFFER, REVIEWER, SOON),
                        new AssignmentOverridden(
                                CASE,
                                OVERRIDE,
                                OFFER,
                                REVIEWER,
                                LEAD,
                                SOMEONE_ELSE,
                                Set.of("language")));
    }

    @Test
    void is_agreed_to_as_it_was_read_and_not_as_another() {
        for (var command :
                List.of(agreement(ANOTHER, SOMEONE_ELSE), new DeclineOverride(ANOTHER, LEAD))) {
            assertThat(decide(withAProposal(), command))
                    .isEqualTo(refused(Refusal.NO_SUCH_OVERRIDE_WAITING));
        }
        assertThat(decide(awaitingAssignment(), AGREE))
                .isEqualTo(refused(Refusal.NO_SUCH_OVERRIDE_WAITING));
    }

    @Test
    void is_declined_by_another_lead_or_taken_back() {
        for (var lead : List.of(SOMEONE_ELSE, LEAD)) {
            var declined = (Moved) decide(withAProposal(), decline(lead));
            assertThat(declined.to()).isEqualTo(awaitingAssignment());
            assertThat(declined.because())
                    .containsExactly(new AssignmentOverrideDeclined(CASE, OVERRIDE, LEAD, lead));
        }
    }

    @Test
    void lapses_when_somebody_is_asked_or_triage_was_set_right() {
        var offer = new OfferReview(List.of(new Offer(OFFER, SOMEONE_ELSE, SOON)));
        var expired = after(after(withAProposal(), offer), new ExpireOffer(OFFER));
        assertThat(((AwaitingAssignment) expired).proposed()).isNull();
        assertThat(after(withAProposal(), new KeepOffersOf(Set.of())))
                .isEqualTo(awaitingAssignment());
    }

    @Test
    void waits_on_when_matching_finds_nobody_again_and_nobody_is_told() {
        var again = (Moved) decide(withAProposal(), new ReportNobodyFound(3));
        assertThat(again.to()).isEqualTo(withAProposal());
        assertThat(again.because()).isEmpty();
    }

    /** What two leads weighed was another case. */
    @Test
    void goes_as_an_offer_does_when_triage_was_set_right() {
        assertThat(after(anOffer(), new KeepOffersOf(Set.of()))).isEqualTo(awaitingAssignment());
    }

    private static AgreeToOverride agreement(UUID override, UUID lead) {
        return new AgreeToOverride(override, lead, OFFER, SOON);
    }

    private static DeclineOverride decline(UUID lead) {
        return new DeclineOverride(OVERRIDE, lead);
    }

    private static Review after(Review review, ReviewCommand command) {
        return ((Moved) decide(review, command)).to();
    }
}
