package org.consilium.ops.objects;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.StreamSupport;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Impossible;

/** What lies in a bucket, in the order of the keys. */
final class Store {

    private final MinioClient client;

    Store(Environment environment) {
        client =
                MinioClient.builder()
                        .endpoint(environment.required("S3_ENDPOINT"))
                        .region(environment.optional("S3_REGION").orElse("us-east-1"))
                        .credentials(
                                environment.required("S3_ACCESS_KEY"),
                                environment.required("S3_SECRET_KEY"))
                        .build();
    }

    record Lying(String key, Instant since) {}

    /** Page by page, as it is read on. */
    Iterator<Lying> objects(String bucket) {
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
    boolean has(String bucket, String key) {
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
