package org.consilium.kit.probe;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** In the collector's stead. */
@Singleton
public class KeptSpans implements SpanExporter {

    private static final List<SpanData> KEPT = new CopyOnWriteArrayList<>();

    public static List<SpanData> ofTrace(String traceId) {
        return KEPT.stream().filter(span -> span.getTraceId().equals(traceId)).toList();
    }

    /** Whatever any of them says, as text. */
    public static String everything() {
        return KEPT.toString();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        KEPT.addAll(spans);
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
