package org.consilium.intake.followon;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.consilium.contracts.IntakeEvent.FollowOnOpened;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.OpenFollowOn;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Closed;
import org.consilium.intake.cases.CaseState.Declined;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Expired;
import org.consilium.intake.cases.CaseState.Redirected;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.CaseState.Withdrawn;
import org.consilium.intake.cases.Content;
import org.consilium.intake.cases.Content.GateAnswer;
import org.consilium.intake.cases.Content.Summary;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.OpenCase;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.programme.Programme;

/**
 * After an opinion, or of a case that was closed, another service of the programme is asked for in
 * a case of its own. What stays true goes along; what somebody agreed to does not: consent, price
 * and boundaries are asked anew.
 */
public final class FollowOnRules {

    private FollowOnRules() {}

    /** On the earlier case, which keeps where it led to. */
    public static Decision lead(Case current, OpenFollowOn c) {
        return switch (current.state()) {
            case Closed _ when current.isPatientDead() -> refused(Refusal.PATIENT_HAS_DIED);
            case AfterRelease _, Closed _ -> led(current, c);
            case Draft _, BeforeReview _, UnderReview _ -> CaseLifecycle.notHere();
            case Declined _, Redirected _, Withdrawn _, Expired _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision led(Case current, OpenFollowOn c) {
        if (c.service().equals(current.service())) {
            return CaseLifecycle.notOfThisProgramme("service", "another service than this case's");
        }
        return moved(
                current.with(current.links().and(c.followOn())),
                new FollowOnOpened(current.id(), c.followOn(), c.openedBy(), c.service()));
    }

    /**
     * The new case: the same patient, under the programme as it is now.
     *
     * @param relation in which the opener stands to the patient in the earlier case
     */
    public static OpenCase opening(
            Case earlier,
            OpenFollowOn c,
            Programme now,
            String reference,
            Relation relation,
            Instant at) {
        var caseId = c.followOn();
        return new OpenCase(
                caseId,
                reference,
                now,
                c.service(),
                earlier.language(),
                c.openedBy(),
                relation,
                earlier.patient(),
                at,
                carried(earlier, now, LocalDate.ofInstant(at, earlier.zone())),
                earlier.id());
    }

    /** The questions were answered, and what was hoped for with them; the rest can be edited. */
    static Content carried(Case earlier, Programme now, LocalDate today) {
        var told = earlier.content();
        var area = told.clinicalArea();
        var reasons = now.reasons().stream().map(Programme.Reason::code).collect(toSet());
        var date = told.treatmentDate();
        return new Content(
                0,
                told.reasons().stream().filter(reasons::contains).collect(toSet()),
                area == null || now.clinicalArea(area).isEmpty() ? null : area,
                new Summary(told.summary().timeline(), told.summary().concern(), null),
                told.firstOpinion(),
                date == null || date.isBefore(today) ? null : date,
                List.of(),
                answers(told.gate(), now));
    }

    private static Map<String, GateAnswer> answers(Map<String, GateAnswer> told, Programme now) {
        var points =
                now.gates().stream()
                        .flatMap(gate -> gate.points().stream())
                        .map(Programme.GatePoint::code)
                        .collect(toSet());
        return told.entrySet().stream()
                .filter(answer -> points.contains(answer.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
