package org.consilium.stack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * S3 with signatures checked, objects as files under its directory. Each identity has a store of
 * its own, in which nobody else sees so much as the name of a bucket.
 */
public final class S3Server extends Part {

    public static final String REGION = "us-east-1";

    private final Path directory;
    private final Map<String, String> secretKeys;

    /**
     * Describes it.
     *
     * @param secretKeys by access key
     */
    public S3Server(Path directory, int port, Map<String, String> secretKeys) {
        super("S3", port, new ChildProcess("S3", directory));
        this.directory = directory;
        this.secretKeys = new TreeMap<>(secretKeys);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    void launch() {
        write("logback.xml", LOGGING);
        var command =
                new JavaCommand("192m")
                        .property("logback.configurationFile", directory.resolve("logback.xml"))
                        .main(Workspace.classPath("s3"), "org.gaul.s3proxy.Main", stores());
        process().start(command, Map.of());
    }

    private String[] stores() {
        return secretKeys.entrySet().stream()
                .flatMap(key -> Stream.of("--properties", store(key.getKey(), key.getValue())))
                .toArray(String[]::new);
    }

    private String store(String accessKey, String secretKey) {
        var file = accessKey + ".conf";
        write(file, settings(accessKey, secretKey));
        return directory.resolve(file).toString();
    }

    @Override
    boolean isReady() {
        return accepts(port());
    }

    private String settings(String accessKey, String secretKey) {
        return """
               s3proxy.endpoint=%s
               s3proxy.authorization=aws-v2-or-v4
               s3proxy.identity=%s
               s3proxy.credential=%s
               jclouds.provider=filesystem-nio2
               jclouds.filesystem.basedir=%s
               """
                .formatted(
                        endpoint(),
                        accessKey,
                        secretKey,
                        Workspace.directory(directory.resolve("objects").resolve(accessKey)));
    }

    private void write(String file, String text) {
        try {
            Files.writeString(directory.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String LOGGING =
            """
            <configuration>
              <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %p %logger{0} %m%n</pattern></encoder>
              </appender>
              <root level="WARN"><appender-ref ref="OUT"/></root>
            </configuration>
            """;
}
