package org.consilium.documents.storage;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CopyObjectArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.UploadPartArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Part;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The object store's few operations. Each runs on a worker thread (the client signs and hashes what
 * it sends) and comes back on the Vert.x context that asked, where the database session lives.
 * Whatever goes wrong is a {@link StoreAway}.
 */
@ApplicationScoped
public class ObjectStore {

    /** What a reader takes at once. */
    public static final int CHUNK = 64 * 1024;

    private final StorageConfig config;
    private final MinioAsyncClient client;

    ObjectStore(StorageConfig config) {
        this.config = config;
        this.client =
                MinioAsyncClient.builder()
                        .endpoint(config.endpoint())
                        .region(config.region())
                        .credentials(config.accessKey(), config.secretKey())
                        .build();
    }

    @PreDestroy
    void close() throws Exception {
        client.close();
    }

    /** The bytes are not copied: they must stay as they are until this completes. */
    public Uni<Void> put(String key, byte[] bytes, int count) {
        return call(
                        "put",
                        () ->
                                client.putObject(
                                        PutObjectAPIArgs.builder()
                                                .bucket(name(Bucket.QUARANTINE))
                                                .object(key)
                                                .data(bytes, count)
                                                .build()))
                .replaceWithVoid();
    }

    /** The multipart upload's id. */
    public Uni<String> beginParts(String key) {
        return call(
                        "begin",
                        () ->
                                client.createMultipartUpload(
                                        CreateMultipartUploadArgs.builder()
                                                .bucket(name(Bucket.QUARANTINE))
                                                .object(key)
                                                .build()))
                .map(begun -> begun.result().uploadId());
    }

    /** The part's ETag. The bytes must stay as they are until this completes. */
    public Uni<String> putPart(String key, String uploadId, int number, byte[] bytes, int count) {
        return call(
                        "part",
                        () ->
                                client.uploadPart(
                                        UploadPartArgs.builder()
                                                .bucket(name(Bucket.QUARANTINE))
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
        return call(
                        "join",
                        () ->
                                client.completeMultipartUpload(
                                        CompleteMultipartUploadArgs.builder()
                                                .bucket(name(Bucket.QUARANTINE))
                                                .object(key)
                                                .uploadId(uploadId)
                                                .parts(parts)
                                                .build()))
                .replaceWithVoid()
                .onFailure(ObjectStore::isMissing)
                .recoverWithUni(missing -> checkJoined(key, bytes, missing));
    }

    private Uni<Void> checkJoined(String key, long bytes, Throwable missing) {
        return call(
                        "stat",
                        () ->
                                client.statObject(
                                        StatObjectArgs.builder()
                                                .bucket(name(Bucket.QUARANTINE))
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
        return call(
                        "drop",
                        () ->
                                client.abortMultipartUpload(
                                        AbortMultipartUploadArgs.builder()
                                                .bucket(name(Bucket.QUARANTINE))
                                                .object(key)
                                                .uploadId(uploadId)
                                                .build()))
                .replaceWithVoid()
                .onFailure(ObjectStore::isMissing)
                .recoverWithNull();
    }

    /** Repeatable. */
    public Uni<Void> remove(Bucket bucket, String key) {
        return call(
                        "remove",
                        () ->
                                client.removeObject(
                                        RemoveObjectArgs.builder()
                                                .bucket(name(bucket))
                                                .object(key)
                                                .build()))
                .replaceWithVoid();
    }

    /** Within the store; repeatable. */
    public Uni<Void> copyToVault(String key) {
        return call(
                        "copy",
                        () ->
                                client.copyObject(
                                        CopyObjectArgs.builder()
                                                .bucket(name(Bucket.VAULT))
                                                .object(key)
                                                .source(
                                                        SourceObject.builder()
                                                                .bucket(name(Bucket.QUARANTINE))
                                                                .object(key)
                                                                .build())
                                                .build()))
                .replaceWithVoid();
    }

    /** The bytes from first to last, to be closed by the caller, and read on a worker thread. */
    public Uni<InputStream> read(Bucket bucket, String key, long first, long last) {
        return call(
                        "read",
                        () ->
                                client.getObject(
                                        GetObjectArgs.builder()
                                                .bucket(name(bucket))
                                                .object(key)
                                                .offset(first)
                                                .length(last - first + 1)
                                                .build()))
                .map(stream -> stream);
    }

    /** Of an object in quarantine, read through once; lower-case hex. */
    public Uni<String> sha256(String key, long bytes) {
        return read(Bucket.QUARANTINE, key, 0, bytes - 1)
                .chain(stream -> blocking("hash", () -> hashed(stream)));
    }

    private static String hashed(InputStream stream) throws IOException {
        var sha256 = new Sha256();
        var chunk = new byte[CHUNK];
        try (stream) {
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                sha256.update(chunk, 0, count);
            }
        }
        return sha256.hex();
    }

    String name(Bucket bucket) {
        return switch (bucket) {
            case QUARANTINE -> config.quarantineBucket();
            case VAULT -> config.vaultBucket();
        };
    }

    MinioAsyncClient client() {
        return client;
    }

    static <T> Uni<T> call(String what, Callable<CompletableFuture<T>> operation) {
        return away(what, Uni.createFrom().completionStage(() -> started(operation)));
    }

    /** For reading a stream, which blocks. */
    public static <T> Uni<T> blocking(String what, Callable<T> reading) {
        return away(what, Uni.createFrom().item(Unchecked.supplier(reading::call)));
    }

    private static <T> Uni<T> away(String what, Uni<T> operation) {
        Context here = Vertx.currentContext();
        return operation
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .transform(failure -> new StoreAway(what, unwrapped(failure)))
                .emitOn(task -> back(here, task));
    }

    /** Whoever asked outside of Vert.x, as when a reader has hung up, does not care where. */
    private static void back(Context here, Runnable task) {
        if (here == null) {
            task.run();
        } else {
            here.runOnContext(nothing -> task.run());
        }
    }

    private static <T> CompletableFuture<T> started(Callable<CompletableFuture<T>> operation) {
        try {
            return operation.call();
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }

    private static boolean isMissing(Throwable failure) {
        return failure.getCause() instanceof ErrorResponseException refused
                && refused.errorResponse().code().startsWith("NoSuch");
    }
}
