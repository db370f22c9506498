package org.consilium.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CaseReferenceTest {

    @Test
    void no_two_cases_share_a_reference() {
        var references =
                LongStream.rangeClosed(1, 200_000)
                        .mapToObj(CaseReference::of)
                        .collect(Collectors.toSet());

        assertThat(references).hasSize(200_000);
    }

    @Test
    void it_has_no_symbol_that_is_taken_for_another() {
        LongStream.rangeClosed(1, 2_000)
                .mapToObj(CaseReference::of)
                .forEach(
                        reference ->
                                assertThat(reference)
                                        .matches("C-[2-9A-Z]{4}-[2-9A-Z]{2}")
                                        .doesNotContainPattern("[0158BILOSU]"));
    }
}
