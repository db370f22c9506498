package org.consilium.documents.upload;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.consilium.documents.quarantine.Inflow;
import org.consilium.documents.storage.StoreAway;
import org.consilium.kit.web.Problem;
import org.jboss.logging.Logger;

/** A request's body, read only as fast as its bytes are put away. */
final class RequestBody {

    private static final Logger LOG = Logger.getLogger(RequestBody.class);

    private final HttpServerRequest request;

    RequestBody(HttpServerRequest request) {
        this.request = request;
    }

    /** Answers the offset after the last byte. A connection that breaks leaves what came before. */
    Uni<Long> pour(Inflow inflow) {
        Context here = Vertx.currentContext();
        if (request.getHeader("Expect") != null) {
            request.response().writeContinue();
        }
        return chunks().onItem()
                .transformToUniAndConcatenate(inflow::take)
                .onItem()
                .ignoreAsUni()
                .emitOn(task -> here.runOnContext(nothing -> task.run()))
                .onFailure()
                .call(() -> kept(inflow))
                .chain(inflow::end)
                .onFailure(StoreAway.class)
                .transform(StoreAway::problem);
    }

    /** A refused body is read and forgotten, so that the connection can be used again. */
    void discard() {
        if (!request.isEnded()) {
            request.handler(chunk -> {}).exceptionHandler(broken -> {}).resume();
        }
    }

    /** The first failure is the one to tell. */
    private static Uni<Long> kept(Inflow inflow) {
        return inflow.keep()
                .onFailure()
                .invoke(failure -> LOG.infof("a tail is not kept: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(0L);
    }

    /**
     * Nobody is there to read the answer; it keeps a torn line from being taken for a fault of
     * ours.
     */
    private static Problem brokenOff(Throwable failure) {
        LOG.debugf("an upload breaks off: %s", failure.toString());
        return new Problem(400, "broken-off", "The connection broke off.");
    }

    private Multi<Buffer> chunks() {
        return io.vertx.mutiny.core.http.HttpServerRequest.newInstance(request)
                .toMulti()
                .map(chunk -> chunk.getDelegate())
                .onFailure()
                .transform(RequestBody::brokenOff);
    }
}
