package org.consilium.review.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent;
import org.consilium.contracts.ReviewEvent.AdjudicationRequested;
import org.consilium.contracts.ReviewEvent.AmendmentBegun;
import org.consilium.contracts.ReviewEvent.AmendmentEnded;
import org.consilium.contracts.ReviewEvent.AssignmentConfirmed;
import org.consilium.contracts.ReviewEvent.AssignmentEnded;
import org.consilium.contracts.ReviewEvent.AssignmentOverridden;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideDeclined;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideProposed;
import org.consilium.contracts.ReviewEvent.AssignmentQuestioned;
import org.consilium.contracts.ReviewEvent.CriticalFindingAcknowledged;
import org.consilium.contracts.ReviewEvent.CriticalFindingFlagged;
import org.consilium.contracts.ReviewEvent.CriticalFindingOverdue;
import org.consilium.contracts.ReviewEvent.FirstTeamUnknown;
import org.consilium.contracts.ReviewEvent.FollowUpAnswered;
import org.consilium.contracts.ReviewEvent.FollowUpAsked;
import org.consilium.contracts.ReviewEvent.InformationGiven;
import org.consilium.contracts.ReviewEvent.InformationRequestClosed;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OfferDeclined;
import org.consilium.contracts.ReviewEvent.OfferExpired;
import org.consilium.contracts.ReviewEvent.OfferLapsed;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.contracts.ReviewEvent.OpinionReturned;
import org.consilium.contracts.ReviewEvent.OpinionSigned;
import org.consilium.contracts.ReviewEvent.QualityReviewRequested;
import org.consilium.contracts.ReviewEvent.ReadingCommitted;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewWithdrawn;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.contracts.ReviewEvent.SecondReaderAdmitted;
import org.consilium.contracts.ReviewEvent.SecondReaderLeft;
import org.consilium.contracts.ReviewEvent.SecondReadingAsked;

/** What somebody who reads nothing but the events would believe, and would not. */
final class Story {

    private final Set<Class<?>> heard = new HashSet<>();
    private final Set<UUID> openQuestions = new HashSet<>();
    private final Set<UUID> openFollowUps = new HashSet<>();
    private final Map<UUID, UUID> offers = new HashMap<>();
    private AssignmentOverrideProposed proposal;
    private UUID assigned;
    private UUID inQualityReview;
    private int signedVersion;
    private int releasedVersion;
    private boolean amending;

    void hear(ReviewEvent event) {
        assertThat(heard).as("nothing after the end").doesNotContain(ReviewWithdrawn.class);
        switch (event) {
            case ReviewOffered e -> offered(e);
            case OfferAccepted e -> accepted(e);
            case OfferDeclined e -> ended(e.reviewer(), e.offerId());
            case OfferExpired e -> ended(e.reviewer(), e.offerId());
            case OfferLapsed e -> lapsed(e);
            case ReviewerNotFound _ -> assertThat(assigned).isNull();
            case FirstTeamUnknown _, AdjudicationRequested _ -> {}
            case AssignmentQuestioned e -> assertThat(e.reviewer()).isEqualTo(assigned);
            case AssignmentConfirmed e ->
                    assertThat(e.reviewer()).isEqualTo(assigned).isNotEqualTo(e.confirmedBy());
            case AssignmentEnded e -> ended(e);
            case AssignmentOverrideProposed e -> proposed(e);
            case AssignmentOverridden e -> overridden(e);
            case AssignmentOverrideDeclined e ->
                    assertThat(e.overrideId()).isEqualTo(proposal.overrideId());
            case CriticalFindingFlagged e -> assertThat(e.reviewer()).isEqualTo(assigned);
            case CriticalFindingAcknowledged _, CriticalFindingOverdue _ -> {}
            case ReadingCommitted e -> assertThat(e.reviewer()).isEqualTo(assigned);
            case InformationRequested e -> requested(e);
            case InformationGiven e -> assertThat(openQuestions.remove(e.questionId())).isTrue();
            case InformationRequestClosed e ->
                    assertThat(openQuestions.remove(e.questionId())).isTrue();
            case QualityReviewRequested e -> submitted(e);
            case OpinionReturned e -> returned(e);
            case OpinionSigned e -> signed(e);
            case OpinionReleased e -> released(e);
            case OpinionAmended e -> amended(e);
            case AmendmentBegun e -> begun(e);
            case AmendmentEnded e -> ended(e);
            case FollowUpAsked e -> asked(e);
            case FollowUpAnswered e -> assertThat(openFollowUps.remove(e.followUpId())).isTrue();
            case SecondReadingAsked _, SecondReaderAdmitted _, SecondReaderLeft _ -> {}
            case ReviewWithdrawn _ -> assertThat(heard).doesNotContain(OpinionReleased.class);
        }
        heard.add(event.getClass());
    }

