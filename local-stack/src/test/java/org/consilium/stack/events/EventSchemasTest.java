package org.consilium.stack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.consilium.contracts.ContractSamples;
import org.junit.jupiter.api.Test;

class EventSchemasTest {

    private static final String REJECTED = "documents.document-rejected.v1";

    @Test
    void a_sample_keeps_its_contract() {
        assertThat(EventSchemas.violations(REJECTED, ContractSamples.read(REJECTED))).isEmpty();
    }

    @Test
    void a_violation_names_the_field() {
        var worded = ContractSamples.read(REJECTED).replace("type-not-allowed", "It is a .exe!");
        assertThat(EventSchemas.violations(REJECTED, worded))
                .singleElement()
                .asString()
                .contains("reason");
    }

    @Test
    void a_format_is_held_not_only_remarked_upon() {
        var noId =
                ContractSamples.read(REJECTED).replaceFirst("(\"uploadedBy\": )\"[^\"]+", "$1\"me");
        assertThat(EventSchemas.violations(REJECTED, noId)).hasSize(1);
    }

    @Test
    void an_event_that_nobody_publishes_is_an_error_of_the_test() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventSchemas.violations("x.y.v1", "{}"));
    }
}
