package org.consilium.intake.price;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.PriceAgreed;
import org.consilium.contracts.IntakeEvent.PriceQuoted;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.AgreeToPrice;
import org.consilium.intake.cases.CaseCommand.QuotePrice;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState.InTriage;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Decision.Fault;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.price.CasePrice.Agreement;
import org.consilium.intake.price.CasePrice.Quote;

/**
 * A price is agreed to as it was shown: with the submission where the programme names it, else when
 * a coordinator has looked at the case and quoted one. Triage does not end before.
 */
public final class PriceRules {

    private PriceRules() {}

    /** What the programme asks for this service in this turnaround. */
    public static Price listed(Case current, boolean expedited) {
        var service = current.programme().service(current.service()).orElseThrow();
        return expedited ? service.expedited().price() : service.price();
    }

    /** Empty when it is the listed one that was shown. */
    public static Optional<Fault> otherThanShown(Price listed, ShownPrice shown) {
        var words = listed.onRequest() ? "on request" : Money.of(listed).toString();
        return shown != null && shown.is(listed)
                ? Optional.empty()
                : Optional.of(new Fault("price", "as-shown", words));
    }

    /** What the submission settles: all of a listed price, nothing of one on request. */
    public static CasePrice submitted(Price listed, UUID requester, Instant at) {
        return listed.onRequest()
                ? new CasePrice(true, null, null)
                : new CasePrice(false, null, new Agreement(requester, Money.of(listed), at));
    }

    /** The fact of its own beside the submission; none for a price on request. */
    public static List<IntakeEvent> told(Case submitted) {
        var price = submitted.price();
        return price.settled()
                ? List.of(agreed(submitted.id(), price.agreement(), null))
                : List.of();
    }

    /** A later quote takes the place of one that nobody has agreed to. */
    public static Decision quote(Case current, QuotePrice c) {
        if (!(current.state() instanceof InTriage(var submission, _))) {
            return CaseLifecycle.notHere();
        }
        if (current.price().settled()) {
            return refused(Refusal.PRICE_ALREADY_AGREED);
        }
        var currency = listed(current, submission.expedited()).currency();
        if (currency != null && !currency.equals(c.money().currency())) {
            return CaseLifecycle.notOfThisProgramme("currency", currency);
        }
        if (!Price.isCurrency(c.money().currency())) {
            return CaseLifecycle.notOfThisProgramme("currency", "a currency of ISO 4217");
        }
        var quote = new Quote(c.quoteId(), c.coordinator(), c.money(), c.at());
        return moved(
                current.with(current.price().quoted(quote)),
                new PriceQuoted(
                        current.id(),
                        c.quoteId(),
                        c.coordinator(),
                        c.money().amountMinor(),
                        c.money().currency()));
    }

    public static Decision agree(Case current, AgreeToPrice c) {
        if (!(current.state() instanceof InTriage)) {
            return CaseLifecycle.notHere();
        }
        var price = current.price();
        if (price.settled()) {
            return refused(Refusal.PRICE_ALREADY_AGREED);
        }
        if (price.quote() == null) {
            return refused(Refusal.PRICE_NOT_QUOTED);
        }
        if (!price.quote().money().equals(c.money())) {
            var fault = new Fault("price", "as-shown", price.quote().money().toString());
            return refused(Refusal.PRICE_NOT_AS_SHOWN, List.of(fault));
        }
        var agreement = new Agreement(c.agreedBy(), c.money(), c.at());
        return moved(
                current.with(price.agreed(agreement)),
                agreed(current.id(), agreement, price.quote().quoteId()));
    }

    private static PriceAgreed agreed(UUID caseId, Agreement agreement, UUID quoteId) {
        return new PriceAgreed(
                caseId,
                agreement.agreedBy(),
                agreement.money().amountMinor(),
                agreement.money().currency(),
                quoteId);
    }
}
