package org.consilium.ops.objects;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Impossible;

/** What lies in one bucket, in the order of the keys. */
final class Store {

    private final MinioClient client;
    private final String bucket;

    /** With its service's own keys, which open its own buckets. */
    Store(Environment environment, Shelf shelf) {
        var prefix = shelf.service().code().toUpperCase(Locale.ROOT) + "_S3_";
        client =
                MinioClient.builder()
                        .endpoint(
                                environment
                                        .optional(prefix + "ENDPOINT")
                                        .orElseGet(() -> environment.required("S3_ENDPOINT")))
                        .region(environment.optional("S3_REGION").orElse("us-east-1"))
                        .credentials(
                                environment.required(prefix + "ACCESS_KEY"),
                                environment.required(prefix + "SECRET_KEY"))
                        .build();
        bucket = shelf.bucket(environment);
    }

    String bucket() {
        return bucket;
    }

    record Lying(String key, Instant since) {}

    /** Page by page, as it is read on. */
    Iterator<Lying> objects() {
        var listed = client.listObjects(ListObjectsArgs.builder().bucket(bucket).build());
        return StreamSupport.stream(listed.spliterator(), false)
                .map(
                        result -> {
                            try {
                                var item = result.get();
                                return new Lying(
                                        item.objectName(), item.lastModified().toInstant());
                            } catch (MinioException e) {
                                throw away(e);
                            }
                        })
                .iterator();
    }

    /** What was put there since it was listed counts as well. */
    boolean has(String key) {
        try {
            client.statObject(StatObjectArgs.builder().bucket(bucket).object(key).build());
            return true;
        } catch (ErrorResponseException e) {
            if (e.response().code() == 404) {
                return false;
            }
            throw away(e);
        } catch (MinioException e) {
            throw away(e);
        }
    }

    private static Impossible away(MinioException e) {
        return new Impossible("the object store says " + e.getClass().getSimpleName());
    }
}
