package org.consilium.system.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.stack.Ports;
import org.consilium.stack.parts.Workspace;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of commands, places, ports and people is so. */
class DocumentsTest {

    private static final Path ROOT = Workspace.root();
    private static final Pattern MAKE = Pattern.compile("(?m)(?:^|`)make ([a-z]+(?:-[a-z]+)*)");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern DEMO_USER = Pattern.compile("`([a-z]+)`");

    static Stream<Path> documents() throws IOException {
        var tracked =
                new ProcessBuilder("git", "ls-files", "*.md").directory(ROOT.toFile()).start();
        return new String(
                        tracked.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .map(ROOT::resolve)
                .filter(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void each_make_command_exists(Path document) throws IOException {
        var makefile = Files.readString(ROOT.resolve("Makefile"));
        var named =
                MAKE.matcher(Files.readString(document))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(named)
                .allSatisfy(target -> assertThat(makefile).containsPattern("(?m)^" + target + ":"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void each_link_leads_somewhere(Path document) throws IOException {
        var links =
                LINK.matcher(Files.readString(document))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(links).allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @Test
    void the_readme_and_the_welcome_name_the_ports_that_are_used() throws IOException {
        for (var text : List.of(readme(), welcome())) {
            var kept = RunningSystem.kept();
            for (var service : Service.values()) {
                assertThat(text)
                        .contains(kept.service(service).url().replace("127.0.0.1", "localhost"));
            }
            assertThat(text)
                    .contains("localhost:" + Ports.fixed().keycloak())
                    .contains("localhost:" + Ports.fixed().mailApi())
                    .contains("port " + Ports.fixed().imap());
        }
    }

    @Test
    void the_readme_names_each_demo_user() throws IOException {
        var users = new TreeSet<String>();
        new ObjectMapper()
                .readTree(ROOT.resolve("deploy/keycloak/demo-people.json").toFile())
                .path("users")
                .forEach(user -> users.add(user.path("username").asText()));
        var table =
                readme().substring(
                                readme().indexOf("| who | is |"), readme().indexOf("A token for"));
        assertThat(DEMO_USER.matcher(table).results().map(found -> found.group(1)))
                .containsAll(users);
    }

    @Test
    void the_readme_maps_every_module() throws IOException {
        var modules =
                Pattern.compile("<module>([^<]+)</module>")
                        .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(
                        modules.results()
                                .map(found -> found.group(1))
                                .filter(module -> !module.contains("/parts/")))
                .allSatisfy(module -> assertThat(readme()).contains("(" + module + ")"));
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String welcome() throws IOException {
        return Files.readString(ROOT.resolve("system-tests/src/main/resources/welcome.txt"));
    }
}
