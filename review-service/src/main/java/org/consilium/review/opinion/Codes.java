package org.consilium.review.opinion;

import java.util.Locale;

/** The taxonomy's codes as they stand in JSON, in the programmes and in the letter's words. */
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
