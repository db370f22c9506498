package org.consilium.stack.events;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.consilium.contracts.ContractSamples;

/**
 * For a service's tests: does what the code wrote keep the contract? It stands here because every
 * service's tests see this module, and the contracts themselves want no validator.
 */
public final class EventSchemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EventSchemas() {}

    /**
     * What is wrong with an event's JSON, field by field, formats included; empty when it is valid.
     *
     * @throws IllegalArgumentException when no event has that name
     */
    public static List<String> violations(String wireName, String json) {
        return REGISTRY
                .getSchema(ContractSamples.schema(wireName))
                .validate(
                        json,
                        InputFormat.JSON,
                        // Without this a format is a remark, and any string is a uuid.
                        validation ->
                                validation.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
