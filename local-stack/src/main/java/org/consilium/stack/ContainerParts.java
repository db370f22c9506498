package org.consilium.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.consilium.stack.parts.Databases;
import org.consilium.stack.parts.DemoRealm;
import org.consilium.stack.parts.S3Server;
import org.consilium.stack.parts.Workspace;
import org.testcontainers.containers.FixedHostPortGenericContainer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/**
 * The parts as containers, with the images of docker-compose.yml; Testcontainers removes them with
 * the JVM.
 */
final class ContainerParts {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

    private ContainerParts() {}

    static PartAddresses running() {
        var secrets = new Secrets(Workspace.root().resolve(".local/containers/secrets"));
        var postgres = postgres(secrets.get("postgres"));
        var mail = mail();
        return new PartAddresses(
                new Databases(address(postgres, 5432), secrets.get("postgres")),
                "127.0.0.1:" + kafka(Ports.freePort()),
                "http://localhost:" + keycloak(Ports.freePort(), secrets) + "/realms/consilium",
                LocalParts.clientSecrets(secrets),
                Map.of(
                        "documents",
                        s3("documents", secrets.get("documents-s3")),
                        "review",
                        s3("review", secrets.get("review-s3"))),
                new PartAddresses.Mail(
                        mail.getHost(),
                        mail.getMappedPort(3025),
                        mail.getMappedPort(3143),
                        "http://" + address(mail, 8080) + "/api"),
                address(scanner(), 3310));
    }

    private static GenericContainer<?> postgres(String password) {
        return started(
                new GenericContainer<>(Images.POSTGRES)
                        .withEnv("POSTGRES_PASSWORD", password)
                        .withCommand(
                                "postgres", "-c", "shared_preload_libraries=pg_stat_statements")
                        .withExposedPorts(5432)
                        .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2)));
    }

    /**
     * On the same port inside and outside, because clients connect to the address the broker tells
     * them.
     */
    private static int kafka(int port) {
        var environment = new HashMap<String, String>();
        environment.put("KAFKA_NODE_ID", "1");
        environment.put("KAFKA_PROCESS_ROLES", "broker,controller");
        environment.put("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093");
        environment.put("KAFKA_LISTENERS", "PLAINTEXT://:" + port + ",CONTROLLER://:9093");
        environment.put("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port);
        environment.put(
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        environment.put("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
        environment.put("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        environment.put("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1");
        started(
                onFixedPort(Images.KAFKA, port)
                        .withEnv(environment)
                        .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1)));
        return port;
    }

    private static int keycloak(int port, Secrets secrets) {
        started(
                onFixedPort(Images.KEYCLOAK, port)
                        .withEnv(LocalParts.realmSecrets(secrets))
                        .withCopyToContainer(
                                Transferable.of(DemoRealm.json()),
                                "/opt/keycloak/data/import/consilium-realm.json")
                        .withCommand(
                                "start-dev",
                                "--import-realm",
                                "--http-port=" + port,
                                "--hostname=http://localhost:" + port)
                        .waitingFor(Wait.forHttp("/realms/consilium").forPort(port)));
        return port;
    }

    private static PartAddresses.ObjectStore s3(String accessKey, String secretKey) {
        var container =
                started(
                        new GenericContainer<>(Images.S3)
                                .withEnv("S3PROXY_AUTHORIZATION", "aws-v2-or-v4")
                                .withEnv("S3PROXY_IDENTITY", accessKey)
                                .withEnv("S3PROXY_CREDENTIAL", secretKey)
                                .withEnv("JCLOUDS_PROVIDER", "filesystem-nio2")
                                .withExposedPorts(80));
        return new PartAddresses.ObjectStore(
                "http://" + address(container, 80), S3Server.REGION, accessKey, secretKey);
    }

    private static GenericContainer<?> mail() {
        return started(
                new GenericContainer<>(Images.MAIL)
                        .withEnv(
                                "GREENMAIL_OPTS",
                                "-Dgreenmail.setup.test.all -Dgreenmail.hostname=0.0.0.0 -Dgreenmail.auth.disabled")
                        .withExposedPorts(3025, 3143, 8080));
    }

    private static GenericContainer<?> scanner() {
        return started(
                new GenericContainer<>(Images.CLAMAV)
                        .withExposedPorts(3310)
                        .waitingFor(Wait.forHealthcheck()));
    }

    @SuppressWarnings(
            "deprecation") // Nothing else binds a port that must be known before the start.
    private static GenericContainer<?> onFixedPort(String image, int port) {
        return new FixedHostPortGenericContainer<>(image).withFixedExposedPort(port, port);
    }

    private static GenericContainer<?> started(GenericContainer<?> container) {
        container.withStartupTimeout(STARTS_WITHIN).start();
        return container;
    }

    private static String address(GenericContainer<?> container, int port) {
        return container.getHost() + ":" + container.getMappedPort(port);
    }
}
