package org.consilium.stack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * One Kafka node, broker and controller in one. Topics are made by {@link Topics}, never by use.
 */
public final class KafkaBroker extends Part {

    private static final String MAIN = "kafka.Kafka";
    private static final String CLUSTER = "Y29uc2lsaXVtLWxvY2FsMQ";

    private final Path directory;
    private final int controllerPort;

    public KafkaBroker(Path directory, int port, int controllerPort) {
        super("Kafka", port, new ChildProcess("Kafka", directory));
        this.directory = directory;
        this.controllerPort = controllerPort;
    }

    @Override
    void launch() {
        var settings = directory.resolve("server.properties");
        write(settings, settings());
        write(directory.resolve("log4j2.properties"), LOGGING);
        ChildProcess.run(
                java("128m")
                        .main(
                                Workspace.classPath("kafka"),
                                "kafka.tools.StorageTool",
                                "format",
                                "-t",
                                CLUSTER,
                                "-c",
                                settings.toString(),
                                "--ignore-formatted"));
        process()
                .start(
                        java("256m").main(Workspace.classPath("kafka"), MAIN, settings.toString()),
                        Map.of());
    }

    @Override
    boolean isReady() {
        try (var admin = admin()) {
            return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size() == 1;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything Kafka ever acknowledged, gone. Stop it first. */
    public void destroyData() {
        ChildProcess.run(List.of("rm", "-rf", directory.resolve("data").toString()));
    }

    /**
     * Kafka looks for its classes by the thread's loader, which in a test of a service is that
     * service's own and knows them too, as others.
     */
    public Admin admin() {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(Admin.class.getClassLoader());
        try {
            return Admin.create(
                    Map.of(
                            "bootstrap.servers",
                            address(),
                            "request.timeout.ms",
                            "5000",
                            "default.api.timeout.ms",
                            "10000"));
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private JavaCommand java(String heap) {
        return new JavaCommand(heap)
                .property("log4j2.configurationFile", directory.resolve("log4j2.properties"))
                .property("kafka.logs.dir", directory);
    }

    private String settings() {
        return """
               process.roles=broker,controller
               node.id=1
               controller.quorum.voters=1@127.0.0.1:%2$d
               listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
               advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
               listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
               controller.listener.names=CONTROLLER
               inter.broker.listener.name=PLAINTEXT
               log.dirs=%3$s
               auto.create.topics.enable=false
               offsets.topic.replication.factor=1
               offsets.topic.num.partitions=4
               transaction.state.log.replication.factor=1
               transaction.state.log.min.isr=1
               share.coordinator.state.topic.replication.factor=1
               share.coordinator.state.topic.min.isr=1
               group.initial.rebalance.delay.ms=0
               log.segment.bytes=16777216
               log.cleaner.dedupe.buffer.size=8388608
               """
                .formatted(port(), controllerPort, directory.resolve("data"));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String LOGGING =
            """
            rootLogger.level=warn
            rootLogger.appenderRefs=stdout
            rootLogger.appenderRef.stdout.ref=STDOUT
            appender.stdout.type=Console
            appender.stdout.name=STDOUT
            appender.stdout.layout.type=PatternLayout
            appender.stdout.layout.pattern=%d %p %c{1} %m%n
            """;
}
