package org.consilium.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.stack.parts.KafkaBroker;
import org.consilium.stack.parts.KeycloakServer;
import org.consilium.stack.parts.MailServer;
import org.consilium.stack.parts.Part;
import org.consilium.stack.parts.PostgresServer;
import org.consilium.stack.parts.S3Server;
import org.consilium.stack.parts.VirusScanner;

/** All backing services as processes of this machine, with their data under one directory. */
public final class LocalParts {

    private static final List<String> SERVICES =
            List.of("intake", "documents", "review", "notification");

    private final Secrets secrets;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final KeycloakServer keycloak;
    private final S3Server s3;
    private final MailServer mail;
    private final VirusScanner scanner;

    /**
     * Describes them; nothing starts yet.
     *
     * @param durable whether PostgreSQL waits for the disk; off only where data is thrown away
     */
    public LocalParts(Path directory, Ports ports, Secrets secrets, boolean durable) {
        this.secrets = secrets;
        postgres =
                new PostgresServer(
                        directory.resolve("postgresql"),
                        ports.postgres(),
                        secrets.get("postgres"),
                        durable);
        kafka = new KafkaBroker(directory.resolve("kafka"), ports.kafka(), ports.kafkaController());
        keycloak =
                new KeycloakServer(
                        directory.resolve("keycloak"), ports.keycloak(), realmSecrets(secrets));
        s3 = new S3Server(directory.resolve("s3"), ports.s3(), objectSecrets(secrets));
        mail =
                new MailServer(
                        directory.resolve("mail"), ports.smtp(), ports.imap(), ports.mailApi());
        scanner = new VirusScanner(directory.resolve("clamav"), ports.scanner());
    }

    /** Slowest first, all at once. Those that run already as described are kept. */
    public void start(Consumer<Part> started) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts =
                    all().stream()
                            .map(
                                    part ->
                                            CompletableFuture.runAsync(part::start, threads)
                                                    .thenRun(() -> started.accept(part)))
                            .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(starts).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** In the opposite order. */
    public void stop() {
        all().reversed().forEach(Part::stop);
    }

    public boolean allRun() {
        return all().stream().allMatch(Part::runsAsDescribed);
    }

    public List<Part> all() {
        return List.of(keycloak, kafka, s3, mail, postgres, scanner);
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public S3Server s3() {
        return s3;
    }

    public MailServer mail() {
        return mail;
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    public VirusScanner scanner() {
        return scanner;
    }

    public PartAddresses addresses() {
        return new PartAddresses(
                postgres.databases(),
                kafka.address(),
                keycloak.issuer(),
                clientSecrets(secrets),
                stores(s3.endpoint(), secrets),
                new PartAddresses.Mail("127.0.0.1", mail.port(), mail.imapPort(), mail.api()),
                scanner.address());
    }

    private static Map<String, PartAddresses.ObjectStore> stores(String endpoint, Secrets secrets) {
        return objectSecrets(secrets).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                key ->
                                        new PartAddresses.ObjectStore(
                                                endpoint,
                                                S3Server.REGION,
                                                key.getKey(),
                                                key.getValue())));
    }

    /** By service, whose code is its access key. */
    private static Map<String, String> objectSecrets(Secrets secrets) {
        return Buckets.PURPOSES.keySet().stream()
                .collect(
                        Collectors.toMap(
                                service -> service, service -> secrets.get(service + "-s3")));
    }

    /** By client id. */
    static Map<String, String> clientSecrets(Secrets secrets) {
        return SERVICES.stream()
                .map(service -> service + "-service")
                .collect(Collectors.toMap(client -> client, secrets::get));
    }

    /** By the names the realm file has for them, such as {@code INTAKE_SERVICE_SECRET}. */
    static Map<String, String> realmSecrets(Secrets secrets) {
        return Stream.of("INTAKE", "DOCUMENTS", "REVIEW", "NOTIFICATION")
                .collect(
                        Collectors.toMap(
                                service -> service + "_SERVICE_SECRET",
                                service ->
                                        secrets.get(
                                                service.toLowerCase(java.util.Locale.ROOT)
                                                        + "-service")));
    }
}
