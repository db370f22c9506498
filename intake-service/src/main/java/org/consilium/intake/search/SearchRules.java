package org.consilium.intake.search;

import static org.consilium.intake.cases.Decision.moved;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.HearOfferAccepted;
import org.consilium.intake.cases.CaseCommand.HearOfferGone;
import org.consilium.intake.cases.CaseCommand.HearOffered;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.AwaitingRecords;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.InReview;
import org.consilium.intake.cases.CaseState.InTriage;
import org.consilium.intake.cases.CaseState.Reading;
import org.consilium.intake.cases.CaseState.Ready;
import org.consilium.intake.cases.CaseState.ReviewEnded;
import org.consilium.intake.cases.CaseState.Submitted;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.Decision;

/** Several may be asked at once: it is their turn until the last of them has answered. */
public final class SearchRules {

    private SearchRules() {}

    public static Decision offered(Case current, HearOffered f) {
        return whileReady(current, ready -> new Ready(ready.triage(), with(ready, f), false));
    }

    public static Decision offerGone(Case current, HearOfferGone f) {
        return whileReady(
                current,
                ready -> new Ready(ready.triage(), without(ready, f), ready.nobodyFound()));
    }

    public static Decision nobodyFound(Case current) {
        return whileReady(current, ready -> new Ready(ready.triage(), ready.offers(), true));
    }

    public static Decision accepted(Case current, HearOfferAccepted f) {
        var reading = Reading.begun(f.reviewer(), f.opinionDue());
        return whileReady(current, ready -> new InReview(ready.triage(), reading));
    }

    private interface Next {
        CaseState after(Ready ready);
    }

    private static Decision whileReady(Case current, Next next) {
        return switch (current.state()) {
            case Ready ready -> moved(current.with(next.after(ready)));
            case Draft _, Submitted _, InTriage _, AwaitingRecords _ -> CaseLifecycle.notHere();
            case ReviewEnded _, UnderReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Set<UUID> with(Ready ready, HearOffered f) {
        var more = new HashSet<>(ready.offers());
        more.add(f.offerId());
        return Set.copyOf(more);
    }

    private static Set<UUID> without(Ready ready, HearOfferGone f) {
        var left = new HashSet<>(ready.offers());
        left.remove(f.offerId());
        return Set.copyOf(left);
    }
}
