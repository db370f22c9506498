package org.consilium.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.consilium.contracts.Source;

/** Counts what the inbox decided, by source. */
@ApplicationScoped
class InboxCounters {

    private final MeterRegistry metrics;

    InboxCounters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(Source source, Verdict verdict) {
        count(source, verdict.name().toLowerCase(Locale.ROOT));
    }

    /** A type that this version does not know. */
    void countUnknown(Source source) {
        count(source, "unknown-type");
    }

    private void count(Source source, String outcome) {
        metrics.counter("inbox.events", "source", source.code(), "outcome", outcome).increment();
    }
}
