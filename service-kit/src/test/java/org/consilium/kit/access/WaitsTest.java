package org.consilium.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final UUID somebody = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private final UUID somebodyElse = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private final Waits waits = new Waits();

    @Test
    void a_caller_waits_eight_times_and_once_more_every_ten_seconds() {
        for (int i = 0; i < 8; i++) {
            assertThat(waits.begin(somebody, NOW)).isTrue();
        }
        assertThat(waits.begin(somebody, NOW)).isFalse();
        assertThat(waits.begin(somebody, NOW.plusSeconds(10))).isTrue();
        assertThat(waits.begin(somebody, NOW.plusSeconds(10))).isFalse();
    }

    @Test
    void one_caller_s_waits_are_not_another_s() {
        for (int i = 0; i < 9; i++) {
            waits.begin(somebody, NOW);
        }
        assertThat(waits.begin(somebodyElse, NOW)).isTrue();
    }

    @Test
    void a_wait_that_ended_inside_costs_nothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(waits.begin(somebody, NOW)).isTrue();
            waits.wasWorthIt(somebody);
        }
    }
}
