package org.consilium.documents.translations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;

/** The rows of engagements, for those who change them; each change holds the case's shelf. */
@ApplicationScoped
class EngagementRows {

    /** An engagement that has ended, as far as others are told. */
    record Over(UUID id, UUID documentId, UUID translator) {}

    Uni<Void> add(Engagement engagement, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into engagement (id, case_id, document_id, translator, from_language, to_language,
                                                until, engaged_by, engaged_at)
                        values (:id, :case, :document, :translator, :from, :to, :until, :by, :at)""")
                .setParameter("id", engagement.id())
                .setParameter("case", engagement.caseId())
                .setParameter("document", engagement.documentId())
                .setParameter("translator", engagement.translator())
                .setParameter("from", engagement.from())
                .setParameter("to", engagement.to())
                .setParameter("until", engagement.until().atOffset(ZoneOffset.UTC))
                .setParameter("by", engagement.engagedBy())
                .setParameter("at", engagement.engagedAt().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The language it is translated from, by this person into this language; null for none. */
    Uni<String> from(UUID documentId, UUID translator, String to, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select from_language from engagement
                        where document_id = :document and translator = :translator and to_language = :to
                          and ended_at is null and until > :now""",
                        String.class)
                .setParameter("document", documentId)
                .setParameter("translator", translator)
                .setParameter("to", to)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .getSingleResultOrNull();
    }

    /** What is over by itself makes room for the next. */
    Uni<Void> endWhatIsOver(UUID documentId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update engagement set ended_at = until
                        where document_id = :document and ended_at is null and until <= :now""")
                .setParameter("document", documentId)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<List<Over>> end(UUID engagementId, UnitOfWork work) {
        return ended("id", engagementId, work);
    }

    Uni<List<Over>> endOfDocument(UUID documentId, UnitOfWork work) {
        return ended("document_id", documentId, work);
    }

    Uni<List<Over>> endOfCase(UUID caseId, UnitOfWork work) {
        return ended("case_id", caseId, work);
    }

    private static Uni<List<Over>> ended(String column, UUID of, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update engagement set ended_at = :now
                        where %s = :of and ended_at is null and until > :now
                        returning id, document_id, translator"""
                                .formatted(column),
                        Tuple.class)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("of", of)
                .getResultList()
                .map(rows -> rows.stream().map(EngagementRows::over).toList());
    }

    private static Over over(Tuple row) {
        return new Over(
                row.get("id", UUID.class),
                row.get("document_id", UUID.class),
                row.get("translator", UUID.class));
    }

    Uni<Boolean> exists(UUID caseId, UUID engagementId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "select exists (select 1 from engagement where id = :id and case_id = :case)",
                        Boolean.class)
                .setParameter("id", engagementId)
                .setParameter("case", caseId)
                .getSingleResult();
    }

    /** Until when the person translates anything of the case; null for not at all. */
    Uni<OffsetDateTime> until(UUID caseId, UUID translator, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select max(until) from engagement
                        where case_id = :case and translator = :translator and ended_at is null""",
                        OffsetDateTime.class)
                .setParameter("case", caseId)
                .setParameter("translator", translator)
                .getSingleResultOrNull();
    }
}
