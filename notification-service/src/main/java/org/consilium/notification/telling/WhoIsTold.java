package org.consilium.notification.telling;

import static org.consilium.notification.telling.Audience.CLINICAL_LEADS;
import static org.consilium.notification.telling.Audience.COORDINATORS;
import static org.consilium.notification.telling.Audience.FAMILY;
import static org.consilium.notification.telling.Audience.FIRST_TEAM;
import static org.consilium.notification.telling.Audience.OPINION_READERS;
import static org.consilium.notification.telling.Audience.PATIENT_SIDE;
import static org.consilium.notification.telling.Audience.REPRESENTATIVES;
import static org.consilium.notification.telling.Audience.REVIEWER;
import static org.consilium.notification.telling.Audience.REVIEWERS_ASKED;
import static org.consilium.notification.telling.Audience.WHO_ACTS;
import static org.consilium.notification.telling.Line.when;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.CaseDeclined;
import org.consilium.contracts.IntakeEvent.CaseExpired;
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.CaseOpened;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseRedirected;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.DeathRecorded;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.IntakeEvent.GlassBroken;
import org.consilium.contracts.IntakeEvent.LastParticipantRemoved;
import org.consilium.contracts.IntakeEvent.OutcomeAsked;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.IntakeEvent.PriceAgreed;
import org.consilium.contracts.IntakeEvent.PriceQuoted;
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

/**
 * Who is told what at which step, one line per telling; those of records stand in {@link
 * WhoIsToldOfRecords}. An event without a line tells nobody. The reason of a refusal is never
 * passed on: who may know it reads it on the page.
 */
public final class WhoIsTold {

    private static final List<Line<?>> OF_CASES =
            List.of(
                    when(CaseOpened.class).tell(Kind.WELCOME).person(CaseOpened::openedBy),
                    when(ConsentGranted.class).tell(Kind.CONSENT_RECORDED).all(PATIENT_SIDE),
                    when(ConsentRevoked.class).tell(Kind.CONSENT_REVOKED).all(PATIENT_SIDE),
                    when(ParticipantRemoved.class)
                            .tell(Kind.ACCESS_ENDED)
                            .person(ParticipantRemoved::person),
                    when(LastParticipantRemoved.class).tell(Kind.NOBODY_LEFT).all(COORDINATORS),
                    when(GlassBroken.class).tell(Kind.GLASS_BROKEN).all(PATIENT_SIDE),
                    when(GlassBroken.class)
                            .tell(Kind.GLASS_BREAK_TO_REVIEW)
                            .with(broken -> Facts.due(broken.reviewDue()))
                            .all(CLINICAL_LEADS),
                    when(GlassBreakReviewed.class)
                            .only("JUSTIFIED", GlassBreakReviewed::wasJustified)
                            .tell(Kind.GLASS_BREAK_REVIEWED)
                            .all(PATIENT_SIDE),
                    when(GlassBreakReviewed.class)
                            .only("NOT_JUSTIFIED", reviewed -> !reviewed.wasJustified())
                            .tell(Kind.GLASS_BREAK_NOT_JUSTIFIED)
                            .all(PATIENT_SIDE),
                    when(GlassBreakReviewed.class)
                            .tell(Kind.GLASS_BREAK_LOOKED_AT)
                            .person(GlassBreakReviewed::person),
                    when(CaseSubmitted.class).tell(Kind.SUBMITTED).person(CaseSubmitted::requester),
                    when(CaseSubmitted.class).tell(Kind.NEW_CASE).all(COORDINATORS),
                    when(PriceQuoted.class).tell(Kind.PRICE_QUOTED).all(PATIENT_SIDE),
                    when(PriceAgreed.class)
                            .only("AFTER_A_QUOTE", agreed -> agreed.quoteId() != null)
                            .tell(Kind.PRICE_AGREED)
                            .all(COORDINATORS),
                    when(CaseTriaged.class)
                            .only("FIRST", triaged -> !Boolean.TRUE.equals(triaged.corrects()))
                            .tell(Kind.TRIAGED)
                            .all(PATIENT_SIDE),
                    when(CaseHeldForRecords.class)
                            .tell(Kind.RECORDS_MISSING)
                            .with(held -> Facts.count(held.missing().size()))
                            .all(PATIENT_SIDE),
                    when(CaseReady.class).tell(Kind.READY).all(PATIENT_SIDE),
                    when(CaseDeclined.class).tell(Kind.DECLINED).all(PATIENT_SIDE),
                    when(CaseRedirected.class).tell(Kind.REDIRECTED).all(PATIENT_SIDE),
                    when(CaseWithdrawn.class)
                            .only("NO_DEATH", withdrawn -> !died(withdrawn.reason()))
                            .tell(Kind.WITHDRAWN)
                            .all(PATIENT_SIDE),
                    when(CaseWithdrawn.class)
                            .only("PATIENT_DIED", withdrawn -> died(withdrawn.reason()))
                            .tell(Kind.CLOSED_QUIETLY)
                            .all(REPRESENTATIVES),
                    when(CaseWithdrawn.class).tell(Kind.CASE_WITHDRAWN).all(COORDINATORS),
                    when(CaseExpired.class).tell(Kind.EXPIRED).all(PATIENT_SIDE),
                    when(CaseClosed.class)
                            .only("NO_DEATH", closed -> !died(closed.reason()))
                            .tell(Kind.CLOSED)
                            .all(PATIENT_SIDE),
                    when(CaseClosed.class)
                            .only("PATIENT_DIED", closed -> died(closed.reason()))
                            .tell(Kind.CLOSED_QUIETLY)
                            .all(REPRESENTATIVES),
                    when(DeathRecorded.class).tell(Kind.NOTED_QUIETLY).all(REPRESENTATIVES),
                    when(OutcomeAsked.class)
                            .tell(Kind.OUTCOME_ASKED)
                            .with(asked -> Facts.due(asked.answerableUntil()))
                            .all(WHO_ACTS));

    private static final List<Line<?>> OF_REVIEWS =
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

    static final List<Line<?>> TABLE =
            Stream.of(
                            OF_CASES,
                            WhoIsToldOfRecords.LINES,
                            OF_REVIEWS,
                            Assigning.LINES,
                            Amending.LINES)
                    .flatMap(List::stream)
                    .toList();

    private WhoIsTold() {}

    public static List<Telling> on(CaseEvent event) {
        return TABLE.stream().flatMap(line -> line.apply(event).stream()).toList();
    }

    /** Whoever is left of the family hears it once and calmly, and the dead get no mail. */
    private static boolean died(String reason) {
        return reason.equals(IntakeEvent.PATIENT_DIED);
    }

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
