package org.consilium.contracts;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What review knows: who was asked, what they asked back, and that they signed. Never what they
 * wrote.
 */
public sealed interface ReviewEvent extends CaseEvent {

    @WireName("review.review-offered.v1")
    record ReviewOffered(UUID caseId, UUID offerId, UUID reviewer, Instant expiresAt)
            implements ReviewEvent {}

    @WireName("review.offer-accepted.v1")
    record OfferAccepted(UUID caseId, UUID offerId, UUID reviewer, Instant opinionDue)
            implements ReviewEvent {}

    @WireName("review.offer-declined.v1")
    record OfferDeclined(UUID caseId, UUID offerId, UUID reviewer, String reason)
            implements ReviewEvent {}

    @WireName("review.offer-expired.v1")
    record OfferExpired(UUID caseId, UUID offerId, UUID reviewer) implements ReviewEvent {}

    /**
     * Somebody asked at the same time accepted first, or the triage was set right and this reviewer
     * fits no more; nothing is held against them.
     */
    @WireName("review.offer-lapsed.v1")
    record OfferLapsed(UUID caseId, UUID offerId, UUID reviewer) implements ReviewEvent {}

    /** Matching found nobody: a coordinator or clinical lead has to act. */
    @WireName("review.reviewer-not-found.v1")
    record ReviewerNotFound(UUID caseId, int considered) implements ReviewEvent {}

    /**
     * The case has a first opinion, and triage found no first team in the directory: a coordinator
     * or clinical lead makes sure of the reviewer's independence, which nothing here can compute.
     */
    @WireName("review.first-team-unknown.v1")
    record FirstTeamUnknown(UUID caseId) implements ReviewEvent {}

    /**
     * A clinical lead would ask somebody whom matching excluded by these rules; a second one has to
     * agree. Why, stays with review.
     */
    @WireName("review.assignment-override-proposed.v1")
    record AssignmentOverrideProposed(
            UUID caseId, UUID overrideId, UUID reviewer, UUID proposedBy, Set<String> rules)
            implements ReviewEvent {}

    /** Two clinical leads agree: the offer was made although these rules exclude the reviewer. */
    @WireName("review.assignment-overridden.v1")
    record AssignmentOverridden(
            UUID caseId,
            UUID overrideId,
            UUID offerId,
            UUID reviewer,
            UUID proposedBy,
            UUID agreedBy,
            Set<String> rules)
            implements ReviewEvent {}

    /** By a second clinical lead, or taken back by the first. */
    @WireName("review.assignment-override-declined.v1")
    record AssignmentOverrideDeclined(
            UUID caseId, UUID overrideId, UUID proposedBy, UUID declinedBy)
            implements ReviewEvent {}

    /** The reviewer wrote down an own reading; the first opinion is unmasked from now on. */
    @WireName("review.reading-committed.v1")
    record ReadingCommitted(UUID caseId, UUID reviewer) implements ReviewEvent {}

    @WireName("review.information-requested.v1")
    record InformationRequested(
            UUID caseId, UUID questionId, UUID reviewer, Addressee addressee, Instant answerDue)
            implements ReviewEvent {}

    @WireName("review.information-given.v1")
    record InformationGiven(UUID caseId, UUID questionId, UUID givenBy) implements ReviewEvent {}

    /** The reviewer goes on without an answer. */
    @WireName("review.information-request-closed.v1")
    record InformationRequestClosed(UUID caseId, UUID questionId, Closing reason)
            implements ReviewEvent {}

    /**
     * The author has signed; the signature becomes final once somebody else has passed the opinion.
     */
    @WireName("review.quality-review-requested.v1")
    record QualityReviewRequested(UUID caseId, UUID opinionId, int version, UUID reviewer)
            implements ReviewEvent {}

    /** Findings are codes of the quality review: what was found stays with review. */
    @WireName("review.opinion-returned.v1")
    record OpinionReturned(
            UUID caseId, UUID opinionId, int version, UUID checkedBy, Set<String> findings)
            implements ReviewEvent {}

    /** {@code letterSha256} is the SHA-256 of the signed PDF, lower-case hex. */
    @WireName("review.opinion-signed.v1")
    record OpinionSigned(
            UUID caseId, UUID opinionId, int version, UUID reviewer, String letterSha256)
            implements ReviewEvent {}

    /** The opinion is the patient's to read; questions may be asked until {@code followUpUntil}. */
    @WireName("review.opinion-released.v1")
    record OpinionReleased(
            UUID caseId, UUID opinionId, int version, UUID releasedBy, Instant followUpUntil)
            implements ReviewEvent {}

    /**
     * A later version of a released opinion is the patient's to read; the one that it replaces
     * stays readable. {@code followUpUntil} is null where the case has closed meanwhile.
     */
    @WireName("review.opinion-amended.v1")
    record OpinionAmended(
            UUID caseId,
            UUID opinionId,
            int version,
            int replaces,
            UUID releasedBy,
            @Nullable Instant followUpUntil)
            implements ReviewEvent {}

