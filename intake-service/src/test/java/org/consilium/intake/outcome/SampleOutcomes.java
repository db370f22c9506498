package org.consilium.intake.outcome;

import static org.consilium.intake.cases.CaseFixtures.DAUGHTER;
import static org.consilium.intake.cases.CaseFixtures.NOW;
import static org.consilium.intake.cases.CaseFixtures.aDeliveredCase;

import java.util.List;
import org.consilium.contracts.IntakeEvent;
import org.consilium.intake.outcome.Item.Followed;
import org.consilium.intake.outcome.Item.Understood;
import org.consilium.intake.outcome.Outcome.Answers;
import org.consilium.intake.outcome.OutcomeRules.Decision.Moved;
import org.consilium.intake.outcome.OutcomeRules.Report;

/** One round, from the question to the answer. */
public final class SampleOutcomes {

    private SampleOutcomes() {}

    static Answers answers() {
        return new Answers(
                Understood.BETTER, Understood.SAME, Understood.CANNOT_SAY, Followed.CHANGED_PLAN);
    }

    static Moved asked() {
        return OutcomeRules.ask(aDeliveredCase(), OutcomeRound.DAY_21, NOW).orElseThrow();
    }

    static Report byTheDaughter() {
        return new Report(DAUGHTER, answers(), NOW.plusSeconds(3600));
    }

    static Moved reported() {
        return (Moved) OutcomeRules.report(aDeliveredCase(), asked().to(), byTheDaughter());
    }

    public static List<IntakeEvent> events() {
        return List.of(asked().because(), reported().because());
    }
}
