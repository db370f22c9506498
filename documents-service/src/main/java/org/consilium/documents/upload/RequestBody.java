package org.consilium.documents.upload;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.consilium.documents.quarantine.Inflow;
import org.consilium.documents.storage.StoreAway;
import org.consilium.kit.web.Problem;
import org.jboss.logging.Logger;

/**
 * A request's body, chunk by chunk, the next one asked for when the one before is put away. All of
 * it happens on the request's own event loop.
 *
 * <p>Written against the request itself: a stream operator would cancel the step under way when the
 * connection breaks, and a database transaction must never be left in the middle.
 */
final class RequestBody {

    private static final Logger LOG = Logger.getLogger(RequestBody.class);

    private final HttpServerRequest request;
    private final Pace pace;
    private final Pace.Watch watch;
    private UniEmitter<? super Void> through;
    private Inflow inflow;
    private boolean busy;
    private boolean ended;
    private boolean broken;
    private boolean cut;

    RequestBody(HttpServerRequest request, Pace pace) {
        this.request = request;
        this.pace = pace;
        this.watch = pace.watch();
    }

    /** Answers the offset after the last byte. A connection that breaks leaves what came before. */
    Uni<Long> pour(Inflow into) {
        inflow = into;
        Context here = Vertx.currentContext();
        return Uni.createFrom()
                .<Void>emitter(this::begin)
                .emitOn(task -> here.runOnContext(nothing -> task.run()))
                .onFailure()
                .call(this::kept)
                .chain(inflow::end)
                .onFailure(StoreAway.class)
                .transform(StoreAway::problem);
    }

    private void begin(UniEmitter<? super Void> emitter) {
        through = emitter;
        // Whoever hung up before anybody listened is told of by nothing but this.
        broken = request.response().closed();
        if (broken || request.isEnded()) {
            settle();
            return;
        }
        if (request.getHeader("Expect") != null) {
            request.response().writeContinue();
        }
        request.pause();
        request.handler(this::take);
        request.endHandler(
                nothing -> {
                    ended = true;
                    settle();
                });
        request.exceptionHandler(
                failure -> {
                    broken = true;
                    settle();
                });
        var vertx = Vertx.currentContext().owner();
        long timer = vertx.setPeriodic(pace.window().toMillis(), window -> judgePace());
        emitter.onTermination(() -> vertx.cancelTimer(timer));
        request.fetch(1);
    }

    /** What came until now stays; its place goes to somebody else. */
    private void judgePace() {
        if (watch.wasTooSlow()) {
            cut = true;
            settle();
        }
    }

    private void take(Buffer chunk) {
        if (cut) {
            return;
        }
        watch.came(chunk.length());
        busy = true;
        Uni.createFrom()
                .deferred(() -> inflow.take(chunk))
                .subscribe()
                .with(
                        taken -> {
                            busy = false;
                            watch.storeIsThrough();
                            settle();
                        },
                        through::fail);
        // Most chunks only fill the part in memory, and are through by now.
        if (busy) {
            watch.storeIsWaitedFor();
        }
    }

    /** The step under way is always seen to its end, and so is a body that came whole. */
    private void settle() {
        if (busy) {
            return;
        }
        if (ended || request.isEnded()) {
            through.complete(null);
        } else if (broken) {
            through.fail(new Problem(400, "broken-off", "The connection broke off."));
        } else if (cut) {
            through.fail(
                    new Problem(
                            408,
                            "too-slow",
                            "Too few bytes came; those that did are kept. Go on from the offset"
                                    + " that HEAD tells."));
        } else {
            request.fetch(1);
        }
    }

    /** The first failure is the one to tell. */
    private Uni<Long> kept() {
        return inflow.keep()
                .onFailure()
                .invoke(failure -> LOG.infof("a tail is not kept: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(0L);
    }
}
