package org.consilium.ops.console;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets ids, numbers, dates and codes through, and nothing else: no command prints past this. */
public final class Shown {

    static final String WITHHELD = "(withheld)";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+/-]{0,119}");

    /** Columns that hold a sentence of our own code, such as which rule an event breaks. */
    private static final Set<String> SENTENCES = Set.of("reason", "origin", "refused");

    /** Shown only to whoever asked for it by name: `audit --recomputable`. May be empty. */
    private static final Set<String> WHOLE = Set.of("data_base64", "prev_hash");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=]*");

    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z0-9 ._:;,@+/'=-]{1,160}");

    private Shown() {}

    static String value(String column, Object value) {
        return switch (value) {
            case OffsetDateTime time -> time.toInstant().toString();
            case String text when WHOLE.contains(column) ->
                    BASE64.matcher(text).matches() ? text : WITHHELD;
            case String text when SENTENCES.contains(column) ->
                    SENTENCE.matcher(text).matches() ? text : WITHHELD;
            default -> code(value.toString());
        };
    }

    static String code(String text) {
        return CODE.matcher(text).matches() ? text : WITHHELD;
    }
}
