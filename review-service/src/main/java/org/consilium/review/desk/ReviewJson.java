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
import org.consilium.review.lifecycle.Review;

/** A state as its name and its own fields, as the table keeps it. */
public final class ReviewJson {

    private static final StoredJson JSON =
            new StoredJson(
                    JsonMapper.builder()
                            .addModule(new JavaTimeModule())
                            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build());

    private static final Map<String, Class<? extends Review>> STATES =
            states(Review.class)
                    .collect(Collectors.toUnmodifiableMap(ReviewJson::name, Function.identity()));

    private ReviewJson() {}

    private static Stream<Class<? extends Review>> states(Class<? extends Review> group) {
        return group.isRecord()
                ? Stream.of(group)
                : Arrays.stream(group.getPermittedSubclasses())
                        .flatMap(part -> states(part.asSubclass(Review.class)));
    }

    /** Such as {@code under-review}; also the state's name at the REST edge. */
    public static String name(Class<? extends Review> state) {
        return state.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    public static String write(Review review) {
        return JSON.write(review);
    }

    public static Review read(String name, String json) {
        return JSON.read(json, STATES.get(name));
    }
}
