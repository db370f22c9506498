package org.consilium.intake.cases;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.intake.cases.Case.Records;
import org.consilium.intake.cases.CaseCommand.HearAmendmentBegun;
import org.consilium.intake.cases.CaseCommand.HearAmendmentEnded;
import org.consilium.intake.cases.CaseCommand.HearAssignmentEnded;
import org.consilium.intake.cases.CaseCommand.HearFollowUpAnswered;
import org.consilium.intake.cases.CaseCommand.HearFollowUpAsked;
import org.consilium.intake.cases.CaseCommand.HearInformationGiven;
import org.consilium.intake.cases.CaseCommand.HearInformationRequested;
import org.consilium.intake.cases.CaseCommand.HearNobodyFound;
import org.consilium.intake.cases.CaseCommand.HearOfferAccepted;
import org.consilium.intake.cases.CaseCommand.HearOfferGone;
import org.consilium.intake.cases.CaseCommand.HearOffered;
import org.consilium.intake.cases.CaseCommand.HearOpinionAmended;
import org.consilium.intake.cases.CaseCommand.HearOpinionReleased;
import org.consilium.intake.cases.CaseCommand.HearOpinionReturned;
import org.consilium.intake.cases.CaseCommand.HearOpinionSigned;
import org.consilium.intake.cases.CaseCommand.HearQualityReviewRequested;
import org.consilium.intake.cases.CaseCommand.HearReadingCommitted;
import org.consilium.intake.cases.CaseCommand.HearRecordsAssessed;
import org.consilium.intake.cases.CaseCommand.HearReviewEnded;
import org.consilium.intake.cases.CaseCommand.Heard;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.AwaitingAnswer;
import org.consilium.intake.cases.CaseState.AwaitingRecords;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Delivered;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.InReview;
import org.consilium.intake.cases.CaseState.InTriage;
import org.consilium.intake.cases.CaseState.Progress;
import org.consilium.intake.cases.CaseState.Ready;
import org.consilium.intake.cases.CaseState.ReviewEnded;
import org.consilium.intake.cases.CaseState.Submitted;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.followup.FollowUpRules;
import org.consilium.intake.search.SearchRules;
import org.consilium.intake.triage.TriageRules;

/**
 * What other services' facts do to a case. Their order among each other is kept, their time against
 * our own commands is not: a fact about a case that has ended changes nothing, one about the
 * records is kept until triage asks for it.
 */
final class HeardRules {

    private HeardRules() {}

    static Decision hear(Case current, Heard fact) {
        return switch (fact) {
            case HearRecordsAssessed f -> recordsAssessed(current, f);
            case HearOffered f -> SearchRules.offered(current, f);
            case HearOfferGone f -> SearchRules.offerGone(current, f);
            case HearNobodyFound _ -> SearchRules.nobodyFound(current);
            case HearOfferAccepted f -> SearchRules.accepted(current, f);
            case HearAssignmentEnded _ -> assignmentEnded(current);
            case HearReviewEnded f -> reviewEnded(current, f);
            case HearReadingCommitted _ -> progressed(current, Progress.WRITING);
            case HearQualityReviewRequested _ -> progressed(current, Progress.IN_QUALITY_REVIEW);
            case HearOpinionReturned _ -> progressed(current, Progress.WRITING);
            case HearInformationRequested f -> informationRequested(current, f);
            case HearInformationGiven f -> informationGiven(current, f);
            case HearOpinionSigned _ -> progressed(current, Progress.SIGNED);
            case HearOpinionReleased f -> opinionReleased(current, f);
            case HearOpinionAmended f -> FollowUpRules.amended(current, f);
            case HearAmendmentBegun _ -> FollowUpRules.amendmentBegun(current);
            case HearAmendmentEnded f -> FollowUpRules.amendmentEnded(current, f);
            case HearFollowUpAsked f -> FollowUpRules.asked(current, f);
            case HearFollowUpAnswered f -> FollowUpRules.answered(current, f);
        };
    }

    private static Decision recordsAssessed(Case current, HearRecordsAssessed f) {
        var records = new Records(true, sorted(f.missing()), sorted(f.desirable()));
        var informed = current.with(records);
        return switch (current.state()) {
            case AwaitingRecords(var triage) when records.complete() ->
                    moved(informed.with(Ready.searching(triage)), new CaseReady(current.id()));
            case AwaitingRecords _ when !current.records().assessed() ->
                    moved(informed, TriageRules.held(current, records));
            case AwaitingRecords _, Draft _, Submitted _, InTriage _ -> moved(informed);
            // Once ready, a reviewer may be reading: what else is needed, they ask for.
            case Ready _, ReviewEnded _, UnderReview _, AfterRelease _ -> moved(informed);
            case Ended _ -> CaseLifecycle.notHere();
        };
    }

    /** What was asked back is closed with it: the next reviewer begins anew. */
    private static Decision assignmentEnded(Case current) {
        return switch (current.state()) {
            case UnderReview review -> moved(current.with(Ready.searching(review.triage())));
            case Draft _, BeforeReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    /** For good: review begins no other, so the case goes back to whoever looked at it first. */
    private static Decision reviewEnded(Case current, HearReviewEnded f) {
        return switch (current.state()) {
            case Ready(var triage, _, _) ->
                    moved(current.with(new ReviewEnded(triage, f.reason(), f.endedBy())));
            case UnderReview review ->
                    moved(current.with(new ReviewEnded(review.triage(), f.reason(), f.endedBy())));
            case Draft _, Submitted _, InTriage _, AwaitingRecords _ -> CaseLifecycle.notHere();
            case ReviewEnded _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision progressed(Case current, Progress progress) {
        return switch (current.state()) {
            case InReview(var triage, var reading) ->
                    moved(current.with(new InReview(triage, reading.now(progress))));
            case AwaitingAnswer(var triage, var reading, var open) ->
                    moved(current.with(new AwaitingAnswer(triage, reading.now(progress), open)));
            case Draft _, BeforeReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision informationRequested(Case current, HearInformationRequested f) {
        return switch (current.state()) {
            case InReview(var triage, var reading) ->
                    moved(
                            current.with(
                                    new AwaitingAnswer(
                                            triage,
                                            reading,
                                            Map.of(f.questionId(), f.addressee()))));
            case AwaitingAnswer(var triage, var reading, var open) -> {
                var more = new HashMap<>(open);
                more.put(f.questionId(), f.addressee());
                yield moved(current.with(new AwaitingAnswer(triage, reading, Map.copyOf(more))));
            }
            case Draft _, BeforeReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision informationGiven(Case current, HearInformationGiven f) {
        return switch (current.state()) {
            case AwaitingAnswer(var triage, var reading, var open) -> {
                var left = new HashMap<>(open);
                left.remove(f.questionId());
                yield moved(
                        current.with(
                                left.isEmpty()
                                        ? new InReview(triage, reading)
                                        : new AwaitingAnswer(triage, reading, Map.copyOf(left))));
            }
            case InReview _ -> refused(Refusal.ALREADY_KNOWN);
            case Draft _, BeforeReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision opinionReleased(Case current, HearOpinionReleased f) {
        return switch (current.state()) {
            case UnderReview review ->
                    moved(
                            current.with(
                                    new Delivered(
                                            review.triage(),
                                            review.reading().now(Progress.SIGNED),
                                            f.followUpUntil())));
            case AfterRelease _ -> refused(Refusal.ALREADY_KNOWN);
            case Draft _, BeforeReview _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static List<String> sorted(Set<String> codes) {
        return codes.stream().sorted().toList();
    }
}
