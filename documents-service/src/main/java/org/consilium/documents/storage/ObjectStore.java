package org.consilium.documents.storage;

import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.consilium.kit.work.Sha256;

/** The object store's few operations on whole objects. */
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
        return OnWorker.call(
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

    /** What was made from a document. */
    public Uni<Void> putInVault(String key, Path file) {
        return OnWorker.call(
                        "put",
                        () ->
                                client.uploadObject(
                                        UploadObjectArgs.builder()
                                                .bucket(name(Bucket.VAULT))
                                                .object(key)
                                                .filename(file.toString())
                                                .build()))
                .replaceWithVoid();
    }

    /** Repeatable. */
    public Uni<Void> remove(Bucket bucket, String key) {
        return OnWorker.call(
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
        return OnWorker.call("copy", () -> client.copyObject(copy(Bucket.QUARANTINE, key, key)))
                .replaceWithVoid();
    }

    /** Within the store; repeatable. */
    public Uni<Void> copyInVault(String source, String key) {
        return OnWorker.call("copy", () -> client.copyObject(copy(Bucket.VAULT, source, key)))
                .replaceWithVoid();
    }

    private CopyObjectArgs copy(Bucket from, String source, String key) {
        return CopyObjectArgs.builder()
                .bucket(name(Bucket.VAULT))
                .object(key)
                .source(SourceObject.builder().bucket(name(from)).object(source).build())
                .build();
    }

    /** False only when the store says so itself. */
    Uni<Boolean> isInVault(String key) {
        return OnWorker.call(
                        "stat",
                        () ->
                                client.statObject(
                                        StatObjectArgs.builder()
                                                .bucket(name(Bucket.VAULT))
                                                .object(key)
                                                .build()))
                .replaceWith(true)
                .onFailure(ObjectParts::isMissing)
                .recoverWithItem(false);
    }

    /** The bytes from first to last, to be closed by the caller, and read on a worker thread. */
    public Uni<InputStream> read(Bucket bucket, String key, long first, long last) {
        return OnWorker.call(
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

    /** Of an object in quarantine that has so many bytes, read through once; lower-case hex. */
    public Uni<String> sha256(String key, long bytes) {
        return read(Bucket.QUARANTINE, key, 0, bytes - 1)
                .chain(stream -> OnWorker.blocking("hash", () -> hashed(stream, bytes)));
    }

    private static String hashed(InputStream stream, long bytes) throws IOException {
        var sha256 = Sha256.digest();
        var chunk = new byte[CHUNK];
        long seen = 0;
        try (stream) {
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                sha256.update(chunk, 0, count);
                seen += count;
            }
        }
        if (seen != bytes) {
            throw new IOException("the store has %d bytes of %d".formatted(seen, bytes));
        }
        return Sha256.end(sha256);
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
}
