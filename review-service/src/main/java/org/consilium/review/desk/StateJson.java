package org.consilium.review.desk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.kit.work.StoredJson;

/** The states of one lifecycle as tables keep them: the name, and the state's own fields. */
final class StateJson<S> {

    private static final StoredJson JSON =
            new StoredJson(
                    JsonMapper.builder()
                            .addModule(new JavaTimeModule())
                            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build());

    private final Map<String, Class<? extends S>> states;

    /** {@code all} is sealed. */
    StateJson(Class<S> all) {
        states =
                StateJson.<S>statesOf(all)
                        .collect(
                                Collectors.toUnmodifiableMap(StateJson::name, Function.identity()));
    }

    @SuppressWarnings("unchecked")
    private static <S> Stream<Class<? extends S>> statesOf(Class<? extends S> group) {
        return group.isRecord()
                ? Stream.of(group)
                : Arrays.stream(group.getPermittedSubclasses())
                        .flatMap(part -> StateJson.<S>statesOf((Class<? extends S>) part));
    }

    /** Such as {@code under-review}. */
    static String name(Class<?> state) {
        return state.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    String write(S state) {
        return JSON.write(state);
    }

    S read(String name, String json) {
        return JSON.read(json, states.get(name));
    }
}
