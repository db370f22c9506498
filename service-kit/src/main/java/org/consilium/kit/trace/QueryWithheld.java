package org.consilium.kit.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What somebody typed behind a question mark, or as an address that is none, is in no trace; nor is
 * from where they came.
 */
@Singleton
class QueryWithheld implements SpanProcessor {

    private static final List<AttributeKey<String>> WITHHELD =
            List.of(
                    AttributeKey.stringKey("url.query"),
                    AttributeKey.stringKey("url.path"),
                    AttributeKey.stringKey("url.full"),
                    AttributeKey.stringKey("user_agent.original"),
                    AttributeKey.stringKey("client.address"),
                    AttributeKey.stringKey("network.peer.address"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        WITHHELD.stream()
                .filter(attribute -> span.getAttribute(attribute) != null)
                .forEach(attribute -> span.setAttribute(attribute, ""));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
