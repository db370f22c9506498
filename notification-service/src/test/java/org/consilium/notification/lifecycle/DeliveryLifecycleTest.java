package org.consilium.notification.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.notification.lifecycle.SampleDeliveries.BACKOFF;
import static org.consilium.notification.lifecycle.SampleDeliveries.NOW;
import static org.consilium.notification.lifecycle.SampleDeliveries.decide;
import static org.consilium.notification.lifecycle.SampleDeliveries.delivered;
import static org.consilium.notification.lifecycle.SampleDeliveries.oneOfEachCommand;
import static org.consilium.notification.lifecycle.SampleDeliveries.oneOfEachState;
import static org.consilium.notification.lifecycle.SampleDeliveries.queued;
import static org.consilium.notification.lifecycle.SampleDeliveries.said;
import static org.consilium.notification.lifecycle.SampleDeliveries.sending;
import static org.consilium.notification.lifecycle.SampleDeliveries.uncertain;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.consilium.notification.DocumentedTable;
import org.consilium.notification.lifecycle.Decision.Moved;
import org.consilium.notification.lifecycle.Decision.Refusal;
import org.consilium.notification.lifecycle.Decision.Refused;
import org.consilium.notification.lifecycle.Delivery.Delivered;
import org.consilium.notification.lifecycle.Delivery.Failed;
import org.consilium.notification.lifecycle.Delivery.Forgone;
import org.consilium.notification.lifecycle.Delivery.Queued;
import org.consilium.notification.lifecycle.Delivery.Sending;
import org.consilium.notification.lifecycle.Delivery.Uncertain;
import org.consilium.notification.lifecycle.DeliveryCommand.FindAbandoned;
import org.consilium.notification.lifecycle.DeliveryCommand.FindNoAddress;
import org.consilium.notification.lifecycle.DeliveryCommand.Forgo;
import org.consilium.notification.lifecycle.DeliveryCommand.StartSending;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliveryLifecycleTest {

    private static final String HEADER =
            """
            | the delivery is | and somebody may | then it is | which is told as |
            | --- | --- | --- | --- |
            """;

    /** {@code -Dupdate.docs=true} writes the table into the document. */
    @Test
    void the_whole_machine_is_the_table_in_the_document() throws IOException {
        DocumentedTable.in("../docs/lifecycle.md", "lifecycle:delivery").isEqualTo(table());
    }

    @Nested
    class A_mail_that_the_server_does_not_take {

        @Test
        void is_tried_again_after_a_pause_when_it_said_4xx() {
            assertThat(decide(sending(1), said(Outcome.refused(451))))
                    .isEqualTo(new Moved(new Queued(NOW, 1, NOW.plusSeconds(10))));
        }

        @Test
        void is_never_tried_again_when_it_said_5xx() {
            assertThat(decide(sending(1), said(Outcome.refused(550))))
                    .isEqualTo(new Moved(new Failed(1, NOW, Reason.SERVER_REFUSES)));
        }

        @Test
        void is_given_up_once_the_next_try_would_be_too_late() {
            var old = new Sending(NOW.minus(BACKOFF.giveUpAfter()), 30, NOW.plusSeconds(1));

            assertThat(decide(old, said(Outcome.notNow(Reason.SERVER_AWAY))))
                    .isEqualTo(new Moved(new Failed(30, NOW, Reason.SERVER_AWAY)));
        }

        @Test
        void is_left_alone_for_as_long_as_it_wishes() {
            var tooMany = Outcome.notNow(Reason.SERVER_DEFERS, 429);

            assertThat(decide(sending(1), said(tooMany.notBefore(Duration.ofMinutes(5)))))
                    .isEqualTo(new Moved(new Queued(NOW, 1, NOW.plus(Duration.ofMinutes(5)))));
            assertThat(decide(sending(1), said(tooMany.notBefore(Duration.ofSeconds(1)))))
                    .isEqualTo(new Moved(new Queued(NOW, 1, NOW.plusSeconds(10))));
            assertThat(decide(sending(1), said(tooMany.notBefore(Duration.ofDays(2)))))
                    .isEqualTo(new Moved(new Failed(1, NOW, Reason.SERVER_DEFERS)));
        }

        @Test
        void waits_twice_as_long_each_time_and_never_longer_than_an_hour() {
            assertThat(Stream.of(1, 2, 3, 9, 10, 1_000).map(n -> BACKOFF.next(n, NOW)))
                    .containsExactly(
                            NOW.plusSeconds(10),
                            NOW.plusSeconds(20),
                            NOW.plusSeconds(40),
                            NOW.plusSeconds(2_560),
                            NOW.plus(Duration.ofHours(1)),
                            NOW.plus(Duration.ofHours(1)));
        }
    }

    @Nested
    class A_mail_that_went_out_without_an_answer {

        @Test
        void is_uncertain_and_not_repeated() {
            var outcome = Outcome.unknown(Reason.NO_ANSWER_AFTER_SENDING);

            assertThat(decide(sending(1), said(outcome)))
                    .isEqualTo(new Moved(new Uncertain(1, NOW, Reason.NO_ANSWER_AFTER_SENDING)));
            assertThat(decide(uncertain(), new StartSending(NOW, NOW.plusSeconds(60))))
                    .isEqualTo(new Refused(Refusal.NOT_WAITING));
        }

        @Test
        void is_uncertain_when_its_sender_died() {
            assertThat(decide(sending(1), new FindAbandoned(NOW.plusSeconds(120))))
                    .isEqualTo(
                            new Moved(new Uncertain(1, NOW.plusSeconds(120), Reason.SENDER_DIED)));
        }

        @Test
        void is_left_alone_while_its_sender_may_still_speak() {
            assertThat(decide(sending(1), new FindAbandoned(NOW)))
                    .isEqualTo(new Refused(Refusal.STILL_LEASED));
        }
    }

    @Nested
    class A_delivery {

        @Test
        void is_sent_by_one_sender_at_a_time() {
            assertThat(decide(sending(1), new StartSending(NOW, NOW.plusSeconds(60))))
                    .isEqualTo(new Refused(Refusal.NOT_WAITING));
        }

        @Test
        void that_ended_stays_as_it_ended() {
            assertThat(decide(delivered(), said(Outcome.refused(550))))
                    .isEqualTo(new Refused(Refusal.NOT_BEING_SENT));
        }

        @Test
        void that_should_not_be_sent_any_more_ends_while_it_waits_and_is_not_called_back_later() {
            var silence = new Forgo(Reason.PATIENT_DIED, NOW);

            assertThat(decide(queued(), silence))
                    .isEqualTo(new Moved(new Forgone(0, NOW, Reason.PATIENT_DIED)));
            assertThat(decide(sending(1), silence)).isEqualTo(new Refused(Refusal.NOT_WAITING));
        }

        @Test
        void waits_while_nobody_can_be_asked_for_the_address() {
            var away = new FindNoAddress(Outcome.notNow(Reason.DIRECTORY_AWAY), NOW);

            assertThat(decide(queued(), away))
                    .isEqualTo(new Moved(new Queued(NOW, 1, NOW.plusSeconds(10))));
        }
    }

    private static String table() {
        var lines = new ArrayList<String>();
        for (var state : oneOfEachState()) {
            for (var command : oneOfEachCommand()) {
                if (decide(state, command) instanceof Moved(var to)) {
                    lines.add(
                            "| %s | %s | %s | %s |"
                                    .formatted(name(state), words(command), name(to), toldAs(to)));
                }
            }
        }
        return HEADER + String.join("\n", lines) + "\n";
    }

    private static String words(DeliveryCommand command) {
        return command.getClass().getSimpleName()
                + switch (command) {
                    case DeliveryCommand.RecordOutcome c -> ": " + c.outcome().result().code();
                    case FindNoAddress c -> ": " + c.outcome().result().code();
                    case StartSending _, FindAbandoned _, Forgo _ -> "";
                };
    }

    private static String name(Delivery state) {
        return state.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static String toldAs(Delivery to) {
        return switch (to) {
            case Delivered _ -> "NotificationDelivered";
            case Failed _, Uncertain _ -> "NotificationFailed";
            case Queued _, Sending _, Forgone _ -> "";
        };
    }
}
