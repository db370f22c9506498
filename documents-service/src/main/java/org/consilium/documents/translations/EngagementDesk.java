package org.consilium.documents.translations;

import static org.consilium.contracts.Relation.TRANSLATOR;
import static org.consilium.documents.translations.TranslationRefusal.ENGAGEMENT_HAS_ENDED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.DocumentsEvent.TranslatorDisengaged;
import org.consilium.contracts.DocumentsEvent.TranslatorEngaged;
import org.consilium.documents.checklist.ChecklistDesk;
import org.consilium.documents.document.Documents;
import org.consilium.documents.translations.EngagementRows.Over;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/**
 * Where somebody becomes a translator of a case, and ceases to be. The document is held first, then
 * the case's shelf, as everywhere.
 */
@ApplicationScoped
public class EngagementDesk {

    private final EngagementRows rows;
    private final Documents documents;
    private final ChecklistDesk checklist;
    private final CaseAccess access;
    private final Outbox outbox;

    EngagementDesk(
            EngagementRows rows,
            Documents documents,
            ChecklistDesk checklist,
            CaseAccess access,
            Outbox outbox) {
        this.rows = rows;
        this.documents = documents;
        this.checklist = checklist;
        this.access = access;
        this.outbox = outbox;
    }

    Uni<Void> engage(Engagement wish, UnitOfWork work) {
        return documents
                .hold(wish.documentId(), work)
                .chain(
                        source ->
                                checklist
                                        .caseHasEnded(wish.caseId(), work)
                                        .call(() -> rows.endWhatIsOver(wish.documentId(), work))
                                        .chain(
                                                ended ->
                                                        isEngaged(wish, work)
                                                                .map(
                                                                        engaged ->
                                                                                EngagementRules
                                                                                        .engaging(
                                                                                                source,
                                                                                                ended,
                                                                                                engaged))))
                .invoke(TranslationRefusals::check)
                .chain(() -> rows.add(wish, work))
                .chain(() -> letIn(wish.caseId(), wish.translator(), work))
                .chain(() -> outbox.append(engaged(wish), work))
                .replaceWithVoid();
    }

    private Uni<Boolean> isEngaged(Engagement wish, UnitOfWork work) {
        return rows.from(wish.documentId(), wish.translator(), wish.to(), work)
                .map(from -> from != null);
    }

    /** Not found when it is another case's. */
    Uni<Void> end(UUID caseId, UUID engagementId, UnitOfWork work) {
        return checklist
                .caseHasEnded(caseId, work)
                .chain(() -> rows.exists(caseId, engagementId, work))
                .invoke(
                        exists -> {
                            if (!exists) {
                                throw Problem.notFound();
                            }
                        })
                .chain(() -> rows.end(engagementId, work))
                .invoke(
                        ended -> {
                            if (ended.isEmpty()) {
                                throw TranslationRefusals.problem(ENGAGEMENT_HAS_ENDED);
                            }
                        })
                .chain(ended -> told(caseId, ended, work));
    }

    /** The document was taken back: there is nothing left to translate. */
    Uni<Void> endOfDocument(UUID caseId, UUID documentId, UnitOfWork work) {
        return rows.endOfDocument(documentId, work).chain(ended -> told(caseId, ended, work));
    }

    /** The case has ended, whose shelf is held. */
    public Uni<Void> endOfCase(UUID caseId, UnitOfWork work) {
        return rows.endOfCase(caseId, work).chain(ended -> told(caseId, ended, work));
    }

    private Uni<Void> told(UUID caseId, List<Over> ended, UnitOfWork work) {
        var done = Uni.createFrom().voidItem();
        for (var each : ended) {
            var told =
                    new TranslatorDisengaged(
                            caseId, each.id(), each.documentId(), each.translator());
            done =
                    done.chain(() -> letIn(caseId, each.translator(), work))
                            .chain(() -> outbox.append(told, work))
                            .replaceWithVoid();
        }
        return done;
    }

    /** As long as the last of their engagements. */
    private Uni<Void> letIn(UUID caseId, UUID translator, UnitOfWork work) {
        return rows.until(caseId, translator, work)
                .chain(
                        until ->
                                until == null
                                        ? access.revoke(caseId, translator, TRANSLATOR, work)
                                        : access.grant(
                                                caseId,
                                                translator,
                                                TRANSLATOR,
                                                until.toInstant(),
                                                work));
    }

    private static TranslatorEngaged engaged(Engagement wish) {
        return new TranslatorEngaged(
                wish.caseId(),
                wish.id(),
                wish.documentId(),
                wish.translator(),
                wish.from(),
                wish.to(),
                wish.until());
    }
}
