package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.ReviewEvent;
import org.consilium.kit.events.EventJson;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Class<? extends CaseEvent>> published() {
        return EventTypes.all().stream().filter(ReviewEvent.class::isAssignableFrom);
    }

    static Stream<Class<? extends CaseEvent>> heard() {
        return EventTypes.all().stream()
                .filter(
                        type ->
                                IntakeEvent.class.isAssignableFrom(type)
                                        || org.consilium.contracts.DocumentsEvent.class
                                                .isAssignableFrom(type));
    }

    /** What the sample says is what this code writes: same fields, valid by the schema. */
    @ParameterizedTest
    @MethodSource("published")
    void what_is_published_has_the_shape_of_its_sample(Class<? extends CaseEvent> type)
            throws IOException {
        var name = EventTypes.nameOf(type);
        var written = EventJson.write(EventJson.read(ContractSamples.read(name), type));
        assertThat(EventSchemas.violations(name, written)).isEmpty();
        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(ContractSamples.read(name)));
        assertThat(fields(written)).isEqualTo(componentsOf(type));
    }

    @ParameterizedTest
    @MethodSource("heard")
    void what_is_heard_can_be_read(Class<? extends CaseEvent> type) {
        var event = EventJson.read(ContractSamples.read(EventTypes.nameOf(type)), type);
        assertThat(event.caseId()).isNotNull();
    }

    private static Set<String> fields(String json) throws IOException {
        var names = new TreeSet<String>();
        JSON.readTree(json).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> componentsOf(Class<?> type) {
        return new TreeSet<>(
                List.of(type.getRecordComponents()).stream()
                        .map(component -> component.getName())
                        .toList());
    }
}
