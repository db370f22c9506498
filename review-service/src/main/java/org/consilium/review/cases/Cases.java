package org.consilium.review.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentDated;
import org.consilium.contracts.DocumentsEvent.DocumentWithdrawn;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.kit.events.EventJson;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/** What this service heard of each case from the others, each fact on its own. */
@ApplicationScoped
public class Cases {

    public Uni<CaseFacts> submitted(CaseSubmitted event, UnitOfWork work) {
        return note(event.caseId(), row -> row.submitted = EventJson.write(event), work);
    }

    public Uni<CaseFacts> triaged(CaseTriaged event, UnitOfWork work) {
        return note(event.caseId(), row -> row.triaged = EventJson.write(event), work);
    }

    /** What was known until now, and nobody else changes it before this transaction ends. */
    public Uni<CaseFacts> factsLocked(UUID caseId, UnitOfWork work) {
        return work.session()
                .find(CaseFactsRow.class, caseId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .switchTo(() -> created(caseId, work))
                .map(CaseFactsRow::toFacts);
    }

    public Uni<CaseFacts> ready(UUID caseId, UnitOfWork work) {
        return note(caseId, row -> row.ready = true, work);
    }

    /** Nobody will be asked for it any more. */
    public Uni<CaseFacts> ended(UUID caseId, UnitOfWork work) {
        return note(caseId, row -> row.ended = true, work);
    }

    /** The case gets its row with the first fact, whichever that is. */
    private static Uni<CaseFacts> note(UUID caseId, Consumer<CaseFactsRow> fact, UnitOfWork work) {
        return work.session()
                .find(CaseFactsRow.class, caseId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .switchTo(() -> created(caseId, work))
                .invoke(fact)
                .map(CaseFactsRow::toFacts);
    }

    private static Uni<CaseFactsRow> created(UUID caseId, UnitOfWork work) {
        var row = new CaseFactsRow();
        row.caseId = caseId;
        return work.session().persist(row).replaceWith(row);
    }

    /** Fails with not-found for a case that nobody told of. */
    public Uni<CaseFacts> facts(UUID caseId, UnitOfWork work) {
        return work.session()
                .find(CaseFactsRow.class, caseId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(CaseFactsRow::toFacts);
    }

    Uni<Void> accepted(DocumentAccepted document, UnitOfWork work) {
        var date = document.clinicalDate();
        return work.session()
                .createNativeQuery(
                        """
                        insert into case_document (case_id, document_id, kind, clinical_date, first_opinion)
                        values (:case, :document, :kind, cast(cast(:date as text) as date), :first)
                        on conflict do nothing""")
                .setParameter("case", document.caseId())
                .setParameter("document", document.documentId())
                .setParameter("kind", document.kind())
                .setParameter("date", date == null ? null : date.toString())
                .setParameter("first", Boolean.TRUE.equals(document.firstOpinion()))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> dated(DocumentDated document, UnitOfWork work) {
        return change(
                "update case_document set clinical_date = cast(cast(:value as text) as date)",
                document.documentId(),
                document.clinicalDate().toString(),
                work);
    }

    Uni<Void> paged(UUID documentId, int pages, UnitOfWork work) {
        return change(
                "update case_document set pages = cast(cast(:value as text) as int)",
                documentId,
                Integer.toString(pages),
                work);
    }

    /** What was cited of it until then leads nowhere. */
    Uni<Void> withdrawn(DocumentWithdrawn document, UnitOfWork work) {
        return work.session()
                .createNativeQuery("delete from case_document where document_id = :document")
                .setParameter("document", document.documentId())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> change(String what, UUID documentId, String value, UnitOfWork work) {
        return work.session()
                .createNativeQuery(what + " where document_id = :document")
                .setParameter("value", value)
                .setParameter("document", documentId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The documents that an opinion of this case may cite, by their ids. */
    public Uni<Map<UUID, CaseDocument>> documents(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "select document_id, kind, clinical_date, first_opinion, pages from case_document where case_id = :case",
                        Object[].class)
                .setParameter("case", caseId)
                .getResultList()
                .map(
                        rows ->
                                rows.stream()
                                        .map(CaseDocument::of)
                                        .collect(
                                                Collectors.toMap(
                                                        CaseDocument::documentId,
                                                        Function.identity())));
    }
}
