package org.consilium.contracts;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event there is, by its name on the wire. */
public final class EventTypes {

    private static final Map<String, Class<? extends CaseEvent>> BY_NAME =
            Arrays.stream(Source.values())
                    .flatMap(source -> records(source.events()))
                    .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

    private EventTypes() {}

    /**
     * Empty for a type that this version does not know; a consumer counts and passes over such an
     * event.
     */
    public static Optional<Class<? extends CaseEvent>> byName(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    public static String nameOf(Class<? extends CaseEvent> event) {
        return event.getAnnotation(WireName.class).value();
    }

    public static Collection<Class<? extends CaseEvent>> all() {
        return BY_NAME.values();
    }

    private static Stream<Class<? extends CaseEvent>> records(Class<? extends CaseEvent> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(event -> event.asSubclass(CaseEvent.class));
    }
}
