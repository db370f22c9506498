package org.consilium.documents.copies;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.consilium.documents.copies.Workshop.NoCopy;
import org.consilium.documents.storage.Bucket;
import org.consilium.documents.storage.ObjectStore;
import org.consilium.documents.storage.OnWorker;
import org.consilium.documents.worker.CleanCopy;
import org.consilium.documents.worker.PdfLook;

/**
 * What the worker process says of a PDF that is still in quarantine: reading it needs a parser, and
 * a parser of what strangers write needs limits.
 */
@ApplicationScoped
public class LookInside {

    private final ObjectStore store;
    private final Workshop workshop;

    /** One worker beside the one that makes copies: each may take its whole heap. */
    private final Semaphore place = new Semaphore(1, true);

    LookInside(ObjectStore store, Workshop workshop) {
        this.store = store;
        this.workshop = workshop;
    }

    /** What came of it. */
    public enum Inside {
        NOTHING_ACTS,
        ACTS,
        /** It opens with a password that is not here. */
        LOCKED,
        /** It is no PDF that can be read. */
        UNREADABLE,
        /** The worker was stopped: by the file, or by how busy the machine was. */
        TOO_HEAVY
    }

    /**
     * Fails when the store is away or no worker could be started, which says nothing of the file.
     */
    public Uni<Inside> of(String key, long bytes) {
        return store.read(Bucket.QUARANTINE, key, 0, bytes - 1)
                .chain(stream -> OnWorker.blocking("look", () -> look(stream)));
    }

    private Inside look(InputStream bytes) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("look");
        try (bytes) {
            Files.copy(bytes, directory.resolve(CleanCopy.original(1)));
            place.acquire();
            try {
                return said(directory);
            } finally {
                place.release();
            }
        } finally {
            CopyJob.removed(directory);
        }
    }

    Inside said(Path directory) throws IOException, InterruptedException {
        try {
            workshop.make(PdfLook.KIND, directory);
        } catch (NoCopy noCopy) {
            return switch (noCopy.reason()) {
                case CANNOT_BE_READ -> Inside.UNREADABLE;
                case TOO_HEAVY -> Inside.TOO_HEAVY;
            };
        }
        return switch (Files.readString(directory.resolve(PdfLook.ANSWER))) {
            case PdfLook.NOTHING_ACTS -> Inside.NOTHING_ACTS;
            case PdfLook.ACTS -> Inside.ACTS;
            case PdfLook.LOCKED -> Inside.LOCKED;
            default -> throw new IOException("the worker said something else");
        };
    }
}
