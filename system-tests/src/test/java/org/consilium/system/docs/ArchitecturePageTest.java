package org.consilium.system.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.consilium.contracts.Source;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.api.Test;

/** The page about the whole names the topics that the services are set up to hear. */
class ArchitecturePageTest {

    private static final Pattern HEARD =
            Pattern.compile(
                    "mp\\.messaging\\.incoming\\.[a-z]+\\.topic=\\$\\{TOPIC_PREFIX:}(\\S+)");

    @Test
    void who_hears_whom() throws IOException {
        new Page("architecture.md")
                .says(
                        "hears",
                        "| service | publishes | hears |\n| --- | --- | --- |\n"
                                + Arrays.stream(Source.values())
                                        .map(ArchitecturePageTest::row)
                                        .collect(joining()));
    }

    private static String row(Source source) {
        return "| %s | `%s` | %s |\n".formatted(source.code(), source.topic(), heardBy(source));
    }

    private static String heardBy(Source source) {
        var settings =
                SourceTree.ROOT.resolve(
                        source.code() + "-service/src/main/resources/application.properties");
        try {
            return HEARD.matcher(Files.readString(settings))
                    .results()
                    .map(ArchitecturePageTest::topic)
                    .collect(joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String topic(MatchResult heard) {
        return "`" + heard.group(1) + "`";
    }
}
