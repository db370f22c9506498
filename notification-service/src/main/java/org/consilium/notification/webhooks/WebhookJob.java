package org.consilium.notification.webhooks;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.http.Posted;
import org.consilium.notification.http.Posts;
import org.consilium.notification.stopping.StepsUnderWay;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends what is due, on every replica, and notes what came of it. */
@ApplicationScoped
class WebhookJob {

    private final Transactions transactions;
    private final WebhookQueue queue;
    private final WebhookDesk desk;
    private final WebhookSecrets secrets;
    private final Target target;
    private final Posts posts;
    private final StepsUnderWay steps;
    private final Actor self;

    WebhookJob(
            Transactions transactions,
            WebhookQueue queue,
            WebhookDesk desk,
            WebhookSecrets secrets,
            Target target,
            Posts posts,
            StepsUnderWay steps,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.queue = queue;
        this.desk = desk;
        this.secrets = secrets;
        this.target = target;
        this.posts = posts;
        this.steps = steps;
        this.self = Actor.service(name);
    }

    /** One signed request, as it goes out. */
    private record Signed(
            UUID deliveryId, String url, String id, Instant at, String body, List<String> secrets) {

        Buffer buffer() {
            return Buffer.buffer(body);
        }

        RequestOptions sign(RequestOptions request) {
            long second = at.getEpochSecond();
            return request.putHeader("webhook-id", id)
                    .putHeader("webhook-timestamp", Long.toString(second))
                    .putHeader("webhook-signature", Signature.of(id, second, body, secrets));
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sendWhatIsDue() {
        return steps.whileDue(this::sendNext, "sending webhooks");
    }

    /** False when nothing is due. */
    private Uni<Boolean> sendNext() {
        return transactions
                .inTransaction(self, this::claim)
                .call(signed -> signed == null ? Uni.createFrom().voidItem() : send(signed))
                .map(signed -> signed != null);
    }

    private Uni<Signed> claim(UnitOfWork work) {
        return queue.claimNext(work)
                .onItem()
                .ifNotNull()
                .transformToUni(id -> work.session().find(WebhookDeliveryRow.class, id))
                .onItem()
                .ifNotNull()
                .transformToUni(delivery -> signed(delivery, work));
    }

    /**
     * The id is the event's: the same for every attempt and replay, so that it can be known again.
     */
    private Uni<Signed> signed(WebhookDeliveryRow delivery, UnitOfWork work) {
        return work.session()
                .find(WebhookRow.class, delivery.webhookId)
                .map(
                        webhook ->
                                new Signed(
                                        delivery.id,
                                        webhook.url,
                                        "msg_" + delivery.eventId,
                                        work.now(),
                                        delivery.body,
                                        secrets.valid(webhook, work.now())));
    }

    private Uni<Void> send(Signed signed) {
        return target.resolve(signed.url())
                .chain(
                        request ->
                                request.map(to -> posts.post(signed.sign(to), signed.buffer()))
                                        .orElseGet(() -> Uni.createFrom().nullItem()))
                .chain(posted -> record(signed, posted));
    }

    private Uni<Void> record(Signed signed, Posted posted) {
        return transactions.inTransaction(
                self, work -> desk.record(signed.deliveryId(), posted, work));
    }
}
