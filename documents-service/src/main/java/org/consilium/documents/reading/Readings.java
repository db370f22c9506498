package org.consilium.documents.reading;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
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
    private final ObjectStore store;
    private final Ids ids;

    Readings(
            Transactions transactions,
            Documents documents,
            Sights sights,
            ObjectStore store,
            Ids ids) {
        this.transactions = transactions;
        this.documents = documents;
        this.sights = sights;
        this.store = store;
        this.ids = ids;
    }

    /**
     * Not found unless it is for this person's eyes; whoever sees it in the list is told why there
     * is nothing to open yet.
     */
    Uni<Accepted> find(UUID documentId, UUID person, Set<String> roles) {
        return documents
                .find(documentId)
                .call(
                        document ->
                                sights.of(document.about().caseId(), person, roles)
                                        .invoke(sight -> check(sight, document)))
                .map(document -> (Accepted) document);
    }

    private static void check(Sight sight, Document document) {
        if (!sight.opens(document)) {
            throw sight == Sight.EVERYTHING ? NotReadable.because(document) : Problem.notFound();
        }
    }

    /** Begins the reading; its note commits before the first byte is asked of the store. */
    Uni<InputStream> open(Accepted document, ByteRange range, UUID person) {
        return transactions
                .inTransaction(Actor.person(person), work -> noted(document, range, work))
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

    private Uni<String> noted(Accepted document, ByteRange range, UnitOfWork work) {
        var about = document.about();
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
                .chain(() -> documents.objectKey(about.documentId(), work));
    }
}
