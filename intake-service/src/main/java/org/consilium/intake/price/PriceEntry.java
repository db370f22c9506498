package org.consilium.intake.price;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * The price that was shown: an amount in its currency's smallest unit, or that it is on request.
 */
public record PriceEntry(
        @Min(0) @Max(PriceEntry.MOST) Long amountMinor,
        @Pattern(regexp = "[A-Z]{3}") String currency,
        boolean onRequest) {

    static final long MOST = 1_000_000_000L;

    /** For the rules, which compare it with what is asked. */
    public ShownPrice toShown() {
        boolean told = amountMinor != null && currency != null;
        return new ShownPrice(told ? new Money(amountMinor, currency) : null, onRequest);
    }
}
