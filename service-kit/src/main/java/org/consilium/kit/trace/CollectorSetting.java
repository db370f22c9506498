package org.consilium.kit.trace;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Tracing is off where no collector is named: {@code OTEL_EXPORTER_OTLP_ENDPOINT}. One setting, so
 * that nobody can name a collector and hear nothing, or trace into nowhere.
 */
public final class CollectorSetting implements ConfigSource {

    static final String OFF = "quarkus.otel.sdk.disabled";

    /** Below whatever is set by hand. */
    private static final int ORDINAL = 150;

    private final boolean off;

    public CollectorSetting() {
        this(System.getenv());
    }

    CollectorSetting(Map<String, String> environment) {
        off = environment.getOrDefault("OTEL_EXPORTER_OTLP_ENDPOINT", "").isBlank();
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(OFF);
    }

    @Override
    public String getValue(String name) {
        return OFF.equals(name) ? Boolean.toString(off) : null;
    }

    @Override
    public String getName() {
        return "whether a collector of traces is named";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
