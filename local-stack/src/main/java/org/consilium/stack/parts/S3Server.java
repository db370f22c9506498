package org.consilium.stack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** S3 with signatures checked, objects as files under its directory. */
public final class S3Server extends Part {

    /** Objects belong to whoever has this key; the secret comes from outside. */
    public static final String ACCESS_KEY = "consilium";

    public static final String REGION = "us-east-1";

    private final Path directory;
    private final String secretKey;

    public S3Server(Path directory, int port, String secretKey) {
        super("S3", port, new ChildProcess("S3", directory));
        this.directory = directory;
        this.secretKey = secretKey;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    void launch() {
        write("s3proxy.conf", settings());
        write("logback.xml", LOGGING);
        var command =
                new JavaCommand("192m")
                        .property("logback.configurationFile", directory.resolve("logback.xml"))
                        .main(
                                Workspace.classPath("s3"),
                                "org.gaul.s3proxy.Main",
                                "--properties",
                                directory.resolve("s3proxy.conf").toString());
        process().start(command, Map.of());
    }

    @Override
    boolean isReady() {
        return accepts(port());
    }

    private String settings() {
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
                        ACCESS_KEY,
                        secretKey,
                        Workspace.directory(directory.resolve("objects")));
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
