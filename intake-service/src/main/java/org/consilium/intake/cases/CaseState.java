package org.consilium.intake.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.intake.delay.Delay;

/** Where the case is, with what is true only there. The meaning of each is in product.md §4. */
public sealed interface CaseState {

    /** The state's name in addresses, answers and rows. */
    default String code() {
        return switch (this) {
            case Draft _ -> "draft";
            case Submitted _ -> "submitted";
            // A coordinator looks again, as before.
            case InTriage _, ReviewEnded _ -> "in-triage";
            case AwaitingRecords _ -> "awaiting-records";
            case Ready _ -> "ready";
            case InReview _ -> "in-review";
            case AwaitingAnswer _ -> "awaiting-answer";
            case Delivered _ -> "delivered";
            case FollowUp _ -> "follow-up";
            case Closed _ -> "closed";
            case Declined _ -> "declined";
            case Redirected _ -> "redirected";
            case Withdrawn _ -> "withdrawn";
            case Expired _ -> "expired";
        };
    }

    /** What was promised, as long as it is to be kept; null before and after. */
    default Submission submission() {
        return switch (this) {
            case Submitted(var submission) -> submission;
            case InTriage(var submission, _) -> submission;
            case AwaitingRecords(var triage) -> triage.submission();
            case Ready(var triage, _, _) -> triage.submission();
            case UnderReview review -> review.triage().submission();
            case Draft _, ReviewEnded _, AfterRelease _, Ended _ -> null;
        };
    }

    /** Submitted, and the opinion is not with the patient: so long the clocks run. */
    default boolean isOpinionAwaited() {
        return switch (this) {
            case BeforeReview _, UnderReview _ -> true;
            case Draft _, AfterRelease _, Ended _ -> false;
        };
    }

    /** Submitted, and nobody reads: no reviewer has accepted yet, or the review has ended. */
    sealed interface BeforeReview extends CaseState {}

    /** A reviewer has accepted, and the opinion is not released yet. */
    sealed interface UnderReview extends CaseState {
        Triage triage();

        Reading reading();
    }

    /** The opinion is with the patient. */
    sealed interface AfterRelease extends CaseState {
        Triage triage();

        Reading reading();

        Instant followUpUntil();
    }

    sealed interface Ended extends CaseState {}

    /** {@code acknowledged}: boundary statements the requester has confirmed. */
    record Draft(Set<String> acknowledged) implements CaseState {}

    record Submitted(Submission submission) implements BeforeReview {}

    record InTriage(Submission submission, UUID coordinator) implements BeforeReview {}

    record AwaitingRecords(Triage triage) implements BeforeReview {}

    /**
     * {@code offers}: those that nobody has answered yet. {@code nobodyFound}: the search came to
     * an end without anybody to ask.
     */
    record Ready(Triage triage, Set<UUID> offers, boolean nobodyFound) implements BeforeReview {

        public Ready {
            offers = offers == null ? Set.of() : Set.copyOf(offers);
        }

        /** The search for a reviewer begins. */
        public static Ready searching(Triage triage) {
            return new Ready(triage, Set.of(), false);
        }
    }

    /**
     * Staff ended the review before an opinion, and no other is begun: a coordinator settles with
     * the family how the case ends. What was promised at submission is not kept.
     *
     * @param reason review's code
     * @param endedBy of our staff; null when that was not told
     */
    record ReviewEnded(Triage triage, String reason, UUID endedBy) implements BeforeReview {}

    record InReview(Triage triage, Reading reading) implements UnderReview {}

    /** {@code open}: the reviewer's unanswered questions, and who is asked. */
    record AwaitingAnswer(Triage triage, Reading reading, Map<UUID, Addressee> open)
            implements UnderReview {}

    record Delivered(Triage triage, Reading reading, Instant followUpUntil)
            implements AfterRelease {}

    /** {@code open}: follow-up questions that the reviewer has not answered. */
    record FollowUp(Triage triage, Reading reading, Instant followUpUntil, Set<UUID> open)
            implements AfterRelease {}

    record Closed(String reason) implements Ended {}

    record Declined(String reason) implements Ended {}

    record Redirected(String reason) implements Ended {}

    record Withdrawn(String reason) implements Ended {}

    record Expired() implements Ended {}

    /** What was promised at submission, and how the delay guard last judged it. */
    record Submission(boolean expedited, LocalDate opinionExpectedBy, Delay delay) {
        public Submission with(Delay next) {
            return new Submission(expedited, opinionExpectedBy, next);
        }
    }

    /**
     * What triage found.
     *
     * @param specialty SNOMED CT practice code
     * @param jurisdiction ISO 3166-1 country
     * @param firstTeamOrganisation id in review's directory; null when there is no first team
     */
    record Triage(
            Submission submission,
            String specialty,
            Urgency urgency,
            String jurisdiction,
            Set<String> languages,
            UUID firstTeamOrganisation,
            Set<UUID> firstTeamClinicians) {

        public Triage with(Submission next) {
            return new Triage(
                    next,
                    specialty,
                    urgency,
                    jurisdiction,
                    languages,
                    firstTeamOrganisation,
                    firstTeamClinicians);
        }
    }

    /**
     * Who reads, and how far they are.
     *
     * @param amending a later version is on its way of what is released
     */
    record Reading(UUID reviewer, Instant opinionDue, Progress progress, boolean amending) {

        public static Reading begun(UUID reviewer, Instant opinionDue) {
            return new Reading(reviewer, opinionDue, Progress.OWN_READING, false);
        }

        public boolean firstOpinionShown() {
            return progress != Progress.OWN_READING;
        }

        Reading now(Progress next) {
            return new Reading(reviewer, opinionDue, next, amending);
        }

        public Reading amending(boolean isUnderWay) {
            return new Reading(reviewer, opinionDue, progress, isUnderWay);
        }
    }

    enum Progress {
        OWN_READING,
        WRITING,
        IN_QUALITY_REVIEW,
        SIGNED
    }
}
