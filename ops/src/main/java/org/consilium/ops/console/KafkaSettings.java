package org.consilium.ops.console;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How Kafka is reached, by the variables that the services have for it. */
public final class KafkaSettings {

    private static final String PREFIX = "KAFKA_";

    private KafkaSettings() {}

    /** {@code KAFKA_SASL_MECHANISM} is {@code sasl.mechanism}. */
    public static Map<String, Object> of(Environment environment) {
        var settings = new HashMap<String, Object>();
        environment.variables().entrySet().stream()
                .filter(variable -> isSafety(variable.getKey()))
                .forEach(
                        variable ->
                                settings.put(
                                        variable.getKey()
                                                .substring(PREFIX.length())
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '.'),
                                        variable.getValue()));
        settings.put("bootstrap.servers", environment.required("KAFKA_ADDRESS"));
        settings.put("request.timeout.ms", 5_000);
        settings.put("default.api.timeout.ms", 10_000);
        return settings;
    }

    private static boolean isSafety(String variable) {
        return Stream.of("KAFKA_SECURITY_", "KAFKA_SASL_", "KAFKA_SSL_")
                .anyMatch(variable::startsWith);
    }
}
