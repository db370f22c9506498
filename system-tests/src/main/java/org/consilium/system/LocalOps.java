package org.consilium.system;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.consilium.ops.Ops;
import org.consilium.stack.PartAddresses;
import org.consilium.stack.Secrets;

/** {@code make ops}: the operator's commands with the addresses and keys of {@code make up}. */
public final class LocalOps {

    private LocalOps() {}

    /** Needs the system of {@code make up}; the exit code is the command's. */
    public static void main(String... words) {
        var system = RunningSystem.kept();
        var environment = system.operatorsEnvironment();
        environment.put("OPS_OPERATOR", System.getProperty("user.name"));
        System.exit(Ops.run(environment, Ops.out(), Ops.errors(), words));
    }

    /** As a deployment would give it to the operator. */
    static Map<String, String> environment(PartAddresses parts, Secrets secrets) {
        var environment = new HashMap<String, String>();
        environment.put("POSTGRES_ADDRESS", parts.postgres().address());
        for (var service : Service.values()) {
            environment.put(
                    named(service.code(), "DB_PASSWORD"), secrets.get(service.code() + "-db"));
        }
        environment.put("KAFKA_ADDRESS", parts.kafka());
        parts.objects()
                .forEach(
                        (service, store) -> {
                            environment.put("S3_REGION", store.region());
                            environment.put(named(service, "S3_ENDPOINT"), store.endpoint());
                            environment.put(named(service, "S3_ACCESS_KEY"), store.accessKey());
                            environment.put(named(service, "S3_SECRET_KEY"), store.secretKey());
                        });
        return environment;
    }

    private static String named(String service, String variable) {
        return service.toUpperCase(Locale.ROOT) + "_" + variable;
    }
}
