package org.consilium.review.signature;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.review.cases.CaseDocument;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.completeness.Completeness;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.matching.Requirements;
import org.consilium.review.opinion.Opinions.Draft;
import org.consilium.review.reviewers.Candidates.Known;

/** Everything that decides whether an opinion may be signed, as it stands at one moment. */
record Dossier(Asked asked, Written written, Known signer) {

    /**
     * What the opinion has to hold, and of whom it must be independent.
     *
     * @param criticalFlagged whether something critical was told of the case already
     */
    record Asked(
            CaseFacts facts,
            Requirements needed,
            Map<UUID, CaseDocument> documents,
            boolean criticalFlagged) {

        Completeness.Wanted wanted(Set<String> readAxes) {
            var submitted = facts.submitted();
            boolean amongRecords = documents.values().stream().anyMatch(CaseDocument::firstOpinion);
            return new Completeness.Wanted(
                    submitted.opinionForm(),
                    submitted.questions(),
                    documents,
                    facts.hasFirstOpinion(amongRecords),
                    readAxes,
                    criticalFlagged);
        }
    }

    /** {@code readAxes}: those of which the author's own reading said something. */
    record Written(Review review, Draft draft, Set<String> readAxes) {

        boolean isOpen() {
            return review instanceof Review.UnderReview
                    || review instanceof Review.AwaitingAnswer
                    || (review instanceof Review.Released released && released.beingAmended());
        }
    }
}
