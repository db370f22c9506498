package org.consilium.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.system.tidy.SourceFile;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a README names each event its service acts on, those are what its consumers act on. */
class ConsumesTest {

    /** A case that does nothing has no name for its event. */
    private static final Pattern ACTED_ON = Pattern.compile("\\bcase (\\w+) (?!_)\\w+");

    private static final Pattern CODE = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");

    /** Intake and notification hear everything; their pages say what for. */
    @ParameterizedTest
    @ValueSource(strings = {"documents", "review"})
    void the_page_names_what_the_consumers_act_on_and_nothing_else(String service)
            throws IOException {
        assertThat(named(service)).isEqualTo(actedOn(service));
    }

    private static Set<String> named(String service) throws IOException {
        var page = Files.readString(SourceTree.ROOT.resolve(service + "-service/README.md"));
        var consumes = page.substring(page.indexOf("## Consumes"), page.indexOf("## Publishes"));
        return CODE.matcher(consumes)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> actedOn(String service) {
        var names =
                SourceTree.files()
                        .filter(SourceFile::isMainJava)
                        .filter(file -> file.path().startsWith(service + "-service/"))
                        .filter(file -> file.path().endsWith("Consumer.java"))
                        .flatMap(file -> ACTED_ON.matcher(file.text()).results())
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        return PublishedEvent.all().stream()
                .filter(event -> names.contains(event.name()))
                .map(event -> event.wireName().split("\\.")[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
