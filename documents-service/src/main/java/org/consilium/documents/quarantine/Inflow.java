package org.consilium.documents.quarantine;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.consilium.documents.storage.Sha256;
import org.consilium.kit.web.Problem;

/**
 * One request's bytes on their way into the store, part by part. The next chunk is taken when the
 * one before is done with, so a slow store slows the client and fills no memory.
 */
public final class Inflow {

    private final UploadDesk desk;
    private final Completion completion;
    private final PartBuffer part;
    private final Sha256 seen = new Sha256();
    private final boolean sawAll;
    private OpenUpload upload;

    Inflow(UploadDesk desk, Completion completion, OpenUpload upload, PartBuffer part) {
        this.desk = desk;
        this.completion = completion;
        this.upload = upload;
        this.part = part;
        this.sawAll = upload.here() == 0;
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
        if (!part.isFull()) {
            return Uni.createFrom().voidItem();
        }
        return storePart().chain(() -> take(chunk, next));
    }

    private Uni<Void> storePart() {
        return desk.storePart(upload, part)
                .invoke(
                        grown -> {
                            upload = grown;
                            part.clear();
                        })
                .replaceWithVoid();
    }

    /** The request's body is through. Answers the offset from which the next one goes on. */
    public Uni<Long> end() {
        if (offset() < upload.bytes()) {
            return keep();
        }
        return lastPart()
                .chain(() -> completion.complete(upload, sawAll ? seen.hex() : null))
                .replaceWith(upload.bytes());
    }

    /** The request broke off: what came of it stays. */
    public Uni<Long> keep() {
        return desk.keepTail(upload, part).replaceWith(this::offset);
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
