package org.consilium.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OutboxGaugesTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-21T08:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final OutboxGauges gauges = new OutboxGauges(metrics, clock);

    @Test
    void a_relay_that_makes_no_turns_shows_although_it_says_nothing() {
        gauges.noteTurn();
        assertThat(turnAge()).isZero();
        pass(90);
        assertThat(turnAge()).isEqualTo(90);
        gauges.noteTurn();
        assertThat(turnAge()).isZero();
    }

    private void pass(long seconds) {
        now.updateAndGet(then -> then.plusSeconds(seconds));
    }

    private double turnAge() {
        return metrics.get("relay.turn.age.seconds").gauge().value();
    }
}