    private void offered(ReviewOffered e) {
        assertThat(offers).as("nobody holds two offers").doesNotContainKey(e.reviewer());
        assertThat(assigned).as("nobody is asked once somebody accepted").isNull();
        offers.put(e.reviewer(), e.offerId());
    }

    private void proposed(AssignmentOverrideProposed e) {
        assertThat(offers).as("nobody is asked").isEmpty();
        assertThat(assigned).as("nobody has the case").isNull();
        assertThat(e.reviewer()).as("not for oneself").isNotEqualTo(e.proposedBy());
        proposal = e;
    }

    private void overridden(AssignmentOverridden e) {
        assertThat(e.overrideId()).as("the newest").isEqualTo(proposal.overrideId());
        assertThat(e.reviewer()).as("who was proposed").isEqualTo(proposal.reviewer());
        assertThat(e.rules()).as("and nothing else").isEqualTo(proposal.rules());
        assertThat(offers).as("is asked, alone").isEqualTo(Map.of(e.reviewer(), e.offerId()));
        assertThat(e.agreedBy())
                .as("another lead, and not the reviewer")
                .isNotIn(proposal.proposedBy(), proposal.reviewer());
    }

    private void accepted(OfferAccepted e) {
        assertThat(assigned).as("one has the case").isNull();
        ended(e.reviewer(), e.offerId());
        assigned = e.reviewer();
    }

    private void ended(AssignmentEnded e) {
        assertThat(e.reviewer()).isEqualTo(assigned);
        assertThat(openQuestions).as("no question is out for nobody").isEmpty();
        assertThat(heard).doesNotContain(OpinionSigned.class);
        assigned = null;
        heard.remove(ReadingCommitted.class);
    }

    private void lapsed(OfferLapsed e) {
        assertThat(assigned).as("an offer lapses because another was accepted").isNotNull();
        ended(e.reviewer(), e.offerId());
    }

    private void ended(UUID reviewer, UUID offerId) {
        assertThat(offers.remove(reviewer)).isEqualTo(offerId);
    }

    private void requested(InformationRequested e) {
        assertThat(heard).as("own reading first").contains(ReadingCommitted.class);
        assertThat(offers).as("every offer ended when the case was taken").isEmpty();
        openQuestions.add(e.questionId());
    }

    private void signed(OpinionSigned e) {
        assertThat(signedVersion).as("signed once").isEqualTo(releasedVersion);
        assertThat(e.version()).as("the next").isEqualTo(releasedVersion + 1);
        signedVersion = e.version();
        assertThat(e.reviewer()).isEqualTo(assigned);
        assertThat(e.opinionId()).as("the one that was checked").isEqualTo(inQualityReview);
        inQualityReview = null;
    }

    private void submitted(QualityReviewRequested e) {
        assertThat(e.reviewer()).isEqualTo(assigned);
        assertThat(e.version()).as("the next").isEqualTo(releasedVersion + 1);
        assertThat(openQuestions).as("no question is out").isEmpty();
        assertThat(inQualityReview).as("one at a time").isNull();
        inQualityReview = e.opinionId();
    }

    private void returned(OpinionReturned e) {
        assertThat(e.opinionId()).isEqualTo(inQualityReview);
        assertThat(e.checkedBy()).as("not the author").isNotEqualTo(assigned);
        inQualityReview = null;
    }

    private void released(OpinionReleased e) {
        assertThat(heard).as("released once").doesNotContain(OpinionReleased.class);
        released(e.version(), e.releasedBy());
    }

    private void begun(AmendmentBegun e) {
        assertThat(amending).as("one at a time").isFalse();
        assertThat(e.version()).as("the next").isEqualTo(releasedVersion + 1);
        assertThat(e.reviewer()).isEqualTo(assigned);
        amending = true;
    }

    private void ended(AmendmentEnded e) {
        assertThat(amending).as("what was begun").isTrue();
        assertThat(e.version()).isEqualTo(releasedVersion + 1);
        assertThat(inQualityReview).as("no opinion waits for a check").isNull();
        amending = false;
    }

    private void amended(OpinionAmended e) {
        assertThat(amending).as("what was begun").isTrue();
        amending = false;
        assertThat(heard).as("of a released one").contains(OpinionReleased.class);
        assertThat(e.replaces()).as("the one before").isEqualTo(releasedVersion);
        released(e.version(), e.releasedBy());
    }

    private void released(int version, UUID by) {
        assertThat(version).as("the signed one").isEqualTo(signedVersion);
        assertThat(version).as("the next").isEqualTo(releasedVersion + 1);
        assertThat(by).as("not the author").isNotEqualTo(assigned);
        releasedVersion = version;
    }

    private void asked(FollowUpAsked e) {
        assertThat(heard).contains(OpinionReleased.class);
        openFollowUps.add(e.followUpId());
    }
}
