package org.consilium.review.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.ReviewEvent.Addressee;

/** One case's review: each state holds only what is true in it. */
public sealed interface Review {

    UUID caseId();

    /**
     * Matching runs or found nobody.
     *
     * @param asked declined or let their offer expire
     * @param proposed waits for a second clinical lead; null when nothing does
     */
    record AwaitingAssignment(UUID caseId, Set<UUID> asked, Proposal proposed)
            implements Searching {

        public static AwaitingAssignment begun(UUID caseId) {
            return of(caseId, Set.of());
        }

        static AwaitingAssignment of(UUID caseId, Set<UUID> asked) {
            return new AwaitingAssignment(caseId, asked, null);
        }

        AwaitingAssignment with(Proposal proposal) {
            return new AwaitingAssignment(caseId, asked, proposal);
        }

        @Override
        public Set<UUID> everAsked() {
            return asked;
        }

        @Override
        public List<Offer> openOffers() {
            return List.of();
        }
    }

    /** One or several are asked at once, of whom the first to accept has the case. */
    record Offered(UUID caseId, Set<UUID> asked, List<Offer> offers) implements Searching {

        @Override
        public Set<UUID> everAsked() {
            return Stream.concat(asked.stream(), offers.stream().map(Offer::reviewer))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public List<Offer> openOffers() {
            return offers;
        }
    }

    /** To ask a reviewer although {@code rules} of matching, by their ids, exclude them. */
    record Proposal(UUID overrideId, UUID proposedBy, UUID reviewer, Set<String> rules) {}

    /** One reviewer who is asked, until when. */
    record Offer(UUID offerId, UUID reviewer, Instant expiresAt) {}

    /** Nobody has accepted yet. */
    sealed interface Searching extends Review {

        /** Also who is asked just now. */
        Set<UUID> everAsked();

        List<Offer> openOffers();
    }

    /** Accepted and not yet signed. */
    sealed interface Writing extends Review {

        UUID reviewer();
    }

    /** Signed by its author, or further. */
    sealed interface Written extends Review {

        UUID reviewer();
    }

    /** Accepted; the first opinion stays masked until the reviewer has written an own reading. */
    record IndependentReading(UUID caseId, UUID reviewer, Instant opinionDue) implements Writing {}

    record UnderReview(UUID caseId, UUID reviewer, Instant opinionDue) implements Writing {}

    /** At least one question is out. */
    record AwaitingAnswer(
            UUID caseId, UUID reviewer, Instant opinionDue, Map<UUID, Addressee> openQuestions)
            implements Writing {}

    /** Signed by its author, and read by somebody else before the signature becomes final. */
    record InQualityReview(
            UUID caseId, UUID reviewer, Instant opinionDue, UUID opinionId, int version)
            implements Written {}

    record Signed(UUID caseId, UUID reviewer, UUID opinionId, int version) implements Written {}

    /**
     * With the patient.
     *
     * @param version that the patient reads; those before it stay readable
     * @param openFollowUps asked and not yet answered
     * @param followUpsAsked how many there were of this version, answered or not
     * @param closed the case is: nothing new begins
     * @param amendment the next version on its way; null when nobody amends
     */
    record Released(
            UUID caseId,
            UUID reviewer,
            UUID opinionId,
            int version,
            Instant followUpUntil,
            Set<UUID> openFollowUps,
            int followUpsAsked,
            boolean closed,
            Amendment amendment)
            implements Written {

        static Released first(Signed signed, Instant followUpUntil) {
            return new Released(
                    signed.caseId(),
                    signed.reviewer(),
                    signed.opinionId(),
                    signed.version(),
                    followUpUntil,
                    Set.of(),
                    0,
                    false,
                    null);
        }

        Released with(Amendment next) {
            return new Released(
                    caseId,
                    reviewer,
                    opinionId,
                    version,
                    followUpUntil,
                    openFollowUps,
                    followUpsAsked,
                    closed,
                    next);
        }

        Released withFollowUps(Set<UUID> open, int asked) {
            return new Released(
                    caseId,
                    reviewer,
                    opinionId,
                    version,
                    followUpUntil,
                    Set.copyOf(open),
                    asked,
                    closed,
                    amendment);
        }

        /** The amendment takes its place; what is asked of it is counted anew. */
        Released amended(Instant until) {
            return new Released(
                    caseId,
                    reviewer,
                    amendment.opinionId(),
                    nextVersion(),
                    until,
                    openFollowUps,
                    0,
                    closed,
                    null);
        }

        /** No question is asked from then on. */
        Released closedAt(Instant at) {
            return new Released(
                    caseId,
                    reviewer,
                    opinionId,
                    version,
                    at.isBefore(followUpUntil) ? at : followUpUntil,
                    openFollowUps,
                    followUpsAsked,
                    true,
                    amendment);
        }

        /** Whether its author may write towards the next version. */
        public boolean beingAmended() {
            return amendment != null && amendment.step() == Amendment.Step.WRITING;
        }

        public int nextVersion() {
            return version + 1;
        }
    }

    /**
     * A later version of a released opinion, which takes the way of the first one while the patient
     * reads on in the one that is released.
     *
     * @param opinionId null until its author has signed
     */
    record Amendment(Step step, UUID opinionId) {

        public enum Step {
            WRITING,
            IN_QUALITY_REVIEW,
            SIGNED
        }

        static Amendment begun() {
            return new Amendment(Step.WRITING, null);
        }
    }

    record Withdrawn(UUID caseId) implements Review {}
}
