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

    /** Matching runs or found nobody; {@code asked} declined or let their offer expire. */
    record AwaitingAssignment(UUID caseId, Set<UUID> asked) implements Searching {

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
    sealed interface Written extends Review {}

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
     * @param openFollowUps asked and not yet answered
     * @param followUpsAsked how many there were, answered or not
     */
    record Released(
            UUID caseId,
            UUID reviewer,
            UUID opinionId,
            int version,
            Instant followUpUntil,
            Set<UUID> openFollowUps,
            int followUpsAsked)
            implements Written {

        /** Nothing is asked from then on. */
        Released closedAt(Instant at) {
            var until = at.isBefore(followUpUntil) ? at : followUpUntil;
            return new Released(
                    caseId, reviewer, opinionId, version, until, openFollowUps, followUpsAsked);
        }
    }

    record Withdrawn(UUID caseId) implements Review {}
}
