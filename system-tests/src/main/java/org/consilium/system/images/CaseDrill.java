package org.consilium.system.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.stack.parts.Workspace;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.Plot;
import org.consilium.system.story.WholeStory;

/**
 * {@code make images-case}: a case across our four images, beside the parts of the local stack; and
 * another, in the midst of which each service ends by SIGTERM and the next version takes its place.
 * What is not as it should be ends it with an error.
 */
public final class CaseDrill {

    private static final Set<String> SECRETS =
            Set.of(
                    "POSTGRES_PASSWORD",
                    "POSTGRES_OWNER_PASSWORD",
                    "SERVICE_SECRET",
                    "NOTIFICATION_SECRET",
                    "LETTER_SEAL_KEYSTORE",
                    "LETTER_SEAL_PASSWORD",
                    "S3_SECRET_KEY");

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(10);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(40);

    private final List<String> engine = List.of(System.getProperty("engine", "podman").split(" "));
    private final Path directory = Workspace.root().resolve(".local/images-case");
    private final RunningSystem system = RunningSystem.in(directory);
    private final Map<Service, Container> containers = new EnumMap<>(Service.class);

    private CaseDrill() {}

    /**
     * Needs the images ({@code make images}), of two versions.
     *
     * @param versions their tags; none for what was built, twice
     */
    public static void main(String... versions) throws IOException {
        var built = Built.version();
        new CaseDrill()
                .run(
                        versions.length > 0 ? versions[0] : built,
                        versions.length > 1 ? versions[1] : built);
        // The object store's client keeps a thread for a minute; nobody waits for it.
        System.exit(0);
    }

    private void run(String version, String next) throws IOException {
        try {
            system.startParts(name -> say(name + " is ready"));
            for (var service : Service.values()) {
                launch(service, version);
            }
            containers.values().forEach(container -> container.awaitReady(STARTS_WITHIN));
            say("four containers of " + version + " are ready");
            WholeStory.tell(system);
            say("a case went from the question to its answered follow-up");
            swapAmidstACase(next);
        } finally {
            containers.values().forEach(Container::remove);
            system.stop();
        }
    }

    private void swapAmidstACase(String next) throws IOException {
        var plot = Plot.familyAbroad(LocalDate.now(ZoneOffset.UTC));
        var whole = WholeStory.of(plot, system);
        whole.ask();
        for (var service : Service.values()) {
            swap(service, next);
        }
        whole.answer();
        var letter = whole.review().letter(whole.story().requester());
        say("the case asked before has its letter of %d bytes after".formatted(letter.length));
    }

    private void swap(Service service, String next) throws IOException {
        var signal = Instant.now();
        int code = containers.get(service).stop(STOPS_WITHIN);
        var ended = Instant.now();
        if (code != 143 && code != 0) {
            throw new IllegalStateException(service + " had to be killed, or failed: " + code);
        }
        launch(service, next);
        containers.get(service).awaitReady(STARTS_WITHIN);
        say(
                "%s: ended with %d after %d s, its successor ready %d s later"
                        .formatted(
                                service.code(),
                                code,
                                Duration.between(signal, ended).toSeconds(),
                                Duration.between(ended, Instant.now()).toSeconds()));
    }

    private void launch(Service service, String version) throws IOException {
        var container = new Container(engine, "consilium-case", service.code());
        container.remove();
        containers.put(service, container);
        var settings = new HashMap<>(system.service(service).settings());
        // As an installation has it: who holds a connection is told before it closes.
        settings.remove("QUARKUS_SHUTDOWN_DELAY");
        var secrets = Files.createDirectories(directory.resolve("secrets-" + service.code()));
        for (var name : SECRETS) {
            var secret = settings.remove(name);
            if (secret != null) {
                Files.writeString(secrets.resolve(name), secret);
            }
        }
        container.start("consilium/" + service.module() + ":" + version, settings, secrets);
    }

    private static void say(String line) {
        System.out.println("  " + line);
    }
}
