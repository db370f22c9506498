package org.consilium.intake.questions;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text by which words are found whatever keyboard wrote it: Arabic ones have a yeh, a kaf and a heh
 * of their own, some add vowel marks or joiners that nobody sees.
 */
final class PlainLetters {

    private static final Pattern UNSEEN = Pattern.compile("[\\u064B-\\u0652\\u0670\\u0640\\p{Cf}]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private PlainLetters() {}

    static String of(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var letters =
                composed.replace('\u064A', '\u06CC')
                        .replace('\u0649', '\u06CC')
                        .replace('\u0643', '\u06A9')
                        .replace('\u0647', '\u06C1')
                        .replace('\u06BE', '\u06C1');
        return SPACES.matcher(UNSEEN.matcher(letters).replaceAll("")).replaceAll(" ");
    }
}
