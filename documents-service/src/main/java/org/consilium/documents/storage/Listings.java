package org.consilium.documents.storage;

import io.minio.ListMultipartUploadsArgs;
import io.minio.ListMultipartUploadsResponse;
import io.minio.ListObjectsArgs;
import io.minio.Result;
import io.minio.messages.Item;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What lies in the buckets, page by page in the order of the keys, whether anybody knows of it or
 * not.
 */
@ApplicationScoped
class Listings {

    static final int PAGE = 1_000;

    private final ObjectStore store;

    Listings(ObjectStore store) {
        this.store = store;
    }

    /** What lies in a bucket, by the key of its object. */
    interface Left {
        UUID key();

        Instant since();
    }

    /** An object; what is not called by one of our keys is none of our business. */
    record Lying(UUID key, Instant since) implements Left {}

    /**
     * A page.
     *
     * @param last the key from which to go on; null when nothing comes behind
     */
    record ObjectPage(List<Lying> objects, String last) {}

    /** Parts that were never joined. */
    record LyingParts(UUID key, String uploadId, Instant since) implements Left {}

    /**
     * A page.
     *
     * @param lastKey the key from which to go on; null when nothing comes behind
     */
    record PartsPage(List<LyingParts> parts, String lastKey, String lastUploadId) {}

    Uni<ObjectPage> objects(Bucket bucket, String after) {
        return OnWorker.blocking("list", () -> page(bucket, after));
    }

    private ObjectPage page(Bucket bucket, String after) throws Exception {
        var wanted = ListObjectsArgs.builder().bucket(store.name(bucket)).maxKeys(PAGE);
        if (after != null) {
            wanted.startAfter(after);
        }
        var found = new ArrayList<Lying>();
        String last = null;
        int seen = 0;
        for (Result<Item> each : store.client().listObjects(wanted.build())) {
            var item = each.get();
            last = item.objectName();
            key(last)
                    .map(key -> new Lying(key, item.lastModified().toInstant()))
                    .ifPresent(found::add);
            seen++;
            if (seen == PAGE) {
                return new ObjectPage(found, last);
            }
        }
        return new ObjectPage(found, null);
    }

    Uni<PartsPage> parts(String afterKey, String afterUploadId) {
        var wanted =
                ListMultipartUploadsArgs.builder()
                        .bucket(store.name(Bucket.QUARANTINE))
                        .maxUploads(PAGE);
        if (afterKey != null) {
            wanted.keyMarker(afterKey).uploadIdMarker(afterUploadId);
        }
        return OnWorker.call(
                        "list parts", () -> store.client().listMultipartUploads(wanted.build()))
                .map(Listings::page);
    }

    private static PartsPage page(ListMultipartUploadsResponse listed) {
        var result = listed.result();
        var parts = new ArrayList<LyingParts>();
        for (var upload : result.uploads()) {
            key(upload.objectName())
                    .map(
                            key ->
                                    new LyingParts(
                                            key, upload.uploadId(), upload.initiated().toInstant()))
                    .ifPresent(parts::add);
        }
        return result.isTruncated()
                ? new PartsPage(parts, result.nextKeyMarker(), result.nextUploadIdMarker())
                : new PartsPage(parts, null, null);
    }

    private static Optional<UUID> key(String name) {
        try {
            var key = UUID.fromString(name);
            return key.toString().equals(name) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
