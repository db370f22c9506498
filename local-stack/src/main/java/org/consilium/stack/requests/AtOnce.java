package org.consilium.stack.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Requests that do not depend on each other, sent together. Whoever asks for what is not theirs
 * waits two seconds at the door for each answer; one after the other, a test would do nothing else.
 */
public final class AtOnce {

    private final List<Callable<Void>> requests = new ArrayList<>();

    /** To be sent, and judged, with the others. */
    public AtOnce and(Runnable request) {
        requests.add(
                () -> {
                    request.run();
                    return null;
                });
        return this;
    }

    /** Sends all; fails as the first of them that failed. */
    public void send() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(requests).forEach(AtOnce::judged);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while requests were on their way", e);
        }
    }

    private static void judged(Future<Void> request) {
        if (request.state() == Future.State.FAILED) {
            switch (request.exceptionNow()) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
