package org.consilium.system.deploy.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.ops.Ops;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.api.Test;

/** Whoever an alert wakes finds a page, and on it a command that exists. */
class RunbooksTest {

    private static final Pattern FIRST =
            Pattern.compile("(?s)\\AFirst:\n\n```\nconsilium-ops ([^\n]+)\n```");
    private static final String LIST = "docs/runbooks/README.md";
    private static final Pattern LISTED = Pattern.compile("(?m)^[|] \\[([a-z-]+)]\\(\\1[.]md\\)");
    private static final Pattern COMMAND = Pattern.compile("`consilium-ops ([a-z][^`]*)`");

    @Test
    void each_alert_has_its_page_and_each_page_its_alert() throws IOException {
        var named = new TreeSet<String>();
        Watching.alerts().forEach(alert -> named.add(alert.annotations().get("runbook")));
        var rungByNobody = new TreeSet<>(pages());
        rungByNobody.removeAll(named);
        assertThat(pages()).containsAll(named);
        for (var page : rungByNobody) {
            assertThat(page(page)).contains("No alert rings for this.");
        }
        for (var alert : Watching.alerts()) {
            assertThat(page(alert.annotations().get("runbook")))
                    .as("the page says whose it is")
                    .contains(alert.alert());
        }
    }

    @Test
    void each_page_is_listed() throws IOException {
        assertThat(LISTED.matcher(page(LIST)).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        pages().stream()
                                .map(name -> name.replaceAll("docs/runbooks/(.*)[.]md", "$1"))
                                .toList());
    }

    @Test
    void each_page_begins_with_a_command_that_exists() throws IOException {
        for (var name : pages()) {
            var page = page(name);
            var first = FIRST.matcher(page.substring(page.indexOf("\n\n") + 2));
            assertThat(first.find()).as(name).isTrue();
            assertExists(first.group(1));
            COMMAND.matcher(page).results().forEach(found -> assertExists(found.group(1)));
        }
    }

    @Test
    void the_rules_are_prometheus_s_and_each_alert_rings_when_it_should() throws Exception {
        var promtool = promtool("check", "rules", "rules.yaml");
        assumeTrue(promtool != null, "skipped: promtool is not installed (scripts/install-needs)");
        assertThat(promtool).contains("SUCCESS");
        assertThat(promtool("test", "rules", "rules-test.yaml")).contains("SUCCESS");
    }

    @Test
    void each_alert_is_tried_on_figures_that_ring_it_and_on_figures_that_do_not() {
        var tried =
                Watching.listed(Watching.read("rules-test.yaml"), "tests").stream()
                        .map(test -> (String) test.get("name"))
                        .toList();
        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(
                        Watching.alerts().stream()
                                .flatMap(
                                        alert ->
                                                Stream.of(
                                                        alert.alert() + " rings",
                                                        alert.alert() + " does not ring"))
                                .toList());
    }

    /**
     * With the words in capitals as ids, so that only what is said is tried and nothing is done.
     */
    private static void assertExists(String command) {
        var words =
                command.replaceAll("\\bSERVICE\\b", "intake")
                        .replaceAll("\\bTIME\\b", "2026-11-21T00:00:00Z")
                        .replaceAll("\\bID\\b", "00000000-0000-4000-8000-000000000001");
        var errors = new StringWriter();
        Ops.run(
                Map.of(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(errors),
                words.split(" "));
        assertThat(errors.toString()).as("consilium-ops " + words).startsWith("the variable ");
    }

    private static List<String> pages() throws IOException {
        try (var pages = Files.list(SourceTree.ROOT.resolve("docs/runbooks"))) {
            return pages.map(page -> "docs/runbooks/" + page.getFileName())
                    .filter(page -> !page.equals(LIST))
                    .sorted()
                    .toList();
        }
    }

    private static String page(String file) throws IOException {
        return Files.readString(SourceTree.ROOT.resolve(file));
    }

    /** What it says; null when it is not there. */
    private static String promtool(String... words) throws InterruptedException, IOException {
        var command = Stream.concat(Stream.of("promtool"), Stream.of(words)).toList();
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(Watching.FOLDER.toFile())
                            .redirectErrorStream(true)
                            .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said : "failed: " + said;
        } catch (IOException missing) {
            if (missing.getMessage().contains("No such file")) {
                return null;
            }
            throw missing;
        }
    }
}
