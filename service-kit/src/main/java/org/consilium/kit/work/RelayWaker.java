package org.consilium.kit.work;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Tells the relay, on whichever replica it is active, that the outbox has rows.
 *
 * <p>NOTIFY inside the writing transaction would make all commits queue for one lock; so it goes
 * out after the commit, on its own, and one that is under way answers for all commits until it
 * returns. A lost one costs no more than the relay's timer.
 */
@ApplicationScoped
class RelayWaker {

    private static final Logger LOG = Logger.getLogger(RelayWaker.class);

    private final Pool pool;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final AtomicBoolean askedAgain = new AtomicBoolean();

    RelayWaker(Pool pool) {
        this.pool = pool;
    }

    void wake() {
        if (!underWay.compareAndSet(false, true)) {
            askedAgain.set(true);
            return;
        }
        pool.query("select set_config('synchronous_commit', 'off', true), pg_notify('outbox', '')")
                .execute()
                .subscribe()
                .with(done -> ended(), failure -> endedIn(failure));
    }

    private void ended() {
        underWay.set(false);
        if (askedAgain.getAndSet(false)) {
            wake();
        }
    }

    private void endedIn(Throwable failure) {
        LOG.debugf(failure, "the relay was not woken; its timer will do");
        underWay.set(false);
    }
}
