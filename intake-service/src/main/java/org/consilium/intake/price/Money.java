package org.consilium.intake.price;

import java.math.BigDecimal;

/**
 * An amount in the smallest unit of its currency (ISO 4217): 40 pounds are 4000 GBP, 40 yen 40 JPY.
 */
public record Money(long amountMinor, String currency) {

    /** Of a price that is not on request. */
    public static Money of(Price price) {
        return new Money(price.getAmountMinor(), price.currency());
    }

    /** As people write it: {@code 40.00 GBP}, {@code 40 JPY}. */
    @Override
    public String toString() {
        var amount =
                Price.smallestUnit(currency)
                        .map(digits -> BigDecimal.valueOf(amountMinor, digits))
                        .orElseGet(() -> BigDecimal.valueOf(amountMinor));
        return amount.toPlainString() + " " + currency;
    }
}
