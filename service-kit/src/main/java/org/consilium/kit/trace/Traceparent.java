package org.consilium.kit.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Optional;

/** The one header of W3C Trace Context that is kept: version, trace, step, flags. */
final class Traceparent {

    private static final String HEADER = "traceparent";

    /** Reads a kept value as if it had come as the header. */
    static final TextMapGetter<String> AS_HEADER =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(String kept) {
                    return List.of(HEADER);
                }

                @Override
                public String get(String kept, String header) {
                    return header.equals(HEADER) ? kept : null;
                }
            };

    private Traceparent() {}

    static Optional<String> of(SpanContext step) {
        return step.isValid()
                ? Optional.of(
                        "00-%s-%s-%s"
                                .formatted(
                                        step.getTraceId(),
                                        step.getSpanId(),
                                        step.getTraceFlags().asHex()))
                : Optional.empty();
    }
}
