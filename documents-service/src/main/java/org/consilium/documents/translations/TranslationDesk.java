package org.consilium.documents.translations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.consilium.documents.document.Decision;
import org.consilium.documents.document.Decision.Moved;
import org.consilium.documents.document.DocumentCommand.LoseSource;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Documents;
import org.consilium.kit.work.UnitOfWork;

/** What was taken back is taken back in every language. */
@ApplicationScoped
public class TranslationDesk {

    private final DocumentDesk desk;
    private final Documents documents;
    private final EngagementDesk engagements;

    TranslationDesk(DocumentDesk desk, Documents documents, EngagementDesk engagements) {
        this.desk = desk;
        this.documents = documents;
        this.engagements = engagements;
    }

    /**
     * Takes back its translations with the source. They are held before the case's shelf is, which
     * {@code withdrawal} holds: an examination that ends holds both in this order.
     */
    public Uni<Decision> withSource(
            UUID source, Supplier<Uni<Decision>> withdrawal, UnitOfWork work) {
        return documents
                .hold(source, work)
                .chain(() -> documents.holdTranslations(source, work))
                .chain(
                        held ->
                                withdrawal
                                        .get()
                                        .call(
                                                decision ->
                                                        decision instanceof Moved moved
                                                                ? taken(moved, held, work)
                                                                : nothing()));
    }

    private Uni<Void> taken(Moved moved, List<UUID> held, UnitOfWork work) {
        var source = moved.to().about();
        var done = engagements.endOfDocument(source.caseId(), source.documentId(), work);
        for (var id : held) {
            done =
                    done.chain(() -> desk.handle(id, new LoseSource(work.now()), work))
                            .replaceWithVoid();
        }
        return done;
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
