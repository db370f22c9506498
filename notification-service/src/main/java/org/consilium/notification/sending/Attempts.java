package org.consilium.notification.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.lifecycle.DeliveryCommand;
import org.consilium.notification.lifecycle.DeliveryCommand.FindAbandoned;
import org.consilium.notification.lifecycle.DeliveryCommand.FindNoAddress;
import org.consilium.notification.lifecycle.DeliveryCommand.Forgo;
import org.consilium.notification.lifecycle.DeliveryCommand.RecordOutcome;
import org.consilium.notification.lifecycle.DeliveryCommand.StartSending;
import org.consilium.notification.lifecycle.Outcome;
import org.consilium.notification.lifecycle.Reason;

/** Each try of a delivery and what came of it, in the transaction that learned of it. */
@ApplicationScoped
class Attempts {

    private final MeterRegistry metrics;

    Attempts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    Uni<Void> note(DeliveryRow row, DeliveryCommand learned, UnitOfWork work) {
        return switch (learned) {
            case StartSending _, Forgo _ -> Uni.createFrom().voidItem();
            case RecordOutcome c -> note(row, c.outcome(), c.at(), work);
            case FindNoAddress c -> note(row, c.outcome(), c.at(), work);
            case FindAbandoned c -> note(row, Outcome.unknown(Reason.SENDER_DIED), c.at(), work);
        };
    }

    private Uni<Void> note(DeliveryRow row, Outcome outcome, Instant at, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into attempt (notification_id, channel, number, at, outcome, reason, reply_code)
                        values (:id, :channel, :number, :at, :outcome, cast(:reason as text), cast(cast(:code as text) as int))""")
                .setParameter("id", row.notificationId)
                .setParameter("channel", row.channel)
                .setParameter("number", row.attempts)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("outcome", outcome.result().code())
                .setParameter("reason", outcome.reason() == null ? null : outcome.reason().code())
                .setParameter(
                        "code", outcome.replyCode() == null ? null : outcome.replyCode().toString())
                .executeUpdate()
                .invoke(() -> count(row.channel, outcome))
                .replaceWithVoid();
    }

    private void count(String channel, Outcome outcome) {
        metrics.counter(
                        "deliveries.attempts",
                        "channel",
                        channel,
                        "outcome",
                        outcome.result().code())
                .increment();
    }
}
