package org.consilium.documents.requests;

import org.consilium.documents.requests.Decision.Moved;
import org.consilium.documents.requests.Decision.Refused;
import org.consilium.kit.web.Problem;

/** What a refusal is in HTTP. */
final class Refusals {

    private Refusals() {}

    /** The request after the command, or the refusal thrown as a problem. */
    static RecordRequest accepted(Decision decision) {
        return switch (decision) {
            case Moved moved -> moved.to();
            case Refused refused -> throw problem(refused.reason());
        };
    }

    private static Problem problem(Refusal reason) {
        return switch (reason) {
            case CASE_HAS_ENDED ->
                    new Problem(
                            409,
                            "case-has-ended",
                            "The case has ended; nothing more is asked for.");
            case NOT_ON_THE_CHECKLIST ->
                    new Problem(
                            404,
                            "not-on-the-checklist",
                            "The case's checklist has no such item, or is not known.");
            case ITEM_IS_THERE ->
                    new Problem(
                            409, "item-is-there", "A document fills one of these items already.");
            case REQUEST_NOT_SENT ->
                    new Problem(409, "request-not-sent", "This request has not gone out yet.");
            case REQUEST_WAS_SENT ->
                    new Problem(409, "request-was-sent", "This request has gone out already.");
            case REQUEST_HAS_ENDED ->
                    new Problem(409, "request-has-ended", "This request has ended.");
        };
    }
}
