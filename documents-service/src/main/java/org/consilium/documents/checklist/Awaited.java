package org.consilium.documents.checklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.OwnContext;

/**
 * A client may be ahead of what this service has heard: it was told of a case whose first event is
 * still on its way here. The door waits for those who need a relation; this is for staff, whom it
 * lets in by role.
 */
@ApplicationScoped
public class Awaited {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final Shelves shelves;
    private final OwnContext context;

    Awaited(Shelves shelves, OwnContext context) {
        this.shelves = shelves;
        this.context = context;
    }

    /** Not found when nobody has told of the case within two seconds. */
    public Uni<Void> known(UUID caseId) {
        return context.stayingOn(
                        shelves.find(caseId),
                        found ->
                                found.onFailure(Problem.class)
                                        .retry()
                                        .withBackOff(PAUSE, LONGEST_PAUSE)
                                        .expireIn(PATIENCE.toMillis()))
                .onFailure()
                .transform(failure -> failure.getCause() instanceof Problem p ? p : failure)
                .replaceWithVoid();
    }
}
