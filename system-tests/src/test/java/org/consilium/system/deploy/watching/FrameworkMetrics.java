package org.consilium.system.deploy.watching;

import java.util.Set;

/** Metrics that our code does not name; {@code SeeingIT} finds them on a running service's page. */
public final class FrameworkMetrics {

    /** As Prometheus calls them; {@code up} is its own. */
    public static final Set<String> NAMES =
            Set.of(
                    "http_server_requests_seconds_count",
                    "http_server_requests_seconds_sum",
                    "jvm_gc_pause_seconds_sum",
                    "jvm_memory_used_bytes",
                    "kafka_consumer_fetch_manager_records_lag",
                    "process_cpu_usage",
                    "sql_pool_queue_delay_seconds_max",
                    "up");

    private FrameworkMetrics() {}
}
