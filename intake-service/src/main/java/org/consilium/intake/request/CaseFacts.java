package org.consilium.intake.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.consilium.intake.cases.CaseState;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.AwaitingRecords;
import org.consilium.intake.cases.CaseState.Closed;
import org.consilium.intake.cases.CaseState.Declined;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Expired;
import org.consilium.intake.cases.CaseState.InTriage;
import org.consilium.intake.cases.CaseState.Reading;
import org.consilium.intake.cases.CaseState.Ready;
import org.consilium.intake.cases.CaseState.Redirected;
import org.consilium.intake.cases.CaseState.ReviewEnded;
import org.consilium.intake.cases.CaseState.Submission;
import org.consilium.intake.cases.CaseState.Submitted;
import org.consilium.intake.cases.CaseState.Triage;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.CaseState.Withdrawn;

/** What a state holds, laid flat for a view; null where it is not true in this state. */
record CaseFacts(
        Submission submission,
        Triage triage,
        Reading reading,
        Instant followUpUntil,
        ReviewEnded reviewEnded,
        String endReason) {

    private static final CaseFacts NONE = new CaseFacts(null, null, null, null, null, null);

    Boolean expedited() {
        return submission == null ? null : submission.expedited();
    }

    LocalDate opinionExpectedBy() {
        return submission == null ? null : submission.opinionExpectedBy();
    }

    UUID reviewer() {
        return reading == null ? null : reading.reviewer();
    }

    String reviewEndReason() {
        return reviewEnded == null ? null : reviewEnded.reason();
    }

    UUID reviewEndedBy() {
        return reviewEnded == null ? null : reviewEnded.endedBy();
    }

    Instant opinionDue() {
        return reading == null ? null : reading.opinionDue();
    }

    static CaseFacts of(CaseState state) {
        return switch (state) {
            case Draft _, Expired _ -> NONE;
            case Submitted(var submission) -> submitted(submission);
            case InTriage(var submission, _) -> submitted(submission);
            case AwaitingRecords(var triage) -> triaged(triage, null, null);
            case Ready(var triage, _, _) -> triaged(triage, null, null);
            case ReviewEnded ended -> new CaseFacts(null, ended.triage(), null, null, ended, null);
            case UnderReview review -> triaged(review.triage(), review.reading(), null);
            case AfterRelease after ->
                    triaged(after.triage(), after.reading(), after.followUpUntil());
            case Closed(var reason) -> ended(reason);
            case Declined(var reason) -> ended(reason);
            case Redirected(var reason) -> ended(reason);
            case Withdrawn(var reason) -> ended(reason);
        };
    }

    private static CaseFacts submitted(Submission submission) {
        return new CaseFacts(submission, null, null, null, null, null);
    }

    private static CaseFacts triaged(Triage triage, Reading reading, Instant followUpUntil) {
        return new CaseFacts(triage.submission(), triage, reading, followUpUntil, null, null);
    }

    private static CaseFacts ended(String reason) {
        return new CaseFacts(null, null, null, null, null, reason);
    }
}
