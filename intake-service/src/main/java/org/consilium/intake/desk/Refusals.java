package org.consilium.intake.desk;

import java.util.List;
import java.util.Locale;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.Refusal;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;

/** The one place where a refusal of the rules becomes an answer. */
final class Refusals {

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
        return new Problem(status(reason), code(reason), words(reason), fields);
    }

    private static int status(Refusal reason) {
        return switch (reason) {
            case DRAFT_WAS_CHANGED -> 412;
            case NO_SUCH_CONSENT -> 404;
            case NOT_ALLOWED_IN_THIS_STATE, FOLLOW_UP_OPEN, ALREADY_KNOWN -> 409;
            case NOT_OF_THIS_PROGRAMME,
                    REQUESTER_NOT_SERVED,
                    CONSENT_TEXT_NOT_CURRENT,
                    SUBMISSION_INCOMPLETE,
                    QUESTIONS_COULD_BE_BETTER,
                    DELAY_NOT_ACKNOWLEDGED,
                    EXPEDITED_NEEDED,
                    TOO_LATE_FOR_TURNAROUND,
                    EXPEDITED_NOT_OFFERED ->
                    422;
        };
    }

    private static String code(Refusal reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Refusal reason) {
        return switch (reason) {
            case NOT_ALLOWED_IN_THIS_STATE -> "The case is in a state that does not allow this.";
            case DRAFT_WAS_CHANGED -> "The draft was changed since you read it: read it again.";
            case NOT_OF_THIS_PROGRAMME -> "The case's programme does not know this.";
            case REQUESTER_NOT_SERVED -> "The programme takes no requests in this relation.";
            case CONSENT_TEXT_NOT_CURRENT -> "This is not the wording the programme asks for.";
            case NO_SUCH_CONSENT -> "There is no such consent in force.";
            case SUBMISSION_INCOMPLETE -> "Something is missing before the case can be submitted.";
            case QUESTIONS_COULD_BE_BETTER ->
                    "Some questions could be better: change them, or keep them as they are.";
            case DELAY_NOT_ACKNOWLEDGED ->
                    "The opinion comes only just before the treatment: acknowledge that first.";
            case EXPEDITED_NEEDED -> "Only the faster service would be there before the treatment.";
            case TOO_LATE_FOR_TURNAROUND ->
                    "The treatment is planned for a day before the opinion can be there.";
            case EXPEDITED_NOT_OFFERED -> "This service has no expedited form.";
            case FOLLOW_UP_OPEN -> "A question about the opinion is still to be answered.";
            case ALREADY_KNOWN -> "This is known already.";
        };
    }
}
