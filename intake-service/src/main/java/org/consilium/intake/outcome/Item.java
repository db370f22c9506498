package org.consilium.intake.outcome;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.kit.words.Code;

/**
 * What is asked. The list is closed and the same in every programme: nobody's own words get in, and
 * what is counted can be compared.
 */
enum Item {
    UNDERSTOOD_ILLNESS,
    UNDERSTOOD_OPTIONS,
    UNDERSTOOD_RISKS,
    FOLLOWED;

    @JsonValue
    String code() {
        return Code.of(this);
    }

    /** The codes of what can be said, in the order that the suppression of small cells wants. */
    List<String> sayable() {
        return switch (this) {
            case UNDERSTOOD_ILLNESS, UNDERSTOOD_OPTIONS, UNDERSTOOD_RISKS ->
                    codes(Understood.values());
            case FOLLOWED -> codes(Followed.values());
        };
    }

    /** One of the things that can be said. */
    interface Value {
        String code();
    }

    /** Since the opinion, and by it. */
    public enum Understood implements Value {
        BETTER,
        SAME,
        WORSE,
        CANNOT_SAY;

        @Override
        @JsonValue
        public String code() {
            return Code.of(this);
        }
    }

    /** What was decided. */
    public enum Followed implements Value {
        KEPT_PLAN,
        CHANGED_PLAN,
        UNDECIDED,
        PREFER_NOT_TO_SAY;

        @Override
        @JsonValue
        public String code() {
            return Code.of(this);
        }
    }

    private static List<String> codes(Value... values) {
        return Stream.of(values).map(Value::code).toList();
    }

    static <E extends Enum<E>> E ofCode(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
