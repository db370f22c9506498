package org.consilium.documents.storage;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadPartArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Part;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Objects in quarantine that come in parts. */
@ApplicationScoped
public class ObjectParts {

    private final ObjectStore store;

    ObjectParts(ObjectStore store) {
        this.store = store;
    }

    /** The multipart upload's id. */
    public Uni<String> beginParts(String key) {
        return OnWorker.call(
                        "begin",
                        () ->
                                store.client()
                                        .createMultipartUpload(
                                                CreateMultipartUploadArgs.builder()
                                                        .bucket(store.name(Bucket.QUARANTINE))
                                                        .object(key)
                                                        .build()))
                .map(begun -> begun.result().uploadId());
    }

    /** The part's ETag. The bytes must stay as they are until this completes. */
    public Uni<String> putPart(String key, String uploadId, int number, byte[] bytes, int count) {
        return OnWorker.call(
                        "part",
                        () ->
                                store.client()
                                        .uploadPart(
                                                UploadPartArgs.builder()
                                                        .bucket(store.name(Bucket.QUARANTINE))
                                                        .object(key)
                                                        .uploadId(uploadId)
                                                        .partNumber(number)
                                                        .data(bytes, count)
                                                        .build()))
                .map(stored -> stored.part().etag());
    }

    /** Repeatable: parts that were put together before are found to be. */
    public Uni<Void> joinParts(String key, String uploadId, List<String> etags, long bytes) {
        var parts = new Part[etags.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new Part(i + 1, etags.get(i));
        }
        return OnWorker.call(
                        "join",
                        () ->
                                store.client()
                                        .completeMultipartUpload(
                                                CompleteMultipartUploadArgs.builder()
                                                        .bucket(store.name(Bucket.QUARANTINE))
                                                        .object(key)
                                                        .uploadId(uploadId)
                                                        .parts(parts)
                                                        .build()))
                .replaceWithVoid()
                .onFailure(ObjectParts::isMissing)
                .recoverWithUni(missing -> checkJoined(key, bytes, missing));
    }

    private Uni<Void> checkJoined(String key, long bytes, Throwable missing) {
        return OnWorker.call(
                        "stat",
                        () ->
                                store.client()
                                        .statObject(
                                                StatObjectArgs.builder()
                                                        .bucket(store.name(Bucket.QUARANTINE))
                                                        .object(key)
                                                        .build()))
                .invoke(
                        found -> {
                            if (found.size() != bytes) {
                                throw new StoreAway("joined to another size", missing);
                            }
                        })
                .replaceWithVoid();
    }

    /** Repeatable. */
    public Uni<Void> dropParts(String key, String uploadId) {
        return OnWorker.call(
                        "drop",
                        () ->
                                store.client()
                                        .abortMultipartUpload(
                                                AbortMultipartUploadArgs.builder()
                                                        .bucket(store.name(Bucket.QUARANTINE))
                                                        .object(key)
                                                        .uploadId(uploadId)
                                                        .build()))
                .replaceWithVoid()
                .onFailure(ObjectParts::isMissing)
                .recoverWithNull();
    }

    static boolean isMissing(Throwable failure) {
        return failure.getCause() instanceof ErrorResponseException refused
                && refused.errorResponse().code().startsWith("NoSuch");
    }
}
