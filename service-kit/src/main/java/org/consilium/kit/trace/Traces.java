package org.consilium.kit.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/**
 * Steps of a trace that goes on where a row or a message left it. A step names a kind of work and
 * the case's id, never what is in it. Without a collector nothing is recorded and nothing is
 * written into rows.
 */
@ApplicationScoped
public class Traces {

    /** As every line of the log calls it. */
    public static final String CASE_ID = "caseId";

    private static final String NAME = "org.consilium.kit";

    private final Tracer tracer;

    Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer(NAME);
    }

    /** A step that was begun and is ended by whoever has it. */
    public record Step(Span span) {

        /** For the header or the row by which others go on; empty when nothing is recorded. */
        public Optional<String> traceparent() {
            return Traceparent.of(span.getSpanContext());
        }

        public void end() {
            span.end();
        }

        /** The kind of the failure only: its words may quote what was worked on. */
        public void failed(Throwable failure) {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            span.end();
        }
    }

    /** Of what is being done here and now; empty when nothing is recorded. */
    public static Optional<String> current() {
        return Traceparent.of(Span.current().getSpanContext());
    }

    /**
     * An event on its way to Kafka.
     *
     * @param traceparent what the row kept; null begins a trace
     * @param since when what the step shows began
     */
    public Step publishing(String type, UUID caseId, String traceparent, Instant since) {
        return new Step(
                tracer.spanBuilder("publish " + type)
                        .setParent(parent(traceparent))
                        .setSpanKind(SpanKind.PRODUCER)
                        .setStartTimestamp(since)
                        .setAttribute("consilium.case_id", caseId.toString())
                        .startSpan());
    }

    /**
     * The work as a step of its own, which everything it does belongs to. The work stays on the
     * Vert.x context it is called on.
     *
     * @param traceparent what the row or the message kept; null begins a trace
     */
    public <T> Uni<T> goingOn(String step, UUID caseId, String traceparent, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> begun(step, caseId, parent(traceparent), work));
    }

    /** The scope ends with the work, which is later than this method. */
    @SuppressWarnings("MustBeClosedChecker")
    private <T> Uni<T> begun(String step, UUID caseId, Context parent, Supplier<Uni<T>> work) {
        var span =
                tracer.spanBuilder(step)
                        .setParent(parent)
                        .setSpanKind(SpanKind.CONSUMER)
                        .setAttribute("consilium.case_id", caseId.toString())
                        .startSpan();
        var scope = parent.with(span).makeCurrent();
        MDC.put(CASE_ID, caseId.toString());
        return work.get().onTermination().invoke((_, failure, _) -> end(span, scope, failure));
    }

    private static void end(Span span, Scope scope, Throwable failure) {
        MDC.remove(CASE_ID);
        scope.close();
        var step = new Step(span);
        if (failure == null) {
            step.end();
        } else {
            step.failed(failure);
        }
    }

    private static Context parent(String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), traceparent, Traceparent.AS_HEADER);
    }
}