    /** The author writes on what is released; the patient's side hears of it with the release. */
    @WireName("review.amendment-begun.v1")
    record AmendmentBegun(UUID caseId, int version, UUID reviewer) implements ReviewEvent {}

    /**
     * There will be no such version, and what is released stands. {@code endedBy} is null where the
     * case has closed.
     */
    @WireName("review.amendment-ended.v1")
    record AmendmentEnded(
            UUID caseId, int version, UUID reviewer, @Nullable UUID endedBy, AmendmentEnd reason)
            implements ReviewEvent {}

    @WireName("review.follow-up-asked.v1")
    record FollowUpAsked(UUID caseId, UUID followUpId, UUID askedBy) implements ReviewEvent {}

    /** The answer is a signed addendum to the opinion. */
    @WireName("review.follow-up-answered.v1")
    record FollowUpAnswered(UUID caseId, UUID followUpId, UUID addendumId, UUID reviewer)
            implements ReviewEvent {}

    /**
     * The reviewer saw something that cannot wait for the opinion; what it is stays with review.
     */
    @WireName("review.critical-finding-flagged.v1")
    record CriticalFindingFlagged(UUID caseId, UUID findingId, UUID reviewer, Instant acknowledgeBy)
            implements ReviewEvent {}

    /** Somebody has read it and sees to it. */
    @WireName("review.critical-finding-acknowledged.v1")
    record CriticalFindingAcknowledged(UUID caseId, UUID findingId, UUID acknowledgedBy)
            implements ReviewEvent {}

    /** Its time is over and nobody has said that they see to it. */
    @WireName("review.critical-finding-overdue.v1")
    record CriticalFindingOverdue(UUID caseId, UUID findingId) implements ReviewEvent {}

    /**
     * The reviewer who had accepted does not go on, and somebody else is looked for. {@code
     * endedBy} is the reviewer, or the clinical lead who assigns the case anew; {@code reason} a
     * code.
     */
    @WireName("review.assignment-ended.v1")
    record AssignmentEnded(UUID caseId, UUID reviewer, UUID endedBy, String reason)
            implements ReviewEvent {}

    /**
     * Triage was set right, and the reviewer had accepted already: a clinical lead says whether
     * they go on. {@code rules} are the ids of the matching rules that speak against them by now.
     */
    @WireName("review.assignment-questioned.v1")
    record AssignmentQuestioned(UUID caseId, UUID reviewer, Set<String> rules)
            implements ReviewEvent {}

    /** The reviewer goes on by the triage as it was set right. */
    @WireName("review.assignment-confirmed.v1")
    record AssignmentConfirmed(UUID caseId, UUID reviewer, UUID confirmedBy)
            implements ReviewEvent {}

    /** Somebody is asked to read the case a second time, beside its reviewer. */
    @WireName("review.second-reading-asked.v1")
    record SecondReadingAsked(UUID caseId, UUID reader, Instant expiresAt) implements ReviewEvent {}

    /** They accepted: from now on they read the case, and never the first opinion. */
    @WireName("review.second-reader-admitted.v1")
    record SecondReaderAdmitted(UUID caseId, UUID reader, Instant readingDue)
            implements ReviewEvent {}

    /** They read the case no more. */
    @WireName("review.second-reader-left.v1")
    record SecondReaderLeft(UUID caseId, UUID reader, SecondReadingEnd reason)
            implements ReviewEvent {}

    /**
     * The two readings differ in a major way: a clinical lead who has no part in either decides.
     */
    @WireName("review.adjudication-requested.v1")
    record AdjudicationRequested(UUID caseId, UUID opinionId) implements ReviewEvent {}

    /** {@code reason} is a code, and null where the review ended because its case did. */
    @WireName("review.review-withdrawn.v1")
    record ReviewWithdrawn(UUID caseId, @Nullable String reason) implements ReviewEvent {}

    /** Who is asked for information. */
    enum Addressee {
        REQUESTER,
        COORDINATOR,
        FIRST_TEAM
    }

    /** Why an amendment came to nothing. */
    enum AmendmentEnd {
        /** By its author, or by a clinical lead. */
        LET_BE,
        CASE_CLOSED,
        /** Quality review gave it back, and of a closed case nobody writes on. */
        RETURNED_AFTER_CLOSE
    }

    /** Why a second reader reads the case no more. */
    enum SecondReadingEnd {
        /** Their reading is committed. */
        COMMITTED,
        GIVEN_BACK,
        /** It was not there when it was due. */
        OVERDUE,
        REVIEW_ENDED
    }

    /** Why a question has no answer. */
    enum Closing {
        UNANSWERED,
        WITHDRAWN
    }
}
