package org.consilium.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.FailPoints;
import org.consilium.kit.work.Transactions;
import org.consilium.notification.directory.Contact;
import org.consilium.notification.directory.Directory;
import org.consilium.notification.lifecycle.Decision;
import org.consilium.notification.lifecycle.Decision.Moved;
import org.consilium.notification.lifecycle.DeliveryCommand.FindNoAddress;
import org.consilium.notification.lifecycle.DeliveryCommand.RecordOutcome;
import org.consilium.notification.lifecycle.DeliveryCommand.StartSending;
import org.consilium.notification.lifecycle.Outcome;
import org.consilium.notification.lifecycle.Reason;
import org.consilium.notification.mail.MailConfig;
import org.consilium.notification.mail.Mailer;
import org.consilium.notification.mail.Outgoing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes one delivery to its end or to its next try: where to, then the note that it is being sent,
 * then the mail, then the note of what came of it.
 *
 * <p>The first note commits before the server hears of the mail. Whatever dies between it and the
 * second one leaves a delivery that nobody can say was sent or not, and that is what is recorded.
 */
@ApplicationScoped
class Postman {

    private final Transactions transactions;
    private final DeliveryDesk desk;
    private final Directory directory;
    private final Mailer mailer;
    private final MailConfig config;
    private final Actor self;

    Postman(
            Transactions transactions,
            DeliveryDesk desk,
            Directory directory,
            Mailer mailer,
            MailConfig config,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.desk = desk;
        this.directory = directory;
        this.mailer = mailer;
        this.config = config;
        this.self = Actor.service(name);
    }

    Uni<Void> deliver(Claim claim) {
        return directory
                .contact(claim.recipient())
                .onItemOrFailure()
                .transformToUni((contact, away) -> deliver(claim, contact));
    }

    /** {@code contact} is null while the identity provider is away. */
    private Uni<Void> deliver(Claim claim, Contact contact) {
        if (contact == null) {
            return withoutAddress(claim, Outcome.notNow(Reason.DIRECTORY_AWAY));
        }
        if (!contact.known()) {
            return withoutAddress(claim, Outcome.never(Reason.NO_ACCOUNT));
        }
        if (contact.mail() == null) {
            return withoutAddress(claim, Outcome.never(Reason.NO_ADDRESS));
        }
        return mail(claim, contact);
    }

    private Uni<Void> mail(Claim claim, Contact contact) {
        var mail =
                Outgoing.of(
                        claim.letter(contact.language()),
                        config.linkTo(claim.caseId()),
                        config.from(),
                        contact.mail(),
                        config.messageId(claim.messageKey()));
        return start(claim)
                .chain(
                        decision ->
                                decision instanceof Moved
                                        ? send(claim, mail)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> send(Claim claim, Outgoing mail) {
        FailPoints.reach("mail.before-sending");
        return mailer.send(mail)
                .invoke(outcome -> FailPoints.reach("mail.after-answer"))
                .chain(outcome -> record(claim, outcome));
    }

    private Uni<Decision> start(Claim claim) {
        return transactions.inTransaction(
                self,
                work ->
                        desk.handle(
                                claim.notificationId(),
                                new StartSending(work.now(), work.now().plus(config.lease())),
                                work));
    }

    private Uni<Void> record(Claim claim, Outcome outcome) {
        return transactions
                .inTransaction(
                        self,
                        work ->
                                desk.handle(
                                        claim.notificationId(),
                                        new RecordOutcome(outcome, work.now()),
                                        work))
                .replaceWithVoid();
    }

    private Uni<Void> withoutAddress(Claim claim, Outcome outcome) {
        return transactions
                .inTransaction(
                        self,
                        work ->
                                desk.handle(
                                        claim.notificationId(),
                                        new FindNoAddress(outcome, work.now()),
                                        work))
                .replaceWithVoid();
    }
}
