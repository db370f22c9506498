package org.consilium.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.correction.QuestionedAssignments.Questioned;
import org.consilium.review.desk.ReviewJson;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.Review.Offered;

/**
 * Where a review stands, in codes and dates; no word of what anybody wrote.
 *
 * @param questioned triage was set right after the reviewer had accepted, and a clinical lead has
 *     not said yet that they go on; shown to staff and to the reviewer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(
        UUID caseId,
        String state,
        String reference,
        CaseView asks,
        Standing standing,
        Questioned questioned) {

    static final String IN_ADJUDICATION = "in-adjudication";

    /** What the case asks of its reviewer; all that an offer shows of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CaseView(
            String programme,
            String service,
            String specialty,
            String jurisdiction,
            Set<String> languages,
            Urgency urgency,
            int questions,
            LocalDate opinionExpectedBy) {

        public static CaseView of(CaseFacts facts) {
            return new CaseView(
                    facts.submitted().programme(),
                    facts.submitted().service(),
                    facts.triaged().specialty(),
                    facts.triaged().jurisdiction(),
                    facts.triaged().languages(),
                    facts.triaged().urgency(),
                    facts.submitted().questions().size(),
                    facts.submitted().opinionExpectedBy());
        }
    }

    /** After a command: where the review stands now. */
    public static ReviewView stateOf(Review review) {
        return stateOf(review, Standing.of(review));
    }

    /** The same for one of those who are asked: who else is, they do not learn. */
    static ReviewView stateFor(UUID reviewer, Review review) {
        return stateOf(review, Standing.asSeenBy(reviewer, review));
    }

    private static ReviewView stateOf(Review review, Standing standing) {
        return new ReviewView(
                review.caseId(), ReviewJson.name(review.getClass()), null, null, standing, null);
    }

    static ReviewView forViewer(
            Viewer viewer, Review review, CaseFacts facts, Questioned questioned) {
        if (viewer.isStaff() || viewer.isReviewer()) {
            return of(review, facts, questioned);
        }
        return viewer.isPatientSide() || viewer.brokeTheGlass()
                ? forPatient(review)
                : ofOffer(viewer.person(), review, facts);
    }

    /** Signed, and read a second time with another result: somebody decides between the two. */
    ReviewView inAdjudication() {
        return new ReviewView(caseId, IN_ADJUDICATION, reference, asks, standing, questioned);
    }

    private static ReviewView of(Review review, CaseFacts facts, Questioned questioned) {
        return new ReviewView(
                review.caseId(),
                ReviewJson.name(review.getClass()),
                facts.submitted().reference(),
                CaseView.of(facts),
                Standing.of(review),
                questioned);
    }

    /** For whoever was asked: no number by which the case could be spoken of. */
    private static ReviewView ofOffer(UUID reviewer, Review review, CaseFacts facts) {
        return new ReviewView(
                review.caseId(),
                ReviewJson.name(review.getClass()),
                null,
                CaseView.of(facts),
                Standing.asSeenBy(reviewer, review),
                null);
    }

    /** For the patient's side: who has it, and until when; not who else was asked. */
    private static ReviewView forPatient(Review review) {
        return review instanceof Offered
                ? new ReviewView(
                        review.caseId(),
                        ReviewJson.name(AwaitingAssignment.class),
                        null,
                        null,
                        null,
                        null)
                : stateOf(review, Standing.asSeenByPatient(review));
    }
}
