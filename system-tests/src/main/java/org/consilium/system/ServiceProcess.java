package org.consilium.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.stack.parts.ChildProcess;
import org.consilium.stack.parts.Part;
import org.consilium.stack.parts.Workspace;

/** One service, or one replica of it, as a process of its own. */
public final class ServiceProcess {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private final Service service;
    private final int port;
    private final Map<String, String> environment;
    private final Path application;
    private final ChildProcess process;

    ServiceProcess(Service service, int port, Path directory, Map<String, String> environment) {
        this.service = service;
        this.port = port;
        this.environment = environment;
        this.application = directory.resolve("application");
        this.process = new ChildProcess(service.module(), directory);
    }

    /** The same service with one setting more, such as a fail-point; used at the next start. */
    public ServiceProcess with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public ServiceProcess without(String name) {
        environment.remove(name);
        return this;
    }

    /**
     * Nothing happens when it runs already with what is built now; what is built anew replaces it.
     * Returns before it is ready.
     */
    public void launch() {
        if (process.isRunning() && runsWhatIsBuilt()) {
            return;
        }
        stop();
        if (answers(port)) {
            throw new Part.PortTaken(service.module(), port);
        }
        takeWhatIsBuilt();
        process.start(command(), whole(environment));
    }

    public void awaitReady() {
        process.awaitReady(() -> Api.isReady(url()), STARTS_WITHIN);
    }

    public void start() {
        launch();
        awaitReady();
    }

    /** Lets requests under way end. */
    public void stop() {
        process.stop(STOPS_WITHIN);
    }

    public ChildProcess process() {
        return process;
    }

    public Service service() {
        return service;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                application.resolve("quarkus-run.jar").toString());
    }

    /** A copy, so that a build does not pull the classes from under the running process. */
    private void takeWhatIsBuilt() {
        ChildProcess.run(List.of("rm", "-rf", application.toString()));
        ChildProcess.run(List.of("cp", "-a", built().toString(), application.toString()));
    }

    private boolean runsWhatIsBuilt() {
        return sumOf(built()).equals(sumOf(application));
    }

    private static String sumOf(Path application) {
        return ChildProcess.run(
                List.of(
                        "sh",
                        "-c",
                        "cat '"
                                + application
                                + "'/app/*.jar '"
                                + application
                                + "'/quarkus/*.jar | cksum"));
    }

    private Path built() {
        var built = Workspace.root().resolve(service.module() + "/target/quarkus-app");
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException(service.module() + " is not built: run 'make build'");
        }
        return built;
    }

    private Map<String, String> whole(Map<String, String> settings) {
        var whole = new HashMap<>(settings);
        whole.put("HTTP_PORT", Integer.toString(port));
        return whole;
    }

    private static boolean answers(int port) {
        try (var socket = new java.net.Socket()) {
            socket.connect(
                    new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port),
                    500);
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
