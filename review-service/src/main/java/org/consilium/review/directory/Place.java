package org.consilium.review.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where an organisation is, as far as two spellings of one are the same: by this the directory
 * holds each once, and independence, which compares ids, holds for it.
 */
final class Place {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Place() {}

    /**
     * Case, width, spaces and punctuation make no other hospital: {@code St. Mary's} is {@code ST
     * MARYS}.
     */
    static String of(String name, String country, String city) {
        return folded(name) + "|" + country + "|" + folded(city);
    }

    private static String folded(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(folded).replaceAll("");
    }
}
