package org.consilium.intake.desk;

import java.util.List;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.words.Texts;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.kit.words.Code;

/** The one place where a refusal of the rules becomes an answer. */
final class Refusals {

    /** The kit says it in the caller's language, by the code. */
    private static final Texts WORDS = new Texts("problems");

    private Refusals() {}

    static Moved orProblem(Decision decision) {
        return switch (decision) {
            case Moved moved -> moved;
            case Refused(var reason, var faults) -> throw problem(reason, faults);
        };
    }

    private static Problem problem(Refusal reason, List<Decision.Fault> faults) {
        var fields =
                faults.stream()
                        .map(
                                fault ->
                                        new FieldProblem(
                                                fault.field(), fault.rule(), fault.message()))
                        .toList();
        return new Problem(status(reason), code(reason), WORDS.text(code(reason), "en"), fields);
    }

    private static int status(Refusal reason) {
        return switch (reason) {
            case DRAFT_WAS_CHANGED -> 412;
            case NO_SUCH_CONSENT -> 404;
            case CONSENT_IS_THE_PATIENTS, NOT_IN_THE_CONSENT -> 403;
            case NOT_ALLOWED_IN_THIS_STATE,
                    FOLLOW_UP_OPEN,
                    REVIEWER_AT_WORK,
                    PATIENT_SIDE_STILL_THERE,
                    PRICE_NOT_AGREED,
                    PRICE_NOT_QUOTED,
                    PRICE_ALREADY_AGREED,
                    PATIENT_HAS_DIED,
                    ALREADY_KNOWN ->
                    409;
            case NOT_OF_THIS_PROGRAMME,
                    REQUESTER_NOT_SERVED,
                    CONSENT_TEXT_NOT_CURRENT,
                    SUBMISSION_INCOMPLETE,
                    QUESTIONS_COULD_BE_BETTER,
                    DELAY_NOT_ACKNOWLEDGED,
                    EXPEDITED_NEEDED,
                    TOO_LATE_FOR_TURNAROUND,
                    EXPEDITED_NOT_OFFERED,
                    REASON_NOT_FOR_THIS_STATE,
                    PRICE_NOT_AS_SHOWN ->
                    422;
        };
    }

    static String code(Refusal reason) {
        return Code.of(reason);
    }
}
