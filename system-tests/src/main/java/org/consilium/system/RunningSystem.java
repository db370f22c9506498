package org.consilium.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.consilium.stack.Buckets;
import org.consilium.stack.LocalParts;
import org.consilium.stack.PartAddresses;
import org.consilium.stack.Ports;
import org.consilium.stack.Secrets;
import org.consilium.stack.Tokens;
import org.consilium.stack.Topics;
import org.consilium.stack.parts.Workspace;
import org.consilium.stack.seals.Seals;

/** The backing services and the four services, started in order and left running. */
public final class RunningSystem {

    private final Path directory;
    private final Secrets secrets;
    private final LocalParts parts;
    private final Map<Service, Integer> ports;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final List<ServiceProcess> replicas = new ArrayList<>();
    private Tokens tokens;

    private RunningSystem(
            Path directory,
            Ports partPorts,
            Map<Service, Integer> ports,
            Map<Service, Integer> managementPorts) {
        this.directory = directory;
        this.secrets = new Secrets(directory.resolve("secrets"));
        this.parts = new LocalParts(directory, partPorts, secrets, true);
        this.ports = ports;
        for (var service : Service.values()) {
            services.put(
                    service,
                    process(
                            service,
                            ports.get(service),
                            managementPorts.get(service),
                            service.module()));
        }
    }

    /** The one of {@code make up}: fixed ports, data kept under {@code .local/run}. */
    public static RunningSystem kept() {
        return new RunningSystem(
                Workspace.root().resolve(".local/run"),
                Ports.fixed(),
                ports(Service::fixedPort),
                ports(Service::fixedManagementPort));
    }

    /** One beside it, on free ports, for tests that break things. */
    public static RunningSystem in(Path directory) {
        return new RunningSystem(
                directory,
                Ports.free(),
                ports(_ -> Ports.freePort()),
                ports(_ -> Ports.freePort()));
    }

    private static Map<Service, Integer> ports(Function<Service, Integer> port) {
        var ports = new EnumMap<Service, Integer>(Service.class);
        for (var service : Service.values()) {
            ports.put(service, port.apply(service));
        }
        return ports;
    }

    /**
     * Starts what does not run yet.
     *
     * @param started is told the name of each part and service when it is ready
     */
    public void start(Consumer<String> started) {
        startParts(started);
        services.values().forEach(ServiceProcess::launch);
        services.values()
                .forEach(
                        service -> {
                            service.awaitReady();
                            started.accept(service.service().module());
                        });
    }

    /** The backing services only, with databases, topics and buckets. */
    public void startParts(Consumer<String> started) {
        parts.start(part -> started.accept(part.name()));
        prepare();
    }

    /** Services first, so that nothing is cut off from its database. */
    public void stop() {
        replicas.forEach(ServiceProcess::stop);
        services.values().stream().parallel().forEach(ServiceProcess::stop);
        parts.stop();
    }

    public ServiceProcess service(Service service) {
        return services.get(service);
    }

    /** A second process of a service on the same database, not started yet. */
    public ServiceProcess replica(Service service) {
        var replica =
                process(
                        service,
                        Ports.freePort(),
                        Ports.freePort(),
                        service.module() + "-" + (replicas.size() + 2));
        replicas.add(replica);
        return replica;
    }

    /** One holder for all who ask: Keycloak takes two logins of a person at once for an attack. */
    public synchronized Tokens tokens() {
        if (tokens == null) {
            tokens = new Tokens(addresses().issuer());
        }
        return tokens;
    }

    public LocalParts parts() {
        return parts;
    }

    public PartAddresses addresses() {
        return parts.addresses();
    }

    /** What {@code consilium-ops} is given. */
    public Map<String, String> operatorsEnvironment() {
        return LocalOps.environment(addresses(), secrets);
    }

    /** Databases, topics and buckets, as a deployment makes them. */
    private void prepare() {
        for (var service : Service.values()) {
            var code = service.code();
            parts.postgres()
                    .databases()
                    .create(code, secrets.get(code + "-db"), secrets.get(code + "-db-owner"));
        }
        Topics.create(parts.kafka().address(), "");
        Buckets.PURPOSES.forEach(
                (owner, purposes) ->
                        purposes.forEach(
                                purpose ->
                                        Buckets.create(
                                                addresses().objects().get(owner),
                                                "consilium-" + purpose)));
    }

    private ServiceProcess process(Service service, int port, int managementPort, String name) {
        return new ServiceProcess(
                service, port, managementPort, directory.resolve(name), environment(service));
    }

    private Map<String, String> environment(Service service) {
        var code = service.code();
        var environment = new HashMap<String, String>();
        environment.put("POSTGRES_ADDRESS", addresses().postgres().address());
        environment.put("POSTGRES_DATABASE", code);
        environment.put("POSTGRES_USER", code);
        environment.put("POSTGRES_PASSWORD", secrets.get(code + "-db"));
        environment.put("POSTGRES_OWNER", code + "_owner");
        environment.put("POSTGRES_OWNER_PASSWORD", secrets.get(code + "-db-owner"));
        environment.put("KAFKA_ADDRESS", addresses().kafka());
        environment.put("OIDC_ISSUER", addresses().issuer());
        environment.put("SERVICE_SECRET", addresses().clientSecrets().get(service.module()));
        ports.forEach(
                (peer, port) -> environment.put(peer.name() + "_URL", "http://127.0.0.1:" + port));
        // Nothing stands in front of these that would have to forget a replica first.
        environment.put("QUARKUS_SHUTDOWN_DELAY", "200ms");
        environment.putAll(outside(service));
        return environment;
    }

    /** Each service knows only the outside world it needs. */
    private Map<String, String> outside(Service service) {
        return switch (service) {
            case INTAKE -> Map.of();
            case DOCUMENTS -> {
                var needed = new HashMap<>(store(service));
                needed.put("CLAMD_ADDRESS", addresses().scanner());
                yield needed;
            }
            case REVIEW -> withASeal(withFewDoubleReads(store(service)));
            case NOTIFICATION ->
                    Map.of(
                            "NOTIFICATION_SECRET", secrets.get("notification"),
                            "SMTP_HOST", addresses().mail().host(),
                            "SMTP_PORT", Integer.toString(addresses().mail().smtpPort()));
        };
    }

    /**
     * For one reason only: most stories have one reviewer, and a second would hold their letter.
     */
    private static Map<String, String> withFewDoubleReads(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("DOUBLE_READ_HIGH_STAKES", "doctor-uncertain");
        all.put("DOUBLE_READ_SHARE", "0");
        return all;
    }

    private Map<String, String> withASeal(Map<String, String> settings) {
        var password = secrets.get("letter-seal-password");
        settings.put("LETTER_SEAL_PASSWORD", password);
        settings.put(
                "LETTER_SEAL_KEYSTORE", secrets.get("letter-seal", () -> Seals.made(password)));
        return settings;
    }

    private Map<String, String> store(Service service) {
        var objects = addresses().objects().get(service.code());
        return Map.of(
                "S3_ENDPOINT", objects.endpoint(),
                "S3_REGION", objects.region(),
                "S3_ACCESS_KEY", objects.accessKey(),
                "S3_SECRET_KEY", objects.secretKey());
    }
}
