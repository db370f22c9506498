package org.consilium.notification.sending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.consilium.kit.trace.Traces;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.lifecycle.DeliveryCommand.FindAbandoned;
import org.consilium.notification.lifecycle.DeliveryCommand.Forgo;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Claims the next message of a channel, puts aside what of it is not to be sent any more, and hands
 * the rest to the postman. One whose sender died is found when its lease is over, and becomes
 * uncertain.
 */
@ApplicationScoped
class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    private final Transactions transactions;
    private final Claims claims;
    private final DeliveryDesk desk;
    private final Postman postman;
    private final Traces traces;
    private final Actor self;

    Dispatch(
            Transactions transactions,
            Claims claims,
            DeliveryDesk desk,
            Postman postman,
            Traces traces,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.claims = claims;
        this.desk = desk;
        this.postman = postman;
        this.traces = traces;
        this.self = Actor.service(name);
    }

    /** False when nothing is due. */
    Uni<Boolean> next(Channel channel) {
        return transactions
                .inTransaction(
                        self,
                        work -> claims.next(channel, work).call(bundle -> settle(bundle, work)))
                .call(this::send)
                .map(bundle -> bundle != null);
    }

    private Uni<?> settle(Bundle bundle, UnitOfWork work) {
        if (bundle == null) {
            return Uni.createFrom().voidItem();
        }
        return bundle.isAbandoned()
                ? desk.handle(bundle.claims().getFirst().key(), new FindAbandoned(work.now()), work)
                : withhold(bundle.withheld(), work);
    }

    private Uni<?> withhold(List<Claim> claims, UnitOfWork work) {
        return Multi.createFrom()
                .iterable(claims)
                .onItem()
                .transformToUniAndConcatenate(
                        claim ->
                                desk.handle(
                                        claim.key(), new Forgo(claim.withheld(), work.now()), work))
                .collect()
                .last();
    }

    /** A digest goes on with the trace of the first thing it tells. */
    private Uni<Void> delivered(Bundle bundle) {
        var first = bundle.claims().getFirst();
        return traces.goingOn(
                "send by " + first.channel().code(),
                first.caseId(),
                first.traceparent(),
                () -> postman.deliver(bundle));
    }

    private Uni<Void> send(Bundle bundle) {
        return bundle == null || bundle.isAbandoned()
                ? Uni.createFrom().voidItem()
                : delivered(bundle)
                        .onFailure()
                        .invoke(
                                failure ->
                                        LOG.errorf(
                                                failure,
                                                "notification %s is looked at again later",
                                                bundle.claims().getFirst().notificationId()))
                        .onFailure()
                        .recoverWithNull();
    }
}
