package org.consilium.kit.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where in a request a fault is, as far as it may be repeated: names and numbers. A map's keys and
 * the names of unknown fields are typed by the caller, and may be somebody's words.
 */
final class FieldPath {

    private static final int LONGEST = 200;
    private static final String HIDDEN = "*";
    private static final String NAME = "[A-Za-z0-9_-]{1,60}";

    private static final Pattern KEY = Pattern.compile("\\[([^\\[\\]]*+)]");
    private static final Pattern STEP =
            Pattern.compile(
                    "(?:%1$s|<[a-z ]{1,30}>)?(?:<[A-Z]>)?(?:\\[(?:%1$s|\\*)?])?".formatted(NAME));

    private FieldPath() {}

    static String shown(String path) {
        return path.length() > LONGEST
                ? HIDDEN
                : Arrays.stream(withoutWords(path).split("\\.", -1))
                        .map(step -> STEP.matcher(step).matches() ? step : HIDDEN)
                        .collect(Collectors.joining("."));
    }

    /** In brackets first: a key may hold a dot. */
    private static String withoutWords(String path) {
        return KEY.matcher(path)
                .replaceAll(
                        key -> key.group(1).matches(NAME + "|") ? key.group() : "[" + HIDDEN + "]");
    }
}
