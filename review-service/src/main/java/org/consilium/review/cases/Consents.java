package org.consilium.review.cases;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.kit.work.UnitOfWork;

/** What the patient allows those who act for them; asked on every request, nothing is cached. */
@ApplicationScoped
public class Consents {

    private final Pool pool;

    Consents(Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> granted(ConsentGranted consent, UnitOfWork work) {
        var until = consent.until();
        return work.session()
                .createNativeQuery(
                        """
                        insert into consent (id, case_id, person, scopes, until)
                        values (:id, :case, :person, :scopes, cast(cast(:until as text) as timestamptz))
                        on conflict do nothing""")
                .setParameter("id", consent.consentId())
                .setParameter("case", consent.caseId())
                .setParameter("person", consent.representative())
                .setParameter("scopes", String.join(" ", consent.scopes()))
                .setParameter("until", until == null ? null : until.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> revoked(ConsentRevoked consent, UnitOfWork work) {
        return work.session()
                .createNativeQuery("delete from consent where id = :id and case_id = :case")
                .setParameter("id", consent.consentId())
                .setParameter("case", consent.caseId())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** All that stands at that moment, whichever consent it comes from. */
    public Uni<Set<String>> scopes(UUID caseId, UUID person, Instant at) {
        return pool.preparedQuery(
                        """
                        select scopes from consent
                        where case_id = $1 and person = $2 and (until is null or until > $3)""")
                .execute(Tuple.of(caseId, person, at.atOffset(ZoneOffset.UTC)))
                .map(Consents::scopes);
    }

    private static Set<String> scopes(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> Arrays.stream(row.getString("scopes").split(" ", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
