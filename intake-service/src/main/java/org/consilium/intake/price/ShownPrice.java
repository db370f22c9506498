package org.consilium.intake.price;

/**
 * The price that somebody had before their eyes when they said yes.
 *
 * @param money null where it was on request
 */
public record ShownPrice(Money money, boolean onRequest) {

    /** Whether it is this one; who saw another has not agreed to it. */
    boolean is(Price price) {
        return price.onRequest() ? onRequest : !onRequest && Money.of(price).equals(money);
    }
}
