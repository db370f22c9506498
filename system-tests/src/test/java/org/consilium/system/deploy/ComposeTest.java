package org.consilium.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.contracts.Source;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeTest {

    private static final ComposeFile COMPOSE = ComposeFile.read();

    /** A setting without a default: {@code ${NAME}}. */
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

    private static final String MAY_LOSE_DATA = "POSTGRES_MAY_LOSE_DATA";

    @ParameterizedTest
    @EnumSource(Source.class)
    void a_service_is_given_every_setting_that_has_no_default(Source source) throws IOException {
        var own = source.code() + "-service/src/main/resources/application.properties";
        var shared = "service-kit/src/main/resources/META-INF/microprofile-config.properties";
        var given = new TreeSet<>(COMPOSE.environment(source.code()).keySet());
        given.addAll(COMPOSE.secrets(source.code()).keySet());
        assertThat(given)
                .containsAll(matches(REQUIRED, own).toList())
                .containsAll(matches(REQUIRED, shared).toList());
    }

    /** As a setting it would be shown to whoever inspects the container. */
    @Test
    void every_secret_is_a_file_that_is_made_and_none_stands_among_the_settings() {
        assertThat(COMPOSE.services().keySet())
                .flatMap(service -> COMPOSE.environment(service).entrySet())
                .filteredOn(setting -> setting.getKey().matches(".*(PASSWORD|SECRET|CREDENTIAL).*"))
                .allMatch(setting -> setting.getValue().toString().startsWith("/run/secrets/"));
        assertThat(COMPOSE.defined("secrets"))
                .isNotEmpty()
                .allSatisfy(
                        (name, secret) ->
                                assertThat(secret)
                                        .isEqualTo(
                                                Map.of("file", ".local/compose-secrets/" + name)));
    }

    @Test
    void no_deployment_lets_its_database_lose_what_it_acknowledged() throws IOException {
        try (var files = Files.walk(SourceTree.ROOT.resolve("deploy"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .noneMatch(ComposeTest::letsItsDatabaseLoseData);
        }
        assertThat(COMPOSE.text()).doesNotContain(MAY_LOSE_DATA);
    }

    private static boolean letsItsDatabaseLoseData(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(MAY_LOSE_DATA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_deployed_realm_has_no_people_and_takes_no_passwords_for_tokens() throws IOException {
        var realm =
                new ObjectMapper()
                        .readTree(
                                SourceTree.ROOT
                                        .resolve("deploy/keycloak/consilium-realm.json")
                                        .toFile());
        assertThat(realm.path("users").findValuesAsText("username"))
                .allSatisfy(name -> assertThat(name).startsWith("service-account-"));
        assertThat(realm.findValues("credentials")).isEmpty();
        assertThat(realm.path("clients").findValues("directAccessGrantsEnabled"))
                .noneMatch(JsonNode::asBoolean);
    }

    @Test
    void every_port_is_open_to_this_machine_only() {
        assertThat(COMPOSE.services().keySet())
                .flatMap(COMPOSE::ports)
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void every_topic_is_made() {
        var loops =
                Pattern.compile("for source in (.*); do\\s+for kind in (.*); do")
                        .matcher(COMPOSE.text())
                        .results()
                        .findFirst()
                        .orElseThrow();
        assertThat(loops.group(1).split(" ")).containsExactly(codes());
        assertThat(Arrays.stream(loops.group(2).split(" ")).map(kind -> "review." + kind))
                .containsExactly(Source.REVIEW.topic(), Source.REVIEW.deadLetterTopic());
    }

    /** But for the mails: the tests read them by an interface, people on a page. */
    @Test
    void the_images_are_those_of_the_tests() throws IOException {
        var images = "local-stack/src/main/java/org/consilium/stack/Images.java";
        assertThat(COMPOSE.services().values())
                .extracting(service -> service.get("image"))
                .containsAll(
                        matches(Pattern.compile("= \"(.+)\";"), images)
                                .filter(image -> !image.startsWith("greenmail/"))
                                .toList());
    }

    @Test
    void the_services_are_asked_for_their_figures() throws IOException {
        var asked =
                matches(
                        Pattern.compile("targets: \\[\"(\\w+):9000\"\\]"),
                        "deploy/observability/compose/prometheus.yaml");
        assertThat(asked).containsExactly(codes());
    }

    private static Stream<String> matches(Pattern pattern, String file) throws IOException {
        var text = Files.readString(SourceTree.ROOT.resolve(file));
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static String[] codes() {
        return Arrays.stream(Source.values()).map(Source::code).toArray(String[]::new);
    }
}
