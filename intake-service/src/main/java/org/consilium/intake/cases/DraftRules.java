package org.consilium.intake.cases;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.consilium.intake.cases.CaseCommand.AcknowledgeBoundaries;
import org.consilium.intake.cases.CaseCommand.EditDraft;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.Decision.Fault;
import org.consilium.intake.programme.Programme;

/** What may be written while the case is a draft. Anything may still be missing. */
final class DraftRules {

    private DraftRules() {}

    static Decision edit(Case current, EditDraft c) {
        return switch (current.state()) {
            case Draft _ -> edited(current, c);
            case BeforeReview _, UnderReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision edited(Case current, EditDraft c) {
        if (c.revision() != current.content().revision()) {
            return refused(Refusal.DRAFT_WAS_CHANGED);
        }
        var faults = faults(current.programme(), c.content());
        return faults.isEmpty()
                ? moved(current.with(c.content().revised(c.revision() + 1)))
                : refused(Refusal.NOT_OF_THIS_PROGRAMME, faults);
    }

    static Decision acknowledge(Case current, AcknowledgeBoundaries c) {
        return switch (current.state()) {
            case Draft draft -> acknowledged(current, draft, c);
            case BeforeReview _, UnderReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision acknowledged(Case current, Draft draft, AcknowledgeBoundaries c) {
        var known = Programme.codes(current.programme().boundaries());
        if (!known.containsAll(c.statements())) {
            return CaseLifecycle.notOfThisProgramme("statements", "some of " + known);
        }
        var all = new TreeSet<>(draft.acknowledged());
        all.addAll(c.statements());
        return moved(current.with(new Draft(all)));
    }

    private static List<Fault> faults(Programme programme, Content content) {
        var faults = new ArrayList<Fault>();
        var reasons = programme.reasons().stream().map(Programme.Reason::code).toList();
        if (!reasons.containsAll(content.reasons())) {
            faults.add(unknown("reasons", "some of " + reasons));
        }
        var area = content.clinicalArea();
        if (area != null && programme.clinicalArea(area).isEmpty()) {
            faults.add(unknown("clinicalArea", "no such clinical area"));
        }
        var bank = Programme.codes(programme.questionBank());
        var seen = new HashSet<UUID>();
        for (int i = 0; i < content.questions().size(); i++) {
            var question = content.questions().get(i);
            if (question.bankCode() != null && !bank.contains(question.bankCode())) {
                faults.add(unknown("questions[" + i + "].bankCode", "one of " + bank));
            }
            if (!seen.add(question.id())) {
                faults.add(new Fault("questions[" + i + "].id", "unique", "stands twice"));
            }
        }
        var points =
                programme.gates().stream()
                        .flatMap(gate -> gate.points().stream())
                        .map(Programme.GatePoint::code)
                        .toList();
        if (!points.containsAll(content.gate().keySet())) {
            faults.add(unknown("gate", "some of " + points));
        }
        return faults;
    }

    private static Fault unknown(String field, String message) {
        return new Fault(field, "known-to-programme", message);
    }
}
