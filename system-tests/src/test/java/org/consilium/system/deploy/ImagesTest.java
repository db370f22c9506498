package org.consilium.system.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.Source;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What images are made of, and how they run. */
class ImagesTest {

    private static final Path IMAGES = SourceTree.ROOT.resolve("deploy/images");

    /** A setting without a default: {@code ${NAME}}. */
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:\\S+@sha256:[0-9a-f]{64}");

    static Stream<Path> dockerfiles() throws IOException {
        try (var files = Files.list(IMAGES)) {
            return files.filter(file -> file.toString().endsWith(".Dockerfile")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void every_base_is_pinned_by_its_digest(Path dockerfile) {
        var arguments =
                found("(?m)^ARG (\\w+)=(\\S+)", dockerfile)
                        .collect(
                                Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        var stages = found("(?m)^FROM \\S+ AS (\\w+)", dockerfile).map(found -> found.group(1));
        var known = stages.toList();
        assertThat(found("(?m)^FROM (\\S+)", dockerfile).map(found -> base(found, arguments)))
                .isNotEmpty()
                .allMatch(base -> known.contains(base) || PINNED.matcher(base).matches());
    }

    private static String base(MatchResult from, Map<String, String> arguments) {
        var name = from.group(1).replaceAll("[${}]", "");
        return arguments.getOrDefault(name, name);
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void what_is_built_is_copied_and_nothing_is_built_or_fetched_by_it(Path dockerfile) {
        var text = text(dockerfile);
        assertThat(text)
                .doesNotContainPattern("#\\s*syntax")
                .doesNotContainPattern("(?m)^ADD |mvn|curl|wget");
        assertThat(found("(?m)^COPY (?!--from)(.*) \\S+$", dockerfile))
                .isNotEmpty()
                .flatExtracting(found -> List.of(found.group(1).split(" ")))
                .allMatch(
                        from -> from.toString().matches("deploy/images/[a-z.]+|[^/]+/target/\\S+"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void it_runs_as_nobody_with_what_was_learned_and_its_bill_of_materials(Path dockerfile) {
        assertThat(text(dockerfile).substring(text(dockerfile).lastIndexOf("\nFROM ")))
                .contains(
                        "USER 10001:10001",
                        "COPY --from=learned /app/learned.aot",
                        "sbom.json",
                        "ENTRYPOINT [\"bash\", \"start\"]");
    }

    @Test
    void a_service_says_whether_it_takes_requests() {
        assertThat(text(IMAGES.resolve("service.Dockerfile")))
                .containsPattern(
                        "HEALTHCHECK [^\n]*--start-period=300s[^\n]* CMD \\[\"bash\", \"ready\"]");
    }

    /** A cache that was learned with other flags is left lying; nothing would say so. */
    @ParameterizedTest
    @ValueSource(strings = {"start", "learn", "ops.Dockerfile"})
    void what_is_learned_is_learned_as_it_is_started(String file) {
        assertThat(text(IMAGES.resolve(file))).containsPattern("java\"?,? \"?@jvm.options");
    }

    /** While an image is built no engine is there; a setting that nobody thought of would fail. */
    @Test
    void the_run_that_learns_has_every_setting_that_has_no_default(@TempDir Path nowhere)
            throws IOException {
        var learn = "java() { env >&2; return 1; }\n. " + IMAGES.resolve("learn") + " 2>&1";
        var process =
                new ProcessBuilder("bash", "-c", learn)
                        .directory(nowhere.toFile())
                        .redirectErrorStream(true)
                        .start();
        var settings = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(Stream.of(Source.values()).flatMap(ImagesTest::required).distinct())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(settings).containsPattern("(?m)^" + name + "=."));
    }

    private static Stream<String> required(Source source) {
        return Stream.of(
                        source.code() + "-service/src/main/resources/application.properties",
                        "service-kit/src/main/resources/META-INF/microprofile-config.properties")
                .flatMap(file -> REQUIRED.matcher(text(SourceTree.ROOT.resolve(file))).results())
                .map(found -> found.group(1));
    }

    private static Stream<MatchResult> found(String pattern, Path file) {
        return Pattern.compile(pattern).matcher(text(file)).results();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
