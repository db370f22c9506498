package org.consilium.kit.deadline;

import io.smallrye.mutiny.Uni;
import org.consilium.kit.work.UnitOfWork;

/** What happens when a deadline of one kind is due: one bean per kind. */
public interface DeadlineHandler {

    String kind();

    /**
     * Locks what the deadline is about, as every command on it does first: its case, its document.
     * Whoever lifts or moves the deadline holds that already; were the deadline's row taken before,
     * the two would wait for each other.
     */
    Uni<Void> hold(Deadline deadline, UnitOfWork work);

    /**
     * Commits together with the end of the deadline, so it fires once. The same one may be set
     * again here.
     */
    Uni<Void> fire(Deadline deadline, UnitOfWork work);
}
