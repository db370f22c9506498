package org.consilium.notification.hearing;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.directory.Directory;
import org.consilium.notification.recipients.Recipients;
import org.consilium.notification.sending.Notifications;
import org.consilium.notification.stopping.StepsUnderWay;
import org.consilium.notification.telling.Audience;
import org.consilium.notification.telling.Tellings;
import org.consilium.notification.telling.Told;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes one notification per person out of what is to be told.
 *
 * <p>A telling is claimed in a transaction of its own, so that no lock is held while the identity
 * provider is asked; it leaves in the transaction that writes the notifications. Done twice, the
 * second time adds nothing.
 */
@ApplicationScoped
class SpreadJob {

    private static final Logger LOG = Logger.getLogger(SpreadJob.class);

    /** A case whose people are still on their way here is waited for this long. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Tellings tellings;
    private final Notifications notifications;
    private final Directory directory;
    private final Recipients recipients;
    private final StepsUnderWay steps;
    private final Actor self;

    SpreadJob(
            Transactions transactions,
            Tellings tellings,
            Notifications notifications,
            Directory directory,
            Recipients recipients,
            StepsUnderWay steps,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.tellings = tellings;
        this.notifications = notifications;
        this.directory = directory;
        this.recipients = recipients;
        this.steps = steps;
        this.self = Actor.service(name);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> spreadWhatIsDue() {
        return steps.whileDue(this::spreadNext, "spreading");
    }

    /** False when nothing is due. */
    private Uni<Boolean> spreadNext() {
        return transactions
                .inTransaction(self, tellings::claimNext)
                .onItem()
                .ifNotNull()
                .call(this::spread)
                .map(told -> told != null);
    }

    private Uni<Void> spread(Told told) {
        return spreadTo(told.telling().audience(), told)
                .onFailure()
                .invoke(
                        failure ->
                                LOG.warnf(
                                        "%s of case %s is spread later: %s",
                                        told.telling().kind().code(), told.caseId(), failure))
                .onFailure()
                .recoverWithNull();
    }

    /** The directory is asked outside of any transaction. */
    private Uni<Void> spreadTo(Audience audience, Told told) {
        return switch (audience) {
            case Audience.Pool(var role) ->
                    directory.members(role).chain(members -> write(told, members));
            case Audience.Others(var role, var besides) ->
                    directory
                            .members(role)
                            .map(members -> without(besides, members))
                            .chain(members -> write(told, members));
            case Audience.Person _, Audience.OnCase _, Audience.Leaving _ ->
                    transactions.inTransaction(self, work -> spread(told, work));
            case Audience.Allowed _, Audience.Acting _ ->
                    transactions.inTransaction(self, work -> spread(told, work));
        };
    }

    private static List<UUID> without(UUID besides, List<UUID> members) {
        return members.stream().filter(member -> !member.equals(besides)).toList();
    }

    private Uni<Void> spread(Told told, UnitOfWork work) {
        return switch (told.telling().audience()) {
            case Audience.Person(var id) -> write(told, Set.of(id), work);
            case Audience.OnCase _, Audience.Allowed _, Audience.Acting _ ->
                    recipients
                            .of(told.caseId(), told.telling().audience(), work)
                            .chain(found -> write(told, found, work));
            case Audience.Pool _, Audience.Others _, Audience.Leaving _ ->
                    throw new IllegalArgumentException("not asked of the case as it is now");
        };
    }

    private Uni<Void> write(Told told, Collection<UUID> recipients) {
        return transactions.inTransaction(self, work -> write(told, recipients, work));
    }

    private Uni<Void> write(Told told, Collection<UUID> recipients, UnitOfWork work) {
        if (recipients.isEmpty() && work.now().isBefore(told.happenedAt().plus(PATIENCE))) {
            return Uni.createFrom().voidItem();
        }
        // A first team often has no account; a role without members is a gap that somebody must
        // see.
        if (recipients.isEmpty()) {
            LOG.warnf(
                    "nobody was told %s of case %s: there is nobody to tell",
                    told.telling().kind().code(), told.caseId());
        }
        return notifications.queue(told, recipients, work).chain(() -> tellings.done(told, work));
    }
}
