package org.consilium.intake.price;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Either an amount in a currency (ISO 4217), or on request, then perhaps in a currency. */
public record Price(BigDecimal amount, String currency, boolean onRequest) {

    /** As cases and events have it: in the currency's smallest unit; null when on request. */
    public Long getAmountMinor() {
        return onRequest
                ? null
                : amount.movePointRight(smallestUnit(currency).orElseThrow()).longValueExact();
    }

    /** How many digits of the currency stand behind the point; empty when there is no such one. */
    public static Optional<Integer> smallestUnit(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .map(Currency::getDefaultFractionDigits)
                .filter(digits -> digits >= 0)
                .findFirst();
    }

    /** Whether something can be paid in it. */
    public static boolean isCurrency(String code) {
        return smallestUnit(code).isPresent();
    }
}
