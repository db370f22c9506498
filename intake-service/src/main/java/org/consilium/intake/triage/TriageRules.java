package org.consilium.intake.triage;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;
import static org.consilium.intake.cases.Refusal.PRICE_NOT_AGREED;

import java.util.LinkedHashSet;
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.contracts.IntakeEvent.TriageStarted;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.StartTriage;
import org.consilium.intake.cases.CaseCommand.TriageCase;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.AwaitingRecords;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.InTriage;
import org.consilium.intake.cases.CaseState.Ready;
import org.consilium.intake.cases.CaseState.ReviewEnded;
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

    public static Decision triage(Case current, TriageCase c) {
        return switch (current.state()) {
            case InTriage _ when !current.price().settled() -> refused(PRICE_NOT_AGREED);
            case InTriage(var submission, _) when serves(current, c) ->
                    triaged(
                            current,
                            c,
                            new Triage(
                                    submission,
                                    c.specialty(),
                                    c.urgency(),
                                    c.jurisdiction(),
                                    c.languages(),
                                    c.firstTeamOrganisation(),
                                    c.firstTeamClinicians()));
            case InTriage _ ->
                    CaseLifecycle.notOfThisProgramme(
                            "jurisdiction", "is none of the programme's countries");
            case Draft _, Submitted _, AwaitingRecords _, Ready _ -> CaseLifecycle.notHere();
            case ReviewEnded _, UnderReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static boolean serves(Case current, TriageCase c) {
        return current.programme().jurisdictions().contains(c.jurisdiction());
    }

    /**
     * What documents-service has said by now decides; when it has said nothing yet, we wait for it.
     */
    private static Decision triaged(Case current, TriageCase c, Triage triage) {
        var event =
                new CaseTriaged(
                        current.id(),
                        c.coordinator(),
                        c.specialty(),
                        c.urgency(),
                        c.jurisdiction(),
                        c.languages(),
                        c.firstTeamOrganisation(),
                        c.firstTeamClinicians());
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

    /** Told once, at the first word of what is missing. */
    public static CaseHeldForRecords held(Case current, Case.Records records) {
        return new CaseHeldForRecords(current.id(), new LinkedHashSet<>(records.missing()));
    }
}
