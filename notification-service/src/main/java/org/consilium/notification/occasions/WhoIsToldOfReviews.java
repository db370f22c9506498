package org.consilium.notification.occasions;

import static org.consilium.notification.occasions.Line.when;
import static org.consilium.notification.telling.Audience.CLINICAL_LEADS;
import static org.consilium.notification.telling.Audience.COORDINATORS;
import static org.consilium.notification.telling.Audience.FAMILY;
import static org.consilium.notification.telling.Audience.FIRST_TEAM;
import static org.consilium.notification.telling.Audience.OPINION_READERS;
import static org.consilium.notification.telling.Audience.PATIENT_SIDE;
import static org.consilium.notification.telling.Audience.REVIEWER;
import static org.consilium.notification.telling.Audience.REVIEWERS_ASKED;

import java.util.List;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.AssignmentEnded;
import org.consilium.contracts.ReviewEvent.Closing;
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
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewWithdrawn;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.notification.telling.Audience;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;

/** Who is told how the review goes on, from the first offer to the last answer. */
final class WhoIsToldOfReviews {

    static final List<Line<?>> LINES =
            List.of(
                    when(ReviewOffered.class)
                            .tell(Kind.REVIEW_OFFERED)
                            .with(offer -> Facts.due(offer.expiresAt()))
                            .person(ReviewOffered::reviewer),
                    when(OfferAccepted.class)
                            .tell(Kind.REVIEW_BEGAN)
                            .with(accepted -> Facts.due(accepted.opinionDue()))
                            .all(PATIENT_SIDE),
                    when(OfferDeclined.class).tell(Kind.OFFER_DECLINED).all(CLINICAL_LEADS),
                    when(OfferExpired.class).tell(Kind.OFFER_EXPIRED).all(CLINICAL_LEADS),
                    when(OfferLapsed.class).tell(Kind.OFFER_LAPSED).person(OfferLapsed::reviewer),
                    when(ReviewerNotFound.class).tell(Kind.REVIEWER_NOT_FOUND).all(CLINICAL_LEADS),
                    when(ReviewerNotFound.class).tell(Kind.REVIEWER_NOT_FOUND).all(COORDINATORS),
                    when(FirstTeamUnknown.class).tell(Kind.FIRST_TEAM_UNKNOWN).all(CLINICAL_LEADS),
                    when(FirstTeamUnknown.class).tell(Kind.FIRST_TEAM_UNKNOWN).all(COORDINATORS),
                    asked(Addressee.REQUESTER, Kind.INFORMATION_REQUESTED, PATIENT_SIDE),
                    asked(Addressee.COORDINATOR, Kind.INFORMATION_REQUESTED, COORDINATORS),
                    asked(Addressee.FIRST_TEAM, Kind.INFORMATION_REQUESTED, FIRST_TEAM),
                    asked(Addressee.FIRST_TEAM, Kind.FIRST_TEAM_ASKED, COORDINATORS),
                    asked(Addressee.FIRST_TEAM, Kind.HOSPITAL_ASKED, FAMILY),
                    when(InformationGiven.class).tell(Kind.INFORMATION_GIVEN).all(REVIEWER),
                    when(InformationRequestClosed.class)
                            .only("UNANSWERED", closed -> closed.reason() == Closing.UNANSWERED)
                            .tell(Kind.QUESTION_UNANSWERED)
                            .all(REVIEWER),
                    when(InformationRequestClosed.class)
                            .only("WITHDRAWN", closed -> closed.reason() == Closing.WITHDRAWN)
                            .tell(Kind.QUESTION_WITHDRAWN)
                            .all(PATIENT_SIDE),
                    when(QualityReviewRequested.class)
                            .tell(Kind.QUALITY_REVIEW_REQUESTED)
                            .all(CLINICAL_LEADS),
                    when(OpinionReturned.class).tell(Kind.OPINION_RETURNED).all(REVIEWER),
                    when(OpinionSigned.class).tell(Kind.OPINION_SIGNED).all(CLINICAL_LEADS),
                    when(OpinionReleased.class)
                            .tell(Kind.OPINION_RELEASED)
                            .with(released -> Facts.due(released.followUpUntil()))
                            .all(OPINION_READERS),
                    when(OpinionAmended.class)
                            .tell(Kind.OPINION_AMENDED)
                            .with(amended -> Facts.due(amended.followUpUntil()))
                            .all(OPINION_READERS),
                    when(FollowUpAsked.class).tell(Kind.FOLLOW_UP_ASKED).all(REVIEWER),
                    when(FollowUpAnswered.class).tell(Kind.FOLLOW_UP_ANSWERED).all(OPINION_READERS),
                    urgent(FIRST_TEAM),
                    urgent(COORDINATORS),
                    urgent(CLINICAL_LEADS),
                    when(CriticalFindingAcknowledged.class)
                            .tell(Kind.URGENT_MESSAGE_SEEN)
                            .all(REVIEWER),
                    when(CriticalFindingOverdue.class)
                            .tell(Kind.URGENT_MESSAGE_OVERDUE)
                            .all(CLINICAL_LEADS),
                    when(CriticalFindingOverdue.class)
                            .tell(Kind.URGENT_MESSAGE_OVERDUE)
                            .all(COORDINATORS),
                    when(AssignmentEnded.class).tell(Kind.REVIEWER_CHANGES).all(PATIENT_SIDE),
                    when(AssignmentEnded.class).tell(Kind.ASSIGNMENT_ENDED).all(CLINICAL_LEADS),
                    when(AssignmentEnded.class)
                            .tell(Kind.YOUR_REVIEW_ENDED)
                            .person(AssignmentEnded::reviewer),
                    when(ReviewWithdrawn.class).tell(Kind.REVIEW_WITHDRAWN).all(REVIEWERS_ASKED),
                    endedByStaff(Kind.REVIEW_ENDED, PATIENT_SIDE),
                    endedByStaff(Kind.REVIEW_ENDED_BY_STAFF, COORDINATORS),
                    endedByStaff(Kind.REVIEW_ENDED_BY_STAFF, CLINICAL_LEADS));

    private WhoIsToldOfReviews() {}

    private static Line<CriticalFindingFlagged> urgent(Audience audience) {
        return when(CriticalFindingFlagged.class)
                .tell(Kind.URGENT_MESSAGE)
                .with(flagged -> Facts.due(flagged.acknowledgeBy()))
                .all(audience);
    }

    /** Where its case ended, the case has told it. */
    private static Line<ReviewWithdrawn> endedByStaff(Kind kind, Audience audience) {
        return when(ReviewWithdrawn.class)
                .only("BY_STAFF", ended -> ended.reason() != null)
                .tell(kind)
                .all(audience);
    }

    /** The first team often has no account: then a coordinator passes the question on. */
    private static Line<InformationRequested> asked(Addressee whom, Kind kind, Audience audience) {
        return when(InformationRequested.class)
                .only(whom.name(), asked -> asked.addressee() == whom)
                .tell(kind)
                .with(asked -> Facts.due(asked.answerDue()))
                .all(audience);
    }
}
