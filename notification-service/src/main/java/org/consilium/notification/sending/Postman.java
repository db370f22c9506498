package org.consilium.notification.sending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.FailPoints;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.channels.Carrier;
import org.consilium.notification.channels.Channels;
import org.consilium.notification.channels.Parcel;
import org.consilium.notification.directory.Contact;
import org.consilium.notification.directory.Directory;
import org.consilium.notification.lifecycle.Decision.Moved;
import org.consilium.notification.lifecycle.DeliveryCommand;
import org.consilium.notification.lifecycle.DeliveryCommand.FindNoAddress;
import org.consilium.notification.lifecycle.DeliveryCommand.RecordOutcome;
import org.consilium.notification.lifecycle.DeliveryCommand.StartSending;
import org.consilium.notification.lifecycle.Outcome;
import org.consilium.notification.lifecycle.Reason;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes one message to its end or to its next try: where to, then the note that it is being sent,
 * then the message, then the note of what came of it.
 *
 * <p>The first note commits before the server hears of the message. Whatever dies between it and
 * the second one leaves a delivery that nobody can say was sent or not, and that is what is
 * recorded.
 */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);

    private static final Outcome UNWRITABLE = Outcome.never(Reason.UNWRITABLE);

    private final Transactions transactions;
    private final DeliveryDesk desk;
    private final Directory directory;
    private final Channels channels;
    private final Parcels parcels;
    private final Actor self;

    Postman(
            Transactions transactions,
            DeliveryDesk desk,
            Directory directory,
            Channels channels,
            Parcels parcels,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.desk = desk;
        this.directory = directory;
        this.channels = channels;
        this.parcels = parcels;
        this.self = Actor.service(name);
    }

    Uni<Void> deliver(Bundle bundle) {
        return directory
                .contact(bundle.recipient())
                .onItemOrFailure()
                .transformToUni((contact, away) -> deliver(bundle, contact, away));
    }

    /** {@code contact} is null while the identity provider is away. */
    private Uni<Void> deliver(Bundle bundle, Contact contact, Throwable away) {
        if (contact == null) {
            LOG.warnf("nobody says where to send to, which is tried again: %s", away);
            return withoutAddress(bundle, Outcome.notNow(Reason.DIRECTORY_AWAY));
        }
        if (!contact.known()) {
            return withoutAddress(bundle, Outcome.never(Reason.NO_ACCOUNT));
        }
        var carrier = channels.carrier(bundle.channel());
        return carrier.address(contact)
                .map(address -> deliver(bundle, contact, carrier, address))
                .orElseGet(() -> withoutAddress(bundle, Outcome.never(Reason.NO_ADDRESS)));
    }

    private Uni<Void> deliver(Bundle bundle, Contact contact, Carrier carrier, String address) {
        return start(bundle, carrier)
                .onItem()
                .ifNotNull()
                .transformToUni(
                        started ->
                                written(started, contact)
                                        .map(parcel -> send(started, parcel, carrier, address))
                                        .orElseGet(() -> record(started, UNWRITABLE)));
    }

    private Uni<Void> send(Bundle bundle, Parcel parcel, Carrier carrier, String address) {
        FailPoints.reach("mail.before-sending");
        return carrier.send(parcel, address)
                .invoke(outcome -> FailPoints.reach("mail.after-answer"))
                .chain(outcome -> record(bundle, outcome));
    }

    /** Empty when there are no words for it, which no later try would change. */
    private Optional<Parcel> written(Bundle bundle, Contact contact) {
        try {
            return Optional.of(parcels.of(bundle, contact));
        } catch (RuntimeException e) {
            LOG.errorf(e, "cannot be put into words: %s", bundle.claims().getFirst().kind());
            return Optional.empty();
        }
    }

    /**
     * What of it may go out now; null when nothing may. The lease is twice as long as the carrier
     * may take: none ends while its holder may still speak.
     */
    private Uni<Bundle> start(Bundle bundle, Carrier carrier) {
        var lease = carrier.patience().multipliedBy(2);
        return each(bundle, work -> new StartSending(work.now(), work.now().plus(lease)))
                .map(started -> started.isEmpty() ? null : new Bundle(started));
    }

    private Uni<Void> record(Bundle bundle, Outcome outcome) {
        return each(bundle, work -> new RecordOutcome(outcome, work.now())).replaceWithVoid();
    }

    private Uni<Void> withoutAddress(Bundle bundle, Outcome outcome) {
        return each(bundle, work -> new FindNoAddress(outcome, work.now())).replaceWithVoid();
    }

    /** All of one message in one transaction; answers those that moved. */
    private Uni<List<Claim>> each(Bundle bundle, Function<UnitOfWork, DeliveryCommand> command) {
        return transactions.inTransaction(
                self,
                work ->
                        Multi.createFrom()
                                .iterable(bundle.claims())
                                .onItem()
                                .transformToUniAndConcatenate(
                                        claim ->
                                                desk.handle(claim.key(), command.apply(work), work)
                                                        .map(
                                                                decision ->
                                                                        decision instanceof Moved
                                                                                ? claim
                                                                                : null))
                                .collect()
                                .asList());
    }
}
