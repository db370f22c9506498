package org.consilium.kit.work;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Named places where a test makes the process die or a step fail, so that crash points are
 * enumerated, not sampled.
 *
 * <p>Read once from the environment variable {@code FAIL_POINTS}, such as {@code
 * relay.after-ack=halt,inbox.before-commit=throw@2} ({@code @n}: the n-th time only, else each
 * time). Without the variable a fail-point is one map look-up in an empty map; with it, a service
 * starts in a test only.
 */
public final class FailPoints {

    public static final String SETTING = "FAIL_POINTS";

    private static final Map<String, String> ACTIONS =
            read(System.getenv().getOrDefault(SETTING, ""));
    private static final Map<String, AtomicInteger> PASSED = new ConcurrentHashMap<>();

    private FailPoints() {}

    /** Thrown at a fail-point set to {@code throw}. */
    public static final class Reached extends RuntimeException {
        Reached(String name) {
            super("fail-point " + name);
        }
    }

    public static void reach(String name) {
        var action = ACTIONS.get(name);
        if (action != null) {
            act(name, action.split("@", 2));
        }
    }

    private static void act(String name, String[] actionAndTurn) {
        int turn = PASSED.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
        if (actionAndTurn.length == 2 && turn != Integer.parseInt(actionAndTurn[1])) {
            return;
        }
        switch (actionAndTurn[0]) {
            case "halt" -> Runtime.getRuntime().halt(137);
            case "throw" -> throw new Reached(name);
            default ->
                    throw new IllegalArgumentException(
                            "unknown fail-point action " + actionAndTurn[0]);
        }
    }

    private static Map<String, String> read(String setting) {
        return Arrays.stream(setting.split(","))
                .filter(entry -> entry.contains("="))
                .map(entry -> entry.strip().split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }
}
