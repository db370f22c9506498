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

    /** Commits together with the note that the deadline fired, so it fires once. */
    Uni<Void> fire(Deadline deadline, UnitOfWork work);
}
