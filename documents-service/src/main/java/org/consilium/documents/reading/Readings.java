package org.consilium.documents.reading;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.consilium.documents.copies.ReadingCopies;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Documents;
import org.consilium.documents.storage.Bucket;
import org.consilium.documents.storage.ObjectStore;
import org.consilium.documents.storage.OnWorker;
import org.consilium.documents.storage.StoreAway;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;

/** Who reads is written down, and only then do bytes leave. */
@ApplicationScoped
class Readings {

    private final Transactions transactions;
    private final Documents documents;
    private final Sights sights;
    private final ReadingCopies copies;
    private final ObjectStore store;
    private final Ids ids;

    Readings(
            Transactions transactions,
            Documents documents,
            Sights sights,
            ReadingCopies copies,
            ObjectStore store,
            Ids ids) {
        this.transactions = transactions;
        this.documents = documents;
        this.sights = sights;
        this.copies = copies;
        this.store = store;
        this.ids = ids;
    }

    /**
     * The file, or for a reviewer its copy, which is what everybody has of a paper. Not found
     * unless it is for this person's eyes; whoever sees it in the list is told why there is nothing
     * to open yet.
     */
    Uni<ForReading> find(UUID documentId, UUID person, Set<String> roles) {
        return sighted(documentId, person, roles)
                .chain(
                        seen ->
                                (seen.sight().readsCopies() || seen.document().about().isPaper()
                                                ? copy(seen.document())
                                                : Uni.createFrom()
                                                        .item(ForReading.original(seen.document())))
                                        .map(file -> file.seenBy(seen.sight())));
    }

    /** A picture of a page, for whoever may open the document. */
    Uni<ForReading> findPage(UUID documentId, int page, UUID person, Set<String> roles) {
        return sighted(documentId, person, roles)
                .chain(
                        seen ->
                                copies.of(documentId)
                                        .map(copy -> NotReadable.page(copy, page))
                                        .map(found -> ForReading.derived(seen.document(), found))
                                        .map(file -> file.seenBy(seen.sight())));
    }

    /** Whether anything of it would leave: a file, its copy, or the picture of that page. */
    Uni<Boolean> opens(UUID documentId, String page, UUID person, Set<String> roles) {
        return (page == null
                        ? find(documentId, person, roles)
                        : findPage(documentId, number(page), person, roles))
                .replaceWith(true)
                .onFailure(Problem.class)
                .recoverWithItem(false);
    }

    /** No page has the number 0. */
    private static int number(String page) {
        return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
    }

    /** Whether its receipt is for this person's eyes. */
    Uni<Boolean> shows(UUID documentId, UUID person, Set<String> roles) {
        return documents
                .find(documentId)
                .chain(
                        document ->
                                sights.of(document, person, roles)
                                        .map(sight -> sight.shows(document)))
                .onFailure(Problem.class)
                .recoverWithItem(false);
    }

    /** Whether anybody has told of the case. */
    Uni<Boolean> isKnown(UUID caseId) {
        return documents.knowsCase(caseId);
    }

    /** An accepted document, and how much of the case whoever asks sees. */
    private record Seen(Accepted document, Sight sight) {}

    private Uni<Seen> sighted(UUID documentId, UUID person, Set<String> roles) {
        return documents
                .find(documentId)
                .chain(
                        document ->
                                sights.of(document, person, roles)
                                        .invoke(sight -> check(sight, document))
                                        .map(sight -> new Seen((Accepted) document, sight)));
    }

    private Uni<ForReading> copy(Accepted document) {
        return copies.of(document.about().documentId())
                .map(
                        copy ->
                                switch (copy.state()) {
                                    case NOT_NEEDED -> ForReading.original(document);
                                    case MADE -> ForReading.derived(document, copy.whole());
                                    case WANTED, FAILED -> throw NotReadable.because(copy.state());
                                });
    }

    private static void check(Sight sight, Document document) {
        if (!sight.opens(document)) {
            throw sight == Sight.EVERYTHING ? NotReadable.because(document) : Problem.notFound();
        }
    }

    /** Begins the reading; its note commits before the first byte is asked of the store. */
    Uni<InputStream> open(ForReading file, ByteRange range, UUID person) {
        return transactions
                .inTransaction(Actor.person(person), work -> noted(file, range, work))
                .chain(
                        objectKey ->
                                store.read(Bucket.VAULT, objectKey, range.first(), range.last()))
                .onFailure(StoreAway.class)
                .transform(StoreAway::problem);
    }

    /** Chunk by chunk, as fast as the reader takes them. */
    static Multi<byte[]> chunks(InputStream bytes) {
        return Multi.createBy()
                .repeating()
                .uni(() -> OnWorker.blocking("read", () -> bytes.readNBytes(ObjectStore.CHUNK)))
                .until(chunk -> chunk.length == 0)
                .onTermination()
                .call(() -> OnWorker.blocking("close", () -> closed(bytes)));
    }

    private static boolean closed(InputStream bytes) throws IOException {
        bytes.close();
        return true;
    }

    private Uni<String> noted(ForReading file, ByteRange range, UnitOfWork work) {
        var about = file.document().about();
        return work.session()
                .createNativeQuery(
                        """
                        insert into content_reading (id, case_id, document_id, reader, first_byte, last_byte, read_at)
                        values (:id, :case, :document, :reader, :first, :last, :at)""")
                .setParameter("id", ids.next())
                .setParameter("case", about.caseId())
                .setParameter("document", about.documentId())
                .setParameter("reader", work.actor().value())
                .setParameter("first", range.first())
                .setParameter("last", range.last())
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .chain(
                        () ->
                                file.derivedKey() == null
                                        ? documents.objectKey(about.documentId(), work)
                                        : Uni.createFrom().item(file.derivedKey().toString()));
    }
}
