package org.consilium.intake.price;

/**
 * An amount in the smallest unit of its currency (ISO 4217): 40 pounds are 4000 GBP, 40 yen 40 JPY.
 */
public record Money(long amountMinor, String currency) {

    /** Of a price that is not on request. */
    public static Money of(Price price) {
        return new Money(price.getAmountMinor(), price.currency());
    }

    @Override
    public String toString() {
        return amountMinor + " " + currency;
    }
}
