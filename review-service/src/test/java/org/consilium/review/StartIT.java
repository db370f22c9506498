package org.consilium.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.consilium.stack.BackingPartsResource;
import org.consilium.stack.seals.Seals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged service with a seal that seals nothing: it ends with one line. */
class StartIT {

    private static final int WRONGLY_SET_UP = 78;
    private static final String PASSWORD = "of-another-seal";

    private static Map<String, String> settings;

    @BeforeAll
    static void given() {
        var parts = new BackingPartsResource();
        parts.init(Map.of("service", "review"));
        settings = new HashMap<>(parts.start());
        settings.keySet().removeIf(name -> name.startsWith("quarkus."));
        settings.put("POSTGRES_MAY_LOSE_DATA", "true");
    }

    @Test
    void without_a_seal() throws IOException, InterruptedException {
        var without = new HashMap<>(settings);
        without.remove("LETTER_SEAL_KEYSTORE");
        refused(without, "LETTER_SEAL_KEYSTORE: not given.");
    }

    @Test
    void with_one_that_the_password_does_not_open() throws IOException, InterruptedException {
        refused(
                with("LETTER_SEAL_PASSWORD", PASSWORD),
                "LETTER_SEAL_KEYSTORE, LETTER_SEAL_PASSWORD: cannot be opened.");
    }

    @Test
    void with_something_else_than_a_keystore() throws IOException, InterruptedException {
        refused(
                with("LETTER_SEAL_KEYSTORE", "bm9uc2Vuc2U="),
                "LETTER_SEAL_KEYSTORE, LETTER_SEAL_PASSWORD: cannot be opened.");
    }

    @Test
    void with_one_whose_certificate_ended() throws IOException, InterruptedException {
        var ended = with("LETTER_SEAL_KEYSTORE", Seals.thatRanOut(PASSWORD));
        ended.put("LETTER_SEAL_PASSWORD", PASSWORD);
        refused(ended, "the certificate is not valid today.");
    }

    private static Map<String, String> with(String setting, String value) {
        var other = new HashMap<>(settings);
        other.put(setting, value);
        return other;
    }

    private static void refused(Map<String, String> settings, String words)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ProcessBuilder(
                                java,
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                "target/quarkus-app/quarkus-run.jar")
                        .redirectErrorStream(true);
        command.environment().putAll(settings);
        var process = command.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(said.lines().filter(line -> line.contains("not start: ")))
                .singleElement()
                .asString()
                .contains(words)
                .doesNotContain(settings.get("LETTER_SEAL_PASSWORD"));
        assertThat(said).as("a trace, a consumer").doesNotContain("\tat ", "SRMSG");
        assertThat(process.exitValue()).isEqualTo(WRONGLY_SET_UP);
    }
}
