package org.consilium.documents.checklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.kit.work.UnitOfWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of waivers. */
@ApplicationScoped
class Waivers {

    /** By item. */
    Uni<Map<String, Waiver>> inForce(UUID caseId, Mutiny.Session session) {
        return session.createNativeQuery(
                        """
                        select item, reason, waived_by, waived_at from waiver
                        where case_id = :case and withdrawn_at is null""",
                        Tuple.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> row.get("item", String.class),
                                                        Waivers::waiver)));
    }

    Uni<Void> add(UUID caseId, String item, Waiver waiver, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into waiver (case_id, item, reason, waived_by, waived_at)
                        values (:case, :item, :reason, :by, :at)""")
                .setParameter("case", caseId)
                .setParameter("item", item)
                .setParameter("reason", waiver.reason().code())
                .setParameter("by", waiver.waivedBy())
                .setParameter("at", waiver.waivedAt().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** False when none is in force. */
    Uni<Boolean> withdraw(UUID caseId, String item, UUID by, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update waiver set withdrawn_by = :by, withdrawn_at = :at
                        where case_id = :case and item = :item and withdrawn_at is null""")
                .setParameter("case", caseId)
                .setParameter("item", item)
                .setParameter("by", by)
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .map(rows -> rows > 0);
    }

    private static Waiver waiver(Tuple row) {
        return new Waiver(
                WaiverReason.ofCode(row.get("reason", String.class)),
                row.get("waived_by", UUID.class),
                row.get("waived_at", OffsetDateTime.class).toInstant());
    }
}
