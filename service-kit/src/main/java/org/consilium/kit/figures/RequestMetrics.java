package org.consilium.kit.figures;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * A refused request is counted without its address, and one that no resource answers: then the
 * address is what somebody typed.
 */
class RequestMetrics {

    @Produces
    @Singleton
    MeterFilter addressesOfResourcesOnly() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return isRefused(id) ? id.replaceTags(withoutAddress(id)) : id;
            }
        };
    }

    private static boolean isRefused(Meter.Id id) {
        var status = id.getTag("status");
        var uri = id.getTag("uri");
        return id.getName().startsWith("http.server.")
                && status != null
                && uri != null
                && ((status.startsWith("4") && !uri.contains("{"))
                        || "OPTIONS".equals(id.getTag("method")));
    }

    private static Iterable<Tag> withoutAddress(Meter.Id id) {
        return id.getTags().stream()
                .map(tag -> tag.getKey().equals("uri") ? Tag.of("uri", "refused") : tag)
                .toList();
    }
}
