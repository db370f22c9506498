package org.consilium.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** The packaged service, with another's key to the store: it ends with one line. */
class StartIT {

    private static final int WRONGLY_SET_UP = 78;

    @Test
    void a_key_that_the_store_does_not_take_is_named_with_the_rule()
            throws IOException, InterruptedException {
        var process = started("S3_SECRET_KEY", "of-somebody-else").start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(said.lines().filter(line -> line.contains("not start: ")))
                .singleElement()
                .asString()
                .contains("S3_ACCESS_KEY, S3_SECRET_KEY: the store refuses them.")
                .doesNotContain("of-somebody-else");
        assertThat(said).as("a trace, a consumer").doesNotContain("\tat ", "SRMSG");
        assertThat(process.exitValue()).isEqualTo(WRONGLY_SET_UP);
    }

    private static ProcessBuilder started(String setting, String value) {
        var parts = new BackingPartsResource();
        parts.init(Map.of("service", "documents"));
        var settings = new HashMap<>(parts.start());
        settings.keySet().removeIf(name -> name.startsWith("quarkus."));
        settings.put("POSTGRES_MAY_LOSE_DATA", "true");
        settings.put(setting, value);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                "target/quarkus-app/quarkus-run.jar")
                        .redirectErrorStream(true);
        process.environment().putAll(settings);
        return process;
    }
}
