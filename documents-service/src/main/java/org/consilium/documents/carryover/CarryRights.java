package org.consilium.documents.carryover;

import static org.consilium.contracts.Relation.PATIENT;
import static org.consilium.contracts.Relation.REPRESENTATIVE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collections;
import java.util.Set;
import org.consilium.contracts.Relation;
import org.consilium.documents.consents.Consents;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.web.Problem;

/**
 * What somebody has to be to the earlier case. What they have to be to the new one the service's
 * policy says.
 */
@ApplicationScoped
class CarryRights {

    private static final Set<Relation> WHOSE_RECORDS = Set.of(PATIENT, REPRESENTATIVE);

    private final CaseAccess access;
    private final EarlierCases earlierCases;
    private final Consents consents;
    private final Clock clock;

    CarryRights(CaseAccess access, EarlierCases earlierCases, Consents consents, Clock clock) {
        this.access = access;
        this.earlierCases = earlierCases;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * Whoever has no part in the earlier case hears of it what they would hear of a case that does
     * not exist.
     */
    Uni<Void> require(Wish wish) {
        return access.relations(wish.from(), wish.by(), clock.instant())
                .invoke(CarryRights::checkTheirs)
                .chain(() -> earlierCases.isEarlier(wish.from(), wish.caseId()))
                .invoke(CarryRights::checkLed)
                .chain(() -> consents.requireSharing(wish.from(), wish.by(), clock.instant()));
    }

    private static void checkTheirs(Set<Relation> relations) {
        if (Collections.disjoint(relations, WHOSE_RECORDS)) {
            throw Problem.notFound();
        }
    }

    private static void checkLed(boolean led) {
        if (!led) {
            throw new Problem(
                    409,
                    "not-the-earlier-case",
                    "Records are carried over only from the case that led to this one.");
        }
    }
}
