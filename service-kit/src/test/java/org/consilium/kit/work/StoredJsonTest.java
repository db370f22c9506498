package org.consilium.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    private static final String CANARY = "stage-four-canary";

    private final StoredJson json = new StoredJson(new ObjectMapper());

    record Person(String name, int age, Thread.State state) {}

    record Unwritable(List<String> names) {
        public String getFirst() {
            return names.get(Integer.parseInt(names.getLast()));
        }
    }

    @Test
    void reads_what_it_wrote() {
        var person = new Person("A", 1, Thread.State.NEW);
        assertThat(json.read(json.write(person), Person.class)).isEqualTo(person);
        assertThat(json.read(json.write(List.of(person)), new TypeReference<List<Person>>() {}))
                .containsExactly(person);
    }

    @Test
    void what_it_says_of_a_failure_never_quotes_the_value() {
        assertQuotesNothing(() -> json.read("{\"age\": \"" + CANARY + "\"}", Person.class));
        assertQuotesNothing(() -> json.read("{\"state\": \"" + CANARY + "\"}", Person.class));
        assertQuotesNothing(() -> json.read("{\"name\": " + CANARY + "}", Person.class));
        assertQuotesNothing(() -> json.read("{\"" + CANARY + "\": 1}", Person.class));
        assertQuotesNothing(
                () -> json.read("[\"" + CANARY + "\"]", new TypeReference<List<Integer>>() {}));
        assertQuotesNothing(
                () ->
                        json.read(
                                "{\"" + CANARY + "\": 1}",
                                new TypeReference<Map<Integer, Integer>>() {}));
        assertQuotesNothing(() -> json.write(new Unwritable(List.of(CANARY))));
    }

    /** The whole of it, as a log would print it. */
    private static void assertQuotesNothing(ThrowingCallable step) {
        var printed = new StringWriter();
        catchThrowable(step).printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).contains("IllegalStateException").doesNotContain("canary");
    }
}
