package org.consilium.documents.storage;

import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectsArgs;
import io.minio.Result;
import io.minio.messages.Item;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What lies in quarantine for long, whether anybody knows of it or not. */
@ApplicationScoped
class Orphans {

    /** One sweep's work; the next one finds the rest. */
    private static final int AT_ONCE = 1_000;

    private final ObjectStore store;
    private final ObjectParts parts;

    Orphans(ObjectStore store, ObjectParts parts) {
        this.store = store;
        this.parts = parts;
    }

    /**
     * An object, or parts that were never joined.
     *
     * @param uploadId of the parts; null for an object
     */
    record Lying(String key, String uploadId) {}

    Uni<List<Lying>> objectsBefore(Instant cutoff) {
        return OnWorker.blocking("list", () -> objects(cutoff));
    }

    private List<Lying> objects(Instant cutoff) throws Exception {
        var found = new ArrayList<Lying>();
        var all =
                store.client()
                        .listObjects(
                                ListObjectsArgs.builder()
                                        .bucket(store.name(Bucket.QUARANTINE))
                                        .build());
        for (Result<Item> each : all) {
            var item = each.get();
            if (item.lastModified().toInstant().isBefore(cutoff) && found.size() < AT_ONCE) {
                found.add(new Lying(item.objectName(), null));
            }
        }
        return found;
    }

    Uni<List<Lying>> partsBefore(Instant cutoff) {
        return OnWorker.call(
                        "list parts",
                        () ->
                                store.client()
                                        .listMultipartUploads(
                                                ListMultipartUploadsArgs.builder()
                                                        .bucket(store.name(Bucket.QUARANTINE))
                                                        .build()))
                .map(
                        listed ->
                                listed.result().uploads().stream()
                                        .filter(
                                                upload ->
                                                        upload.initiated()
                                                                .toInstant()
                                                                .isBefore(cutoff))
                                        .map(
                                                upload ->
                                                        new Lying(
                                                                upload.objectName(),
                                                                upload.uploadId()))
                                        .toList());
    }

    Uni<Void> remove(Lying orphan) {
        return orphan.uploadId() == null
                ? store.remove(Bucket.QUARANTINE, orphan.key())
                : parts.dropParts(orphan.key(), orphan.uploadId());
    }
}
