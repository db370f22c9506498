package org.consilium.documents.translations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Documents;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.paper.Form.Translation;
import org.consilium.documents.upload.Reservations;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;

/** Where the upload of a translation begins: the source is held, so that it is what is cited. */
@ApplicationScoped
class TranslationUploads {

    private final Transactions transactions;
    private final Documents documents;
    private final EngagementRows engagements;
    private final Reservations reservations;
    private final Ids ids;

    TranslationUploads(
            Transactions transactions,
            Documents documents,
            EngagementRows engagements,
            Reservations reservations,
            Ids ids) {
        this.transactions = transactions;
        this.documents = documents;
        this.engagements = engagements;
        this.reservations = reservations;
        this.ids = ids;
    }

    /** Somebody's wish for room. */
    record Wish(UUID source, UUID translator, long bytes, TranslationMetadata said) {}

    /** Not found for whoever translates something else. */
    Uni<Uploading> reserve(Wish wish) {
        return transactions.inTransaction(
                Actor.person(wish.translator()),
                work ->
                        documents
                                .hold(wish.source(), work)
                                .chain(source -> reserved(source, wish, work)));
    }

    private Uni<Uploading> reserved(Document source, Wish wish, UnitOfWork work) {
        var said = wish.said();
        return engagements
                .from(wish.source(), wish.translator(), said.to(), work)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .invoke(
                        () ->
                                TranslationRefusals.check(
                                        EngagementRules.citing(source, said.sourceSha256())))
                .map(from -> about(source.about(), wish, from, work))
                .chain(about -> reservations.begin(about, work));
    }

    /** Of the source's kind and day, and masked as long as its source is. */
    private Particulars about(Particulars source, Wish wish, String from, UnitOfWork work) {
        var said = wish.said();
        return new Particulars(
                ids.next(),
                source.caseId(),
                source.kind(),
                source.clinicalDate(),
                said.to(),
                source.firstOpinion(),
                said.fileName(),
                wish.translator(),
                wish.bytes(),
                work.now(),
                new Translation(source.documentId(), said.sourceSha256(), from, said.manner()));
    }
}
