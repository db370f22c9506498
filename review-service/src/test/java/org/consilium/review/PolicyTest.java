package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.kit.access.RightsTable;
import org.consilium.stack.docs.WrittenPage;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern GUARDED = Pattern.compile("@Guarded\\(\"([a-z-]+)\"\\)");

    private final ReviewPolicy policy = new ReviewPolicy();

    @Test
    void every_operation_of_the_edge_has_a_rule_and_every_rule_an_operation() throws IOException {
        assertThat(operations()).isEqualTo(new TreeSet<>(policy.rules().keySet()));
    }

    @Test
    void the_published_table_says_what_is_enforced() {
        WrittenPage.says("rights/review.yaml", RightsTable.of(policy));
    }

    @Test
    void an_operator_stands_in_no_rule() throws IOException {
        for (var operation : operations()) {
            assertThat(policy.rule(operation).orElseThrow().roles())
                    .doesNotContain("operator", "service");
        }
    }

    /** A coordinator may have to do with offers and dates; not with what is written. */
    @Test
    void a_coordinator_stands_in_no_rule_about_clinical_text() {
        for (var operation :
                Set.of(
                        "commit-reading",
                        "read-reading",
                        "ask-question",
                        "write-opinion",
                        "read-opinion",
                        "sign-opinion",
                        "read-letter",
                        "release-opinion",
                        "answer-follow-up",
                        "read-follow-ups")) {
            assertThat(policy.rule(operation).orElseThrow().roles())
                    .as(operation)
                    .doesNotContain("coordinator");
        }
    }

    private static Set<String> operations() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith("Resource.java"))
                    .flatMap(file -> GUARDED.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
