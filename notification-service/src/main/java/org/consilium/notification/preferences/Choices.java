package org.consilium.notification.preferences;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.telling.Kind;

/**
 * What somebody has switched on or off, where that differs from what everybody has.
 *
 * @param changed by {@code kind/channel}, such as {@code ready/mail}
 */
public record Choices(Map<String, Boolean> changed) {

    public static final Choices NONE = new Choices(Map.of());

    public Choices {
        changed = Map.copyOf(changed);
    }

    public boolean wants(Kind kind, Channel channel) {
        return changed.getOrDefault(key(kind, channel), channel.isOnByItself());
    }

    public Choices with(Kind kind, Channel channel, boolean wanted) {
        var choices = new TreeMap<>(changed);
        choices.put(key(kind, channel), wanted);
        return new Choices(choices);
    }

    /** Nothing that care or a right depends on may have lost its last channel. */
    boolean leavesAWayFor(Kind kind, Set<Channel> offered) {
        return kind.weight().mayBeSwitchedOff()
                || offered.stream().anyMatch(channel -> wants(kind, channel));
    }

    boolean areAmong(Set<Channel> offered) {
        return changed.keySet().stream()
                .allMatch(
                        choice ->
                                offered.stream()
                                        .anyMatch(
                                                channel -> choice.endsWith("/" + channel.code())));
    }

    /** As it is stored. */
    String written() {
        return new TreeMap<>(changed)
                .entrySet().stream()
                        .map(choice -> choice.getKey() + "=" + choice.getValue())
                        .collect(joining(","));
    }

    static Choices read(String written) {
        return new Choices(
                Arrays.stream(written.split(","))
                        .filter(choice -> !choice.isEmpty())
                        .map(choice -> choice.split("=", 2))
                        .collect(toMap(pair -> pair[0], pair -> Boolean.valueOf(pair[1]))));
    }

    private static String key(Kind kind, Channel channel) {
        return kind.code() + "/" + channel.code();
    }
}
