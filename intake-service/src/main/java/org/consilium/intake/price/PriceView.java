package org.consilium.intake.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseState.Draft;

/**
 * What a case costs, for those who pay and those who quote.
 *
 * @param standing listed (as the programme has it, not agreed to yet), on-request, quoted or agreed
 * @param amountMinor in the currency's smallest unit; absent as long as it is on request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceView(
        String standing,
        Long amountMinor,
        String currency,
        UUID quoteId,
        Instant quotedAt,
        UUID agreedBy,
        Instant agreedAt) {

    /** Of a case as it is. */
    public static PriceView of(Case seen) {
        var price = seen.price();
        if (price.settled()) {
            var agreed = price.agreement();
            return of("agreed", agreed.money(), price.quote(), agreed);
        }
        if (price.quote() != null) {
            return of("quoted", price.quote().money(), price.quote(), null);
        }
        var listed = PriceRules.listed(seen, false);
        return seen.state() instanceof Draft && !listed.onRequest()
                ? of("listed", Money.of(listed), null, null)
                : new PriceView("on-request", null, listed.currency(), null, null, null, null);
    }

    private static PriceView of(
            String standing, Money money, CasePrice.Quote quote, CasePrice.Agreement agreement) {
        return new PriceView(
                standing,
                money.amountMinor(),
                money.currency(),
                quote == null ? null : quote.quoteId(),
                quote == null ? null : quote.at(),
                agreement == null ? null : agreement.agreedBy(),
                agreement == null ? null : agreement.at());
    }
}
