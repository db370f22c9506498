package org.consilium.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.Relation;
import org.consilium.intake.breakglass.SampleBreaks;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.outcome.SampleOutcomes;
import org.consilium.kit.events.EventJson;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules announce keeps the contracts, type by type. */
class PublishedEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Class<?>> published() {
        return Stream.of(IntakeEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("published")
    void every_event_we_publish_is_valid_and_of_the_samples_shape(Class<? extends IntakeEvent> type)
            throws JsonProcessingException {
        var name = EventTypes.nameOf(type);
        var sample = shape(ContractSamples.read(name));
        var written = everyEvent().getOrDefault(type, List.of());

        assertThat(written).as("some command leads to it").isNotEmpty();
        for (var event : written) {
            var json = EventJson.write(event);
            assertThat(EventSchemas.violations(name, json)).isEmpty();
            assertThat(sample).containsAllEntriesOf(shape(json));
        }
    }

    /** Every event of every permitted edge. */
    private static Map<Class<?>, List<IntakeEvent>> everyEvent() {
        var opened =
                (Moved) CaseLifecycle.open(CaseFixtures.opening(Relation.REPRESENTATIVE, "PK"));
        var edges =
                CaseFixtures.everyState().values().stream()
                        .flatMap(
                                at ->
                                        LifecycleTable.commands(at).values().stream()
                                                .map(c -> CaseLifecycle.decide(at, c)))
                        .filter(Moved.class::isInstance)
                        .map(Moved.class::cast);
        return Stream.concat(
                        Stream.concat(Stream.of(opened), edges)
                                .flatMap(moved -> moved.because().stream()),
                        Stream.of(SampleBreaks.events(), SampleOutcomes.events())
                                .flatMap(List::stream))
                .collect(Collectors.groupingBy(Object::getClass));
    }

    /** Each field's kind of value, with the fields of the first element of a list. */
    private static Map<String, JsonNodeType> shape(String json) throws JsonProcessingException {
        var shape = new LinkedHashMap<String, JsonNodeType>();
        collect("", JSON.readTree(json), shape);
        return shape;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNodeType> shape) {
        shape.put(path, node.getNodeType());
        node.properties()
                .forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), shape));
        if (node.isArray() && !node.isEmpty()) {
            collect(path + "/*", node.get(0), shape);
        }
    }
}
