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
                    service.code().toUpperCase(Locale.ROOT) + "_DB_PASSWORD",
                    secrets.get(service.code() + "-db"));
        }
        environment.put("KAFKA_ADDRESS", parts.kafka());
        var store = parts.objects().get("documents");
        environment.put("S3_ENDPOINT", store.endpoint());
        environment.put("S3_REGION", store.region());
        environment.put("S3_ACCESS_KEY", store.accessKey());
        environment.put("S3_SECRET_KEY", store.secretKey());
        return environment;
    }
}
