package org.consilium.documents.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.access.CaseAccess;

/** Gathers what the policy needs to know to say how much a caller sees. */
@ApplicationScoped
class Sights {

    private final CaseAccess access;
    private final Pool pool;
    private final Clock clock;

    Sights(CaseAccess access, Pool pool, Clock clock) {
        this.access = access;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Sight> of(UUID caseId, UUID person, Set<String> roles) {
        return pool.preparedQuery(
                        """
                        select exists (select 1 from committed_reading where case_id = $1 and reviewer = $2) as committed,
                               exists (select 1 from shelf where case_id = $1 and ended_at is not null) as ended""")
                .execute(Tuple.of(caseId, person))
                .map(rows -> rows.iterator().next())
                .chain(
                        facts ->
                                access.relations(caseId, person, clock.instant())
                                        .map(
                                                relations ->
                                                        DocumentsPolicy.sight(
                                                                roles,
                                                                relations,
                                                                facts.getBoolean("committed"),
                                                                facts.getBoolean("ended"))));
    }
}
