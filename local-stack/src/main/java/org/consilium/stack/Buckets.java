package org.consilium.stack;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.util.List;
import java.util.Map;

/** Buckets are made by deployment, as topics are. */
public final class Buckets {

    /** What each service keeps objects for; a bucket is a prefix and such a purpose. */
    public static final Map<String, List<String>> PURPOSES =
            Map.of("documents", List.of("quarantine", "vault"), "review", List.of("letters"));

    private Buckets() {}

    /** Repeatable. */
    public static void create(PartAddresses.ObjectStore store, String name) {
        var client = client(store);
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(name).build());
            }
        } catch (MinioException e) {
            throw new IllegalStateException(e);
        }
    }

    public static MinioClient client(PartAddresses.ObjectStore store) {
        return MinioClient.builder()
                .endpoint(store.endpoint())
                .region(store.region())
                .credentials(store.accessKey(), store.secretKey())
                .build();
    }
}
