package org.consilium.documents;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

/** What becomes true by itself, within a limit. */
public final class Soon {

    private Soon() {}

    public static void is(UUID documentId, String state) {
        await().atMost(30, SECONDS).until(() -> stateOf(documentId), state::equals);
    }

    public static void happens(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(30, SECONDS).until(condition);
    }

    public static String stateOf(UUID documentId) {
        return Tus.as(People.AMINA).get("/api/documents/{id}", documentId).path("state");
    }
}
