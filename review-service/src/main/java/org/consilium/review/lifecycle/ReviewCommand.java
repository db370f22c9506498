package org.consilium.review.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.review.lifecycle.Review.Offer;
import org.consilium.review.lifecycle.Review.Proposal;

/** What people, matching and the clock may ask of a review. */
public sealed interface ReviewCommand {

    /** To each of them at once. */
    record OfferReview(List<Offer> offers) implements ReviewCommand {}

    record ReportNobodyFound(int considered) implements ReviewCommand {}

    /** Nothing can compute whether somebody is independent of it. */
    record ReportFirstTeamUnknown() implements ReviewCommand {}

    /** What the case needs was set right: whoever is asked and not among these is asked no more. */
    record KeepOffersOf(Set<UUID> fitting) implements ReviewCommand {}

    /** The same, and somebody has accepted: by these rules they would not be asked any more. */
    record QuestionAssignment(Set<String> rules) implements ReviewCommand {}

    /** Whether it is questioned, and whether the reviewer is independent, is asked beside it. */
    record ConfirmAssignment(UUID clinicalLead) implements ReviewCommand {}

    record AcceptOffer(UUID offerId, UUID reviewer, Instant opinionDue) implements ReviewCommand {}

    record DeclineOffer(UUID offerId, UUID reviewer, String reason) implements ReviewCommand {}

    record ExpireOffer(UUID offerId) implements ReviewCommand {}

    record ProposeOverride(Proposal proposal) implements ReviewCommand {}

    /** {@code offerId} is that of the offer which follows. */
    record AgreeToOverride(UUID overrideId, UUID clinicalLead, UUID offerId, Instant expiresAt)
            implements ReviewCommand {}

    /** Whoever proposed it takes it back so. */
    record DeclineOverride(UUID overrideId, UUID clinicalLead) implements ReviewCommand {}

    record CommitReading(UUID reviewer) implements ReviewCommand {}

    record AskQuestion(UUID reviewer, UUID questionId, Addressee addressee, Instant answerDue)
            implements ReviewCommand {}

    record AnswerQuestion(UUID questionId, UUID person, Side side) implements ReviewCommand {}

    /** Its time is over and nobody answered. */
    record GiveUpQuestion(UUID questionId) implements ReviewCommand {}

    record WithdrawQuestion(UUID questionId, UUID reviewer) implements ReviewCommand {}

    record DraftOpinion(UUID reviewer) implements ReviewCommand {}

    record FlagCriticalFinding(UUID reviewer, UUID findingId, Instant acknowledgeBy)
            implements ReviewCommand {}

    /** Whether it is open still, the finding says. */
    record AcknowledgeCriticalFinding(UUID findingId, UUID person) implements ReviewCommand {}

    record ReportCriticalFindingOverdue(UUID findingId) implements ReviewCommand {}

    record SignOpinion(UUID reviewer, UUID opinionId) implements ReviewCommand {}

    record PassOpinion(UUID checker, UUID opinionId, String letterSha256)
            implements ReviewCommand {}

    /** {@code findings} are codes; what was found stays in words where it is kept. */
    record ReturnOpinion(UUID checker, UUID opinionId, Set<String> findings)
            implements ReviewCommand {}

    record ReleaseOpinion(UUID clinicalLead, Instant followUpUntil) implements ReviewCommand {}

    /** Why, stands where it is kept. */
    record BeginAmendment(UUID reviewer) implements ReviewCommand {}

    /** The opinion stays as it is released. */
    record GiveUpAmendment(UUID person, boolean asClinicalLead) implements ReviewCommand {}

    record AskFollowUp(UUID followUpId, UUID person, Instant askedAt) implements ReviewCommand {}

    record AnswerFollowUp(UUID followUpId, UUID addendumId, UUID reviewer)
            implements ReviewCommand {}

    /** {@code asked} were asked before and are not asked again, the reviewer among them. */
    record GiveCaseBack(UUID reviewer, String reason, Set<UUID> asked) implements ReviewCommand {}

    /** The same by a clinical lead. */
    record AssignAnew(UUID clinicalLead, String reason, Set<UUID> asked) implements ReviewCommand {}

    /** {@code reason} is a code, and null where the review ends because its case did. */
    record WithdrawReview(String reason) implements ReviewCommand {}

    /** The case is closed: whoever wrote the opinion has nothing more to do with it. */
    record CloseReview(Instant at) implements ReviewCommand {}

    /** In whose place somebody answers a question. */
    enum Side {
        PATIENT,
        COORDINATOR,
        /** A coordinator of a case on which the first team has nobody: they also pass on. */
        COORDINATOR_FOR_FIRST_TEAM
    }
}
