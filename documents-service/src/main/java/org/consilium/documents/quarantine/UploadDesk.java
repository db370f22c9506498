package org.consilium.documents.quarantine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.documents.document.DocumentCommand.KeepBytes;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Refusals;
import org.consilium.documents.storage.ObjectParts;
import org.consilium.documents.storage.ObjectStore;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.FailPoints;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;

/**
 * Bytes into the store first, then their count into the database: what HEAD tells is there,
 * whatever dies. Each step is a transaction of its own, since one upload may take hours.
 */
@ApplicationScoped
public class UploadDesk {

    private final Transactions transactions;
    private final DocumentDesk documents;
    private final Quarantine quarantine;
    private final ObjectStore store;
    private final ObjectParts parts;
    private final Completion completion;
    private final Ids ids;

    UploadDesk(
            Transactions transactions,
            DocumentDesk documents,
            Quarantine quarantine,
            ObjectStore store,
            ObjectParts parts,
            Completion completion,
            Ids ids) {
        this.transactions = transactions;
        this.documents = documents;
        this.quarantine = quarantine;
        this.store = store;
        this.parts = parts;
        this.completion = completion;
        this.ids = ids;
    }

    /**
     * Lets this request write; refused when its first byte is not the next one, when it announces
     * too many, or while another request writes.
     */
    public Uni<Inflow> open(UUID documentId, UUID uploader, Chunk chunk) {
        var writer = ids.next();
        var wanted = new KeepBytes(chunk.offset(), chunk.announced());
        return asUploader(
                uploader,
                work ->
                        documents
                                .ask(documentId, wanted, work)
                                .invoke(Refusals::accepted)
                                .chain(() -> quarantine.admitWriter(documentId, writer, work))
                                .chain(() -> quarantine.opened(documentId, work))
                                .chain(upload -> inflow(upload, chunk, work)));
    }

    private Uni<Inflow> inflow(OpenUpload upload, Chunk chunk, UnitOfWork work) {
        return quarantine
                .tail(upload.documentId(), work)
                .map(
                        tail ->
                                new Inflow(
                                        this,
                                        completion,
                                        upload,
                                        new PartBuffer(tail),
                                        chunk.checksum()));
    }

    /**
     * Into the store only; a part that is never counted is overwritten by the next of its number.
     */
    Uni<OpenUpload> storePart(OpenUpload upload, PartBuffer part) {
        return multipart(upload)
                .chain(
                        id ->
                                parts.putPart(
                                                upload.objectKey(),
                                                id,
                                                upload.etags().size() + 1,
                                                part.bytes(),
                                                part.filled())
                                        .map(etag -> upload.withPart(id, etag, part.filled())))
                .invoke(() -> FailPoints.reach("upload.part-stored"));
    }

    /** The parts that came since {@code before} are here to stay. */
    Uni<Void> count(OpenUpload before, OpenUpload grown) {
        return counted(
                before,
                grown.here(),
                work -> quarantine.addParts(before.etags().size(), grown, work));
    }

    /** The writer goes on, and has nothing yet that counts. */
    Uni<Void> stay(OpenUpload upload) {
        return asUploader(upload.uploadedBy(), work -> quarantine.stay(upload, true, work));
    }

    /** The writer goes, and nothing of what it brought since it last counted stays. */
    Uni<Void> leave(OpenUpload upload) {
        return asUploader(upload.uploadedBy(), work -> quarantine.stay(upload, false, work));
    }

    /** A file that never filled a part goes into the store in one piece. */
    Uni<OpenUpload> storeWhole(OpenUpload upload, PartBuffer part) {
        return store.put(upload.objectKey(), part.bytes(), part.filled())
                .invoke(() -> FailPoints.reach("upload.whole-stored"))
                .chain(
                        () ->
                                counted(
                                        upload,
                                        upload.bytes(),
                                        work -> quarantine.keepAll(upload, work)))
                .replaceWith(upload.withAll());
    }

    /** The request ends before the file does: another one will go on from here. */
    Uni<Void> keepTail(OpenUpload upload, PartBuffer part) {
        var tail = Arrays.copyOf(part.bytes(), part.filled());
        return counted(
                upload,
                upload.inParts() + part.filled(),
                work -> quarantine.keepTail(upload, tail, work));
    }

    private Uni<Void> counted(
            OpenUpload before, long here, Function<UnitOfWork, Uni<Void>> keeping) {
        var bytes = new KeepBytes(before.here(), here - before.here());
        return asUploader(
                before.uploadedBy(),
                work ->
                        documents
                                .handle(before.documentId(), bytes, work)
                                .invoke(Refusals::accepted)
                                .chain(() -> keeping.apply(work)));
    }

    private Uni<String> multipart(OpenUpload upload) {
        return upload.s3UploadId() == null
                ? parts.beginParts(upload.objectKey())
                : Uni.createFrom().item(upload.s3UploadId());
    }

    private <T> Uni<T> asUploader(UUID uploader, Function<UnitOfWork, Uni<T>> steps) {
        return transactions.inTransaction(Actor.person(uploader), steps);
    }
}
