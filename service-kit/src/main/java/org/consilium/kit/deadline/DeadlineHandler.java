package org.consilium.kit.deadline;

import io.smallrye.mutiny.Uni;
import org.consilium.kit.work.UnitOfWork;

/** What happens when a deadline of one kind is due: one bean per kind. */
public interface DeadlineHandler {

    String kind();

    /** Commits together with the note that the deadline fired, so it fires once. */
    Uni<Void> fire(Deadline deadline, UnitOfWork work);
}
