package org.consilium.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.stack.parts.ChildProcess;
import org.consilium.stack.parts.Part;
import org.consilium.stack.parts.Workspace;

/** One service, or one replica of it, as a process of its own. */
public final class ServiceProcess {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);
    private static final Duration LEARNS_WITHIN = Duration.ofMinutes(2);

    /**
     * As deploy/images/jvm.options; and the heap begins small, else the JVM fills a quarter of a
     * gigabyte before it first tidies.
     */
    private static final List<String> JVM =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xms48m",
                    "-Xmx256m",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:TrimNativeHeapInterval=5000",
                    "-XX:+ExitOnOutOfMemoryError");

    private final Service service;
    private final int port;
    private final int managementPort;
    private final Map<String, String> environment;
    private Application application;
    private final ChildProcess process;

    ServiceProcess(
            Service service,
            int port,
            int managementPort,
            Path directory,
            Map<String, String> environment) {
        this.service = service;
        this.port = port;
        this.managementPort = managementPort;
        this.environment = environment;
        this.application =
                new Application(service, Workspace.root(), directory.resolve("application"));
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
     * Another version of the service, built of the sources in that tree; used at the next start.
     */
    public ServiceProcess builtIn(Path tree) {
        application = application.of(tree);
        return this;
    }

    /**
     * Nothing happens when it runs already with what is built now; what is built anew replaces it.
     * Returns before it is ready.
     */
    public void launch() {
        if (process.isRunning() && application.isWhatIsBuilt()) {
            return;
        }
        makeRoom();
        process.start(
                command(application.learned().map(learned -> "-XX:AOTCache=" + learned)),
                settings());
    }

    /** Notes what it loads from now on, which makes it slower; returns before it is ready. */
    public void launchLearning() {
        makeRoom();
        process.start(
                command(Optional.of("-XX:AOTCacheOutput=" + application.lesson())), settings());
    }

    /** Ends it, and keeps what it learned for each start of what is built now. */
    public void endLearning() {
        process.stop(LEARNS_WITHIN);
        application.keepLesson();
    }

    public void forgetLearned() {
        application.forgetLearned();
    }

    private void makeRoom() {
        stop();
        if (answers(port)) {
            throw new Part.PortTaken(service.module(), port);
        }
        application.take();
    }

    public void awaitReady() {
        process.awaitReady(this::isReady, STARTS_WITHIN);
    }

    /** What a load balancer would see. */
    public boolean isReady() {
        return Api.isReady(managementUrl());
    }

    /** All its figures, as Prometheus reads them. */
    public String metrics() {
        return Api.text(managementUrl() + "/q/metrics");
    }

    public void start() {
        launch();
        awaitReady();
    }

    /** Lets requests under way end. */
    public void stop() {
        stop(STOPS_WITHIN);
    }

    /** By force when it takes longer. */
    public void stop(Duration patience) {
        process.stop(patience);
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

    /** Where health and metrics are. */
    public String managementUrl() {
        return "http://127.0.0.1:" + managementPort;
    }

    private List<String> command(Optional<String> learning) {
        var command = new ArrayList<>(JVM);
        learning.ifPresent(command::add);
        command.addAll(List.of("-jar", application.jar().toString()));
        return command;
    }

    /** Everything it is started with, secrets among it. */
    public Map<String, String> settings() {
        var whole = new HashMap<>(environment);
        whole.put("HTTP_PORT", Integer.toString(port));
        whole.put("MANAGEMENT_PORT", Integer.toString(managementPort));
        whole.putIfAbsent("LOG_JSON", "false");
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
