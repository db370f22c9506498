package org.consilium.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.error.YAMLException;

/** Each rule holds, and finds what breaks it. */
class ComposeRulesTest {

    private static final ComposeFile COMPOSE = ComposeFile.read();

    /** What stands in the file, and what breaks the rule when it stands there instead. */
    private static final Map<String, String[]> BROKEN =
            Map.of(
                    "key that Compose does not know",
                    new String[] {"    profiles: [ops]", "    profile: [ops]"},
                    "wait for what never comes",
                    new String[] {
                        "scanner: {condition: service_started}",
                        "scaner: {condition: service_started}"
                    },
                    "name that nothing has",
                    new String[] {
                        "{source: intake-client, target: SERVICE_SECRET}",
                        "{source: intake, target: SERVICE_SECRET}"
                    },
                    "thing that nobody uses",
                    new String[] {"  grafana:\n\nsecrets:", "  grafana:\n  loki:\n\nsecrets:"},
                    "variable that may be forgotten",
                    new String[] {"${SMTP_HOST:-mail}", "${SMTP_HOST}"},
                    "container without bounds",
                    new String[] {"    mem_limit: 3g\n", ""},
                    "engine that the world reaches",
                    new String[] {
                        "    image: postgres:18.1\n",
                        "    image: postgres:18.1\n    ports: [\"127.0.0.1:5432:5432\"]\n"
                    });

    @TestFactory
    Stream<DynamicTest> no() {
        return ComposeRules.ALL.entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(),
                                        () ->
                                                assertThat(rule.getValue().apply(COMPOSE))
                                                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_finds_what_breaks_it() {
        return ComposeRules.ALL.entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(),
                                        () -> {
                                            var change = BROKEN.get(rule.getKey());
                                            assertThat(COMPOSE.text()).contains(change[0]);
                                            var broken =
                                                    COMPOSE.text().replace(change[0], change[1]);
                                            assertThat(
                                                            rule.getValue()
                                                                    .apply(ComposeFile.of(broken)))
                                                    .isNotEmpty();
                                        }));
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> ComposeFile.of("services: {a: {image: b, image: c}}"))
                .isInstanceOf(YAMLException.class);
    }

    /** Compose's own opinion, where its plugin is; its count of skips says where it was not. */
    @Test
    void compose_itself_takes_the_file() throws IOException, InterruptedException {
        var there = Command.status("docker", "compose", "version") == 0;
        if (!there) {
            System.out.println("Skipped: docker compose config, for want of the plugin.");
        }
        assumeTrue(there, "no docker compose");
        assertThat(Command.status("docker", "compose", "--profile", "*", "config", "-q")).isZero();
    }
}
