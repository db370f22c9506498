package org.consilium.review.letter;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.consilium.kit.start.StartRule;
import org.consilium.kit.start.Unfit;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.OwnContext;
import org.consilium.review.ReviewConfig;
import org.jboss.logging.Logger;

/** The letters' bucket. A key is written once. */
@ApplicationScoped
class LetterStore {

    private static final Logger LOG = Logger.getLogger(LetterStore.class);

    private static final String SETTINGS = "S3_ACCESS_KEY, S3_SECRET_KEY";
    private static final String NO_LETTER = "asked-at-start";
    private static final int FORBIDDEN = 403;
    private static final int CONNECTS_WITHIN_MS = 5_000;
    private static final int SILENT_FOR_MS = 30_000;

    private final MinioClient client;
    private final String bucket;
    private final OwnContext context;

    LetterStore(ReviewConfig config, OwnContext context) {
        var letters = config.letters();
        this.client =
                MinioClient.builder()
                        .endpoint(letters.endpoint())
                        .region(letters.region())
                        .credentials(letters.accessKey(), letters.secretKey())
                        .build();
        client.setTimeout(CONNECTS_WITHIN_MS, SILENT_FOR_MS, SILENT_FOR_MS);
        this.bucket = letters.bucket();
        this.context = context;
    }

    /**
     * Whether it knows us: no letter would be kept otherwise. Its being away is no fault.
     *
     * @throws Unfit when it does not
     */
    void ask() {
        try {
            client.statObject(StatObjectArgs.builder().bucket(bucket).object(NO_LETTER).build());
        } catch (ErrorResponseException refused) {
            if (refused.response().code() == FORBIDDEN) {
                throw new Unfit(StartRule.STORE, SETTINGS, "the store refuses them");
            }
        } catch (MinioException away) {
            LOG.warnf("the store was not asked whether it takes our key: %s", away.getClass());
        }
    }

    Uni<Void> put(String key, byte[] pdf) {
        return onWorker(() -> stored(key, pdf)).replaceWithVoid();
    }

    Uni<byte[]> get(String key) {
        return onWorker(() -> read(key));
    }

    private boolean stored(String key, byte[] pdf) {
        try {
            client.putObject(
                    PutObjectArgs.builder().bucket(bucket).object(key).stream(
                                    new ByteArrayInputStream(pdf), (long) pdf.length, -1L)
                            .contentType("application/pdf")
                            .build());
            return true;
        } catch (MinioException e) {
            throw away(e);
        }
    }

    private byte[] read(String key) {
        try (var object =
                client.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return object.readAllBytes();
        } catch (MinioException e) {
            throw away(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Uni<T> onWorker(Supplier<T> step) {
        return context.stayingOn(
                Uni.createFrom()
                        .item(step)
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
                UnaryOperator.identity());
    }

    private static Problem away(MinioException e) {
        LOG.errorf(e, "the letters' bucket does not do what it should");
        return new Problem(
                503, "letters-away", "Letters cannot be kept or read just now. Try again.");
    }
}
