package org.consilium.intake.timeline;

import static java.util.stream.Collectors.toSet;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everybody who follows a case on this replica: few enough that none of them costs the others. */
@ApplicationScoped
class Followers {

    /** A reader that takes nothing for so long is gone or too slow; it may come again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Set<Follower> all = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private final int perPerson;
    private final int perReplica;
    private volatile boolean closing;

    Followers(
            Clock clock,
            @ConfigProperty(name = "consilium.streams.per-person") int perPerson,
            @ConfigProperty(name = "consilium.streams.per-replica") int perReplica) {
        this.clock = clock;
        this.perPerson = perPerson;
        this.perReplica = perReplica;
    }

    /**
     * One more.
     *
     * @param cut ends its connection
     * @throws Problem 429 when the person has too many, 503 when the replica has
     */
    synchronized Follower open(UUID caseId, UUID person, Runnable cut) {
        if (closing || all.size() >= perReplica) {
            throw new Problem(503, "too-many-streams", "Too many streams are open here.");
        }
        if (all.stream().filter(other -> other.person().equals(person)).count() >= perPerson) {
            throw new Problem(429, "too-many-streams-of-yours", "Close another stream first.");
        }
        var follower = new Follower(caseId, person, clock.instant(), cut);
        all.add(follower);
        return follower;
    }

    void close(Follower follower) {
        all.remove(follower);
    }

    Set<UUID> cases() {
        return all.stream().map(Follower::caseId).collect(toSet());
    }

    void changed(UUID caseId) {
        wake(follower -> follower.caseId().equals(caseId), Wake.CHANGED);
    }

    /** Keeps proxies from closing a quiet line, finds rights that have ended and slow readers. */
    @Scheduled(every = "${consilium.streams.tick}")
    void tick() {
        var then = clock.instant().minus(PATIENCE);
        all.stream().filter(follower -> follower.hasNotReadSince(then)).forEach(Follower::cut);
        wake(follower -> true, Wake.TICK);
    }

    /** Before requests under way are waited for: these would not end by themselves. */
    synchronized void endAll(@Observes ShutdownDelayInitiatedEvent ending) {
        closing = true;
        wake(follower -> true, Wake.OVER);
    }

    private void wake(Predicate<Follower> whom, Wake reason) {
        var now = clock.instant();
        all.stream().filter(whom).forEach(follower -> follower.wake(reason, now));
    }
}
