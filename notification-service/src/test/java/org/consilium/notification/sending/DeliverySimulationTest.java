package org.consilium.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.notification.lifecycle.SampleDeliveries.NOW;
import static org.consilium.notification.lifecycle.SampleDeliveries.decide;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.consilium.notification.lifecycle.Decision.Moved;
import org.consilium.notification.lifecycle.Delivery;
import org.consilium.notification.lifecycle.Delivery.Delivered;
import org.consilium.notification.lifecycle.Delivery.Failed;
import org.consilium.notification.lifecycle.Delivery.Forgone;
import org.consilium.notification.lifecycle.Delivery.Queued;
import org.consilium.notification.lifecycle.Delivery.Sending;
import org.consilium.notification.lifecycle.Delivery.Uncertain;
import org.consilium.notification.lifecycle.DeliveryCommand;
import org.consilium.notification.lifecycle.DeliveryCommand.FindAbandoned;
import org.consilium.notification.lifecycle.DeliveryCommand.FindNoAddress;
import org.consilium.notification.lifecycle.DeliveryCommand.Forgo;
import org.consilium.notification.lifecycle.DeliveryCommand.RecordOutcome;
import org.consilium.notification.lifecycle.DeliveryCommand.StartSending;
import org.consilium.notification.lifecycle.Outcome;
import org.consilium.notification.lifecycle.Reason;
import org.junit.jupiter.api.Test;

/**
 * Senders that die, answer twice and answer late, against a server in every mood. {@code -Dseed=}
 * repeats one.
 */
class DeliverySimulationTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 100_000);
    private static final int STEPS = 400;
    private static final List<Outcome> OUTCOMES =
            List.of(
                    Outcome.taken(250),
                    Outcome.refused(421),
                    Outcome.refused(450),
                    Outcome.notNow(Reason.SERVER_AWAY),
                    Outcome.notNow(Reason.SERVER_AWAY),
                    Outcome.notNow(Reason.SERVER_AWAY),
                    Outcome.refused(554),
                    Outcome.unknown(Reason.NO_ANSWER_AFTER_SENDING));

    @Test
    void ends_once_and_starts_no_mail_after_one_that_may_have_arrived() {
        var one = Long.getLong("seed");
        for (long seed = one == null ? 0 : one; seed < (one == null ? SEEDS : one + 1); seed++) {
            try {
                play(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static void play(Random random) {
        var clock = NOW;
        var delivery = Delivery.queued(NOW);
        var ends = 0;
        var mayHaveArrived = false;
        for (int step = 0; step < STEPS; step++) {
            clock = clock.plusSeconds(random.nextInt(3_000));
            var command = anything(random, clock);
            if (!(decide(stored(delivery), command) instanceof Moved(var to))) {
                continue;
            }
            holds(!(mayHaveArrived && to instanceof Sending), delivery, to);
            holds(to.attempts() >= delivery.attempts(), delivery, to);
            mayHaveArrived |= to instanceof Delivered || to instanceof Uncertain;
            ends += hasEnded(to) ? 1 : 0;
            delivery = to;
        }
        assertThat(ends).as("ends").isEqualTo(1);
        assertThat(hasEnded(delivery)).isTrue();
    }

    /** Words are made only for what fails: there are millions that do not. */
    private static void holds(boolean rule, Delivery before, Delivery after) {
        if (!rule) {
            throw new AssertionError("from " + before + " to " + after);
        }
    }

    private static DeliveryCommand anything(Random random, Instant at) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new StartSending(at, at.plusSeconds(120));
            case 2 -> new RecordOutcome(OUTCOMES.get(random.nextInt(OUTCOMES.size())), at);
            case 3 -> new FindNoAddress(Outcome.notNow(Reason.DIRECTORY_AWAY), at);
            case 4 ->
                    random.nextInt(20) == 0
                            ? new Forgo(Reason.PATIENT_DIED, at)
                            : abandoned(random, at);
            default -> abandoned(random, at);
        };
    }

    private static DeliveryCommand abandoned(Random random, Instant at) {
        return new FindAbandoned(at.minusSeconds(100L * random.nextInt(60)));
    }

    /** A restart: what a state says must be all that its row keeps. */
    private static Delivery stored(Delivery delivery) {
        var row = new DeliveryRow();
        row.since = NOW;
        row.become(delivery);
        return row.toDelivery();
    }

    private static boolean hasEnded(Delivery delivery) {
        return switch (delivery) {
            case Queued _, Sending _ -> false;
            case Delivered _, Failed _, Uncertain _, Forgone _ -> true;
        };
    }
}
