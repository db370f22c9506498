package org.consilium.intake.triage;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;
import static org.consilium.intake.cases.Refusal.ALREADY_KNOWN;
import static org.consilium.intake.cases.Refusal.PRICE_NOT_AGREED;

import java.util.LinkedHashSet;
import java.util.function.Function;
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.contracts.IntakeEvent.TriageStarted;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.StartTriage;
import org.consilium.intake.cases.CaseCommand.TriageCase;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.AwaitingRecords;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.InTriage;
import org.consilium.intake.cases.CaseState.Ready;
import org.consilium.intake.cases.CaseState.ReviewEnded;
import org.consilium.intake.cases.CaseState.Submission;
import org.consilium.intake.cases.CaseState.Submitted;
import org.consilium.intake.cases.CaseState.Triage;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.Decision;

/** A coordinator takes a submitted case up and settles what matching needs. */
public final class TriageRules {

    private TriageRules() {}

    public static Decision start(Case current, StartTriage c) {
        return switch (current.state()) {
            case Submitted(var submission) ->
                    moved(
                            current.with(new InTriage(submission, c.coordinator())),
                            new TriageStarted(current.id(), c.coordinator()));
            case Draft _, InTriage _, AwaitingRecords _, Ready _ -> CaseLifecycle.notHere();
            case ReviewEnded _, UnderReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    /** Until somebody has accepted it can be set right: who was asked is looked at anew. */
    public static Decision triage(Case current, TriageCase c) {
        return switch (current.state()) {
            case InTriage _ when !current.price().settled() -> refused(PRICE_NOT_AGREED);
            case InTriage _, AwaitingRecords _, Ready _ when !serves(current, c) ->
                    CaseLifecycle.notOfThisProgramme(
                            "jurisdiction",
                            "one of "
                                    + current.programme().jurisdictions().stream()
                                            .sorted()
                                            .toList());
            case InTriage(var submission, _) -> triaged(current, c, found(submission, c));
            case AwaitingRecords(var before) -> corrected(current, c, before, AwaitingRecords::new);
            case Ready(var before, var offers, _) ->
                    corrected(current, c, before, found -> new Ready(found, offers, false));
            case Draft _, Submitted _, ReviewEnded _ -> CaseLifecycle.notHere();
            case UnderReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision corrected(
            Case current, TriageCase c, Triage before, Function<Triage, CaseState> state) {
        var found = found(before.submission(), c);
        return found.equals(before)
                ? refused(ALREADY_KNOWN)
                : moved(current.with(state.apply(found)), event(current, c, true));
    }

    private static Triage found(Submission submission, TriageCase c) {
        return new Triage(
                submission,
                c.specialty(),
                c.urgency(),
                c.jurisdiction(),
                c.languages(),
                c.firstTeamOrganisation(),
                c.firstTeamClinicians());
    }

    private static boolean serves(Case current, TriageCase c) {
        return current.programme().jurisdictions().contains(c.jurisdiction());
    }

    /**
     * What documents-service has said by now decides; when it has said nothing yet, we wait for it.
     */
    private static Decision triaged(Case current, TriageCase c, Triage triage) {
        var event = event(current, c, null);
        var records = current.records();
        if (records.complete()) {
            var ready = current.with(Ready.searching(triage));
            return moved(ready, event, new CaseReady(current.id()));
        }
        var waiting = current.with(new AwaitingRecords(triage));
        return records.assessed()
                ? moved(waiting, event, held(current, records))
                : moved(waiting, event);
    }

    private static CaseTriaged event(Case current, TriageCase c, Boolean corrects) {
        return new CaseTriaged(
                current.id(),
                c.coordinator(),
                c.specialty(),
                c.urgency(),
                c.jurisdiction(),
                c.languages(),
                c.firstTeamOrganisation(),
                c.firstTeamClinicians(),
                corrects);
    }

    /** Told once, at the first word of what is missing. */
    public static CaseHeldForRecords held(Case current, Case.Records records) {
        return new CaseHeldForRecords(current.id(), new LinkedHashSet<>(records.missing()));
    }
}
