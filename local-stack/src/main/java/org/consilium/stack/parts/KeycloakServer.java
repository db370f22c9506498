package org.consilium.stack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak with the project's realm, imported at its first start and when it changed. The service
 * clients' secrets come from outside.
 */
public final class KeycloakServer extends Part {

    private static final String JVM =
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -Xmx400m -XX:MetaspaceSize=96M"
                    + " -Djava.net.preferIPv4Stack=true -Dfile.encoding=UTF-8"
                    + " --add-opens=java.base/java.util=ALL-UNNAMED"
                    + " --add-opens=java.base/java.util.concurrent=ALL-UNNAMED"
                    + " --add-opens=java.base/java.security=ALL-UNNAMED";

    private final Path directory;
    private final Map<String, String> clientSecrets;

    /**
     * Describes a server; nothing starts yet.
     *
     * @param clientSecrets by the name the realm file gives them, such as {@code
     *     INTAKE_SERVICE_SECRET}
     */
    public KeycloakServer(Path directory, int port, Map<String, String> clientSecrets) {
        super("Keycloak", port, new ChildProcess("Keycloak", directory));
        this.directory = directory;
        this.clientSecrets = clientSecrets;
    }

    /** The URL that tokens carry; localhost and 127.0.0.1 would be two issuers. */
    public String issuer() {
        return "http://localhost:" + port() + "/realms/consilium";
    }

    @Override
    String edition() {
        return Edition.of(DemoRealm.json());
    }

    @Override
    void launch() {
        var home = home();
        bringRealm(home);
        var environment = new HashMap<>(clientSecrets);
        environment.put("JAVA_OPTS", JVM);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        process().start(command(home), environment);
    }

    /** A realm that changed is imported anew, and what was entered by hand is gone with it. */
    private static void bringRealm(Path home) {
        var file = Workspace.directory(home.resolve("data/import")).resolve("consilium-realm.json");
        var realm = DemoRealm.json();
        try {
            if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), realm)) {
                ChildProcess.run(List.of("rm", "-rf", home.resolve("data/h2").toString()));
            }
            Files.write(file, realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    boolean isReady() {
        return accepts(port()) && Http.succeeds(issuer() + "/.well-known/openid-configuration");
    }

    private List<String> command(Path home) {
        var command =
                new ArrayList<>(
                        List.of(home.resolve("bin/kc.sh").toString(), "start", "--optimized"));
        command.addAll(List.of("--import-realm", "--cache=local", "--http-enabled=true"));
        command.addAll(List.of("--http-host=127.0.0.1", "--http-port=" + port()));
        command.add("--hostname=http://localhost:" + port());
        return command;
    }

    /** A copy by hard links of the built distribution, with data of its own. */
    private Path home() {
        var home = directory.resolve("keycloak");
        if (!Files.exists(home)) {
            ChildProcess.run(List.of("cp", "-al", built().toString(), home.toString()));
        }
        return home;
    }

    private static Path built() {
        var built = Workspace.cache().resolve("keycloak");
        if (!Files.exists(built)) {
            var unpacked = Workspace.cache().resolve("keycloak.tmp");
            ChildProcess.run(List.of("rm", "-rf", unpacked.toString()));
            var zip = Workspace.archive("keycloak-quarkus-dist.zip").toString();
            ChildProcess.run(List.of("unzip", "-q", zip, "-d", unpacked.toString()));
            build(onlyEntry(unpacked));
            ChildProcess.run(List.of("mv", onlyEntry(unpacked).toString(), built.toString()));
        }
        return built;
    }

    private static void build(Path distribution) {
        ChildProcess.run(
                List.of(
                        "env",
                        "JAVA_HOME=" + System.getProperty("java.home"),
                        distribution.resolve("bin/kc.sh").toString(),
                        "build",
                        "--db=dev-file",
                        "--health-enabled=false",
                        "--metrics-enabled=false"));
    }

    private static Path onlyEntry(Path directory) {
        try (var entries = Files.list(directory)) {
            return entries.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
