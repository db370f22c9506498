package org.consilium.documents.consents;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.kit.work.UnitOfWork;

/** The consents as intake tells of them; asked on every request, nothing is cached. */
@ApplicationScoped
public class Consents {

    private final Pool pool;

    Consents(Pool pool) {
        this.pool = pool;
    }

    /** One that names nobody is the patient's own and allows nobody else anything. */
    public Uni<Void> granted(ConsentGranted consent, UnitOfWork work) {
        if (consent.representative() == null) {
            return Uni.createFrom().voidItem();
        }
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
                .createNativeQuery(
                        "update consent set revoked_at = :now where id = :id and case_id = :case")
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("id", consent.consentId())
                .setParameter("case", consent.caseId())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Refused unless the person may share this case's records. */
    public Uni<Void> requireSharing(UUID caseId, UUID person, Instant at) {
        return allow(caseId, person, ScopeRules.SHARE, at)
                .map(ScopeFilter::passed)
                .replaceWithVoid();
    }

    /**
     * Whether nothing forbids it: the patient needs nobody's leave, and whoever opened the case
     * acts without a consent until they write one down.
     */
    Uni<Boolean> allow(UUID caseId, UUID person, String scope, Instant at) {
        return pool.preparedQuery(
                        """
                        select exists (select 1 from case_access where case_id = $1 and person = $2 and relation = 'PATIENT')
                            or not exists (select 1 from consent where case_id = $1 and person = $2)
                            or exists (select 1 from consent
                                       where case_id = $1 and person = $2 and revoked_at is null
                                         and (until is null or until > $3)
                                         and $4 = any(string_to_array(scopes, ' '))) as allowed""")
                .execute(Tuple.of(caseId, person, at.atOffset(ZoneOffset.UTC), scope))
                .map(rows -> rows.iterator().next().getBoolean("allowed"));
    }
}
