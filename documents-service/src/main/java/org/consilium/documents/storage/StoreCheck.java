package org.consilium.documents.storage;

import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.consilium.kit.start.StartRule;
import org.consilium.kit.start.Unfit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks the store at the start whether it knows us: each upload would be refused otherwise, one
 * after the other. When it is away nothing is wrong; uploads wait for it.
 */
@ApplicationScoped
@Startup(StartRule.ASKED_FIRST)
class StoreCheck {

    private static final Logger LOG = Logger.getLogger(StoreCheck.class);
    private static final String NO_SUCH_OBJECT = "asked-at-start";
    private static final int ANSWERS_WITHIN_SECONDS = 5;
    private static final int FORBIDDEN = 403;

    StoreCheck(
            ObjectStore store,
            @ConfigProperty(name = "consilium.start.asks-others") boolean asksOthers)
            throws InterruptedException {
        if (asksOthers) {
            ask(store);
        }
    }

    private static void ask(ObjectStore store) throws InterruptedException {
        var wanted =
                StatObjectArgs.builder()
                        .bucket(store.name(Bucket.QUARANTINE))
                        .object(NO_SUCH_OBJECT)
                        .build();
        try {
            store.client().statObject(wanted).get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException answered) {
            judge(answered.getCause());
        } catch (TimeoutException away) {
            notAsked(away);
        }
    }

    private static void judge(Throwable answer) {
        if (!(answer instanceof ErrorResponseException refused)) {
            notAsked(answer);
        } else if (refused.response().code() == FORBIDDEN) {
            throw new Unfit(
                    StartRule.STORE, "S3_ACCESS_KEY, S3_SECRET_KEY", "the store refuses them");
        }
    }

    private static void notAsked(Throwable why) {
        LOG.warnf("the store was not asked whether it takes our key: %s", why.getClass());
    }
}
