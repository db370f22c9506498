package org.consilium.documents.quarantine;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Sha256;

/**
 * One request's bytes on their way into the store, part by part. The next chunk is taken when the
 * one before is done with, so a slow store slows the client and fills no memory.
 */
public final class Inflow {

    private final UploadDesk desk;
    private final Completion completion;
    private final PartBuffer part;
    private final ChunkChecksum checksum;
    private final MessageDigest seen = Sha256.digest();
    private final boolean sawAll;
    private boolean counts;
    private OpenUpload counted;
    private OpenUpload upload;

    /** A request with a checksum counts nothing before all of its bytes came to it. */
    Inflow(
            UploadDesk desk,
            Completion completion,
            OpenUpload upload,
            PartBuffer part,
            ChunkChecksum checksum) {
        this.desk = desk;
        this.completion = completion;
        this.counted = upload;
        this.upload = upload;
        this.part = part;
        this.checksum = checksum;
        this.counts = checksum == null;
        this.sawAll = upload.here() == 0;
    }

    UUID documentId() {
        return counted.documentId();
    }

    /** This request's proof that it is the one that writes. */
    UUID writer() {
        return counted.writer();
    }

    public Uni<Void> take(Buffer chunk) {
        if (chunk.length() > upload.bytes() - offset()) {
            throw new Problem(
                    413, "more-than-announced", "More bytes than Upload-Length announced.");
        }
        return take(chunk, 0);
    }

    private Uni<Void> take(Buffer chunk, int from) {
        int before = part.filled();
        int next = part.take(chunk, from);
        seen.update(part.bytes(), before, part.filled() - before);
        if (checksum != null) {
            checksum.update(part.bytes(), before, part.filled() - before);
        }
        if (!part.isFull()) {
            return Uni.createFrom().voidItem();
        }
        return storePart().chain(() -> take(chunk, next));
    }

    private Uni<Void> storePart() {
        return desk.storePart(upload, part)
                .call(grown -> counts ? count(grown) : desk.stay(grown))
                .invoke(
                        grown -> {
                            upload = grown;
                            part.clear();
                        })
                .replaceWithVoid();
    }

    private Uni<Void> count(OpenUpload grown) {
        return desk.count(counted, grown).invoke(() -> counted = grown);
    }

    /** The request's body is through. Answers the offset from which the next one goes on. */
    public Uni<Long> end() {
        return checksum == null ? finish() : verified().chain(this::finish);
    }

    private Uni<Long> finish() {
        if (offset() < upload.bytes()) {
            return keepAll();
        }
        return lastPart()
                .chain(() -> completion.complete(upload, sawAll ? Sha256.end(seen) : null))
                .replaceWith(upload.bytes());
    }

    private Uni<Void> verified() {
        if (!checksum.holds()) {
            return desk.leave(upload)
                    .onItem()
                    .failWith(
                            () ->
                                    new Problem(
                                            460,
                                            "checksum-mismatch",
                                            "The bytes do not come to Upload-Checksum; none of"
                                                    + " them is kept."));
        }
        counts = true;
        return counted.equals(upload) ? Uni.createFrom().voidItem() : count(upload);
    }

    /** The request broke off: what came of it stays, unless nobody can say that it came right. */
    public Uni<Long> keep() {
        return checksum == null ? keepAll() : desk.leave(upload).replaceWith(counted.here());
    }

    /** All bytes may be here although the request broke off; then nobody will bring another one. */
    private Uni<Long> keepAll() {
        return offset() < upload.bytes()
                ? desk.keepTail(upload, part).replaceWith(this::offset)
                : lastPart().chain(() -> desk.leave(upload)).replaceWith(upload.bytes());
    }

    Uni<Void> lastPart() {
        if (part.filled() == 0) {
            return Uni.createFrom().voidItem();
        }
        return upload.isSinglePart()
                ? desk.storeWhole(upload, part).invoke(whole -> upload = whole).replaceWithVoid()
                : storePart();
    }

    private long offset() {
        return upload.inParts() + part.filled();
    }
}
