package org.consilium.system.upgrades;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.consilium.system.Service;
import org.consilium.system.ServiceProcess;

/**
 * Two replicas of a service, replaced as Kubernetes does with {@code maxSurge: 1, maxUnavailable:
 * 0}: a new one first, and when it is ready an old one is asked to go.
 */
final class Deployment {

    static final int PLACES = 3;

    private static final int REPLICAS = 2;

    /** Until every proxy has heard that a pod ends; it has the time before the signal for it. */
    private static final Duration WORD_GETS_ROUND = Duration.ofSeconds(1);

    private final Proxy proxy;
    private final Ending ending;
    private final Deque<ServiceProcess> free;
    private final Deque<ServiceProcess> running = new ArrayDeque<>();
    private Duration longestEnd = Duration.ZERO;

    Deployment(Service service, List<ServiceProcess> places, Proxy proxy) {
        this.proxy = proxy;
        this.ending = Ending.of(service);
        this.free = new ArrayDeque<>(places);
    }

    /** Returns before it is ready; {@link #admit} waits for that. */
    void launch(Path version) {
        var replica = free.removeFirst();
        replica.builtIn(version).launch();
        running.addLast(replica);
    }

    void admit() {
        var replica = running.getLast();
        replica.awaitReady();
        proxy.admit(replica);
    }

    void replaceBy(Path version) {
        for (int replaced = 0; replaced < REPLICAS; replaced++) {
            launch(version);
            admit();
            end(running.removeFirst());
        }
    }

    /** From the signal to the end of the process. */
    Duration longestEnd() {
        return longestEnd;
    }

    private void end(ServiceProcess replica) {
        pause(WORD_GETS_ROUND);
        proxy.forget(replica);
        pause(ending.beforeTheSignal().minus(WORD_GETS_ROUND));
        var signal = Instant.now();
        replica.stop(ending.afterTheSignal());
        var lasted = Duration.between(signal, Instant.now());
        longestEnd = lasted.compareTo(longestEnd) > 0 ? lasted : longestEnd;
        if (lasted.compareTo(ending.afterTheSignal()) >= 0) {
            throw new IllegalStateException(replica.service() + " had to be killed");
        }
        proxy.remove(replica);
        free.addLast(replica);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
