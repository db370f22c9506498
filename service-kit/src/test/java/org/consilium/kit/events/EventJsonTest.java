package org.consilium.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

    static Stream<Class<? extends CaseEvent>> events() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_contract_is_read_and_written_without_loss(Class<? extends CaseEvent> type) {
        var name = EventTypes.nameOf(type);
        var event = EventJson.read(ContractSamples.read(name), type);
        var written = EventJson.write(event);
        assertThat(EventSchemas.violations(name, written)).isEmpty();
        assertThat(EventJson.read(written, type)).isEqualTo(event);
    }

    @Nested
    class A_reader {

        private final String ready = ContractSamples.read("intake.case-ready.v1");

        @Test
        void passes_over_a_field_of_a_later_version() {
            var later = ready.replaceFirst("\\{", "{\"addedLater\": [1], ");
            assertThat(EventJson.read(later, CaseReady.class))
                    .isEqualTo(EventJson.read(ready, CaseReady.class));
        }

        @Test
        void refuses_what_is_nested_to_exhaust_it() {
            var deep = "{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}";
            assertThatThrownBy(() -> EventJson.read(deep, CaseReady.class))
                    .isInstanceOf(Envelope.Malformed.class);
        }

        @Test
        void does_not_repeat_in_its_refusal_what_it_was_given() {
            assertThatThrownBy(() -> EventJson.read("{\"caseId\": \"Yusuf, 61\"}", CaseReady.class))
                    .isInstanceOf(Envelope.Malformed.class)
                    .hasMessageNotContaining("Yusuf")
                    .hasNoCause();
        }
    }
}
