package org.consilium.notification.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.http.Posted;
import org.consilium.notification.http.Posted.Answered;
import org.consilium.notification.telling.Audience;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.telling.Telling;
import org.consilium.notification.telling.Tellings;
import org.consilium.notification.telling.Told;
import org.consilium.notification.webhooks.WebhookDeliveryRow.State;
import org.consilium.notification.webhooks.WebhookRow.Because;

/**
 * The only place where a webhook or one of its deliveries changes. The webhook is held before its
 * delivery, everywhere: two who take them in different order would wait for each other.
 */
@ApplicationScoped
class WebhookDesk {

    private static final int GONE = 410;

    private final Ids ids;
    private final Tellings tellings;
    private final WebhookConfig config;

    WebhookDesk(Ids ids, Tellings tellings, WebhookConfig config) {
        this.ids = ids;
        this.tellings = tellings;
        this.config = config;
    }

    Uni<WebhookRow> add(String url, String eventTypes, UnitOfWork work) {
        var webhook = new WebhookRow();
        webhook.id = ids.next();
        webhook.url = url;
        webhook.eventTypes = eventTypes;
        webhook.createdAt = work.now();
        return work.session().persist(webhook).replaceWith(webhook);
    }

    Uni<WebhookRow> enable(UUID id, UnitOfWork work) {
        return locked(id, work).invoke(WebhookRow::enable);
    }

    Uni<WebhookRow> disable(UUID id, UnitOfWork work) {
        return locked(id, work).invoke(webhook -> webhook.disable(Because.ASKED));
    }

    Uni<WebhookRow> rotate(UUID id, UnitOfWork work) {
        return locked(id, work)
                .invoke(webhook -> webhook.rotate(work.now().plus(config.oldSecret())));
    }

    /** Once more, under the same id: whoever had it knows it. */
    Uni<Void> replay(UUID id, UUID deliveryId, UnitOfWork work) {
        return locked(id, work)
                .invoke(WebhookDesk::needActive)
                .chain(() -> delivery(deliveryId, work))
                .invoke(delivery -> replay(id, delivery, work))
                .replaceWithVoid();
    }

    private static void replay(UUID id, WebhookDeliveryRow delivery, UnitOfWork work) {
        if (!delivery.webhookId.equals(id)) {
            throw Problem.notFound();
        }
        if (delivery.state == State.QUEUED) {
            throw new Problem(409, "delivery-under-way", "It is on its way already.");
        }
        delivery.queue(work.now());
    }

    /** What came of one attempt; {@code posted} is null when its host may not be connected to. */
    Uni<Void> record(UUID deliveryId, Posted posted, UnitOfWork work) {
        return webhookOf(deliveryId, work)
                .chain(webhookId -> locked(webhookId, work))
                .chain(
                        webhook ->
                                delivery(deliveryId, work)
                                        .call(delivery -> note(delivery, posted, work))
                                        .chain(
                                                delivery ->
                                                        record(webhook, delivery, posted, work)));
    }

    private Uni<Void> record(
            WebhookRow webhook, WebhookDeliveryRow delivery, Posted posted, UnitOfWork work) {
        int status = status(posted);
        if (status >= 200 && status < 300) {
            webhook.succeeded();
            delivery.end(State.DELIVERED, work.now());
            return Uni.createFrom().voidItem();
        }
        webhook.failed(work.now(), config.backoff(), pause(posted));
        if (config.backoff().isTooLate(delivery.since, webhook.resumeAt)) {
            delivery.end(State.FAILED, work.now());
        } else {
            delivery.retry(webhook.resumeAt);
        }
        return status == GONE || webhook.hasFailedFor(config.disableAfter(), work.now())
                ? giveUp(webhook, status == GONE ? Because.GONE : Because.FAILING, delivery, work)
                : Uni.createFrom().voidItem();
    }

    /** Told once: a disabled one is not tried again. The case is that of the last event. */
    private Uni<Void> giveUp(
            WebhookRow webhook, Because why, WebhookDeliveryRow delivery, UnitOfWork work) {
        if (!webhook.isActive()) {
            return Uni.createFrom().voidItem();
        }
        webhook.disable(why);
        var telling = new Telling(Kind.WEBHOOK_DISABLED, Audience.OPERATORS, Facts.NONE);
        return tellings.write(new Told(delivery.caseId, ids.next(), work.now(), telling), work);
    }

    private static Uni<Void> note(WebhookDeliveryRow delivery, Posted posted, UnitOfWork work) {
        int status = status(posted);
        return work.session()
                .createNativeQuery(
                        """
                        insert into webhook_attempt (delivery_id, number, at, outcome, status)
                        values (:id, :number, :at, :outcome, nullif(:status, 0)) on conflict do nothing""")
                .setParameter("id", delivery.id)
                .setParameter("number", delivery.attempts)
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("outcome", outcome(posted))
                .setParameter("status", status)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String outcome(Posted posted) {
        return switch (posted) {
            case null -> "host-refused";
            case Posted.NotSent _ -> "not-sent";
            case Posted.NoAnswer _ -> "no-answer";
            case Answered _ -> "answered";
        };
    }

    private static int status(Posted posted) {
        return posted instanceof Answered answer ? answer.status() : 0;
    }

    private static Duration pause(Posted posted) {
        return posted instanceof Answered answer ? answer.retryAfter().orElse(null) : null;
    }

    private static void needActive(WebhookRow webhook) {
        if (!webhook.isActive()) {
            throw new Problem(409, "webhook-disabled", "Switch the webhook on first.");
        }
    }

    private static Uni<WebhookRow> locked(UUID id, UnitOfWork work) {
        return work.session()
                .find(WebhookRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** Without the row, which is read when it is locked. */
    private static Uni<UUID> webhookOf(UUID deliveryId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "select d.webhookId from WebhookDeliveryRow d where d.id = :id", UUID.class)
                .setParameter("id", deliveryId)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    private static Uni<WebhookDeliveryRow> delivery(UUID id, UnitOfWork work) {
        return work.session()
                .find(WebhookDeliveryRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }
}
