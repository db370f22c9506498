package org.consilium.kit.words;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a constant is called on the wire, in tables and in files of words: {@code NOT_FOR_YOURSELF}
 * is {@code not-for-yourself}. Whoever renames the constant renames what is published.
 */
public final class Code {

    private Code() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a code that is none of theirs, and for whatever is only spelt like one. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> constants, String code) {
        return Stream.of(constants.getEnumConstants())
                .filter(constant -> of(constant).equals(code))
                .findFirst();
    }
}
