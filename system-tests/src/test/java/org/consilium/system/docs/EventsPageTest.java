package org.consilium.system.docs;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.contracts.Source;
import org.consilium.system.tidy.SourceFile;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/events.md}: what the contracts declare, and who reads it. */
class EventsPageTest {

    private static final List<SourceFile> CODE =
            SourceTree.files().filter(SourceFile::isMainJava).toList();

    @Test
    void the_table_names_every_event_with_who_publishes_and_who_consumes_it() throws IOException {
        var rows =
                PublishedEvent.all().stream()
                        .map(EventsPageTest::row)
                        .collect(Collectors.joining());
        new Page("events.md")
                .says(
                        "events",
                        """
                        | event | on the wire | says | consumed by |
                        | --- | --- | --- | --- |
                        """
                                + rows);
    }

    private static String row(PublishedEvent event) {
        return "| %s | `%s` | %s | %s |\n"
                .formatted(event.name(), event.wireName(), event.meaning(), consumers(event));
    }

    private static String consumers(PublishedEvent event) {
        return Arrays.stream(Source.values())
                .filter(service -> service != event.source())
                .filter(service -> CODE.stream().anyMatch(file -> reads(service, event, file)))
                .map(Source::code)
                .collect(Collectors.joining(", "));
    }

    /** A service consumes an event when its code names the record, as one of its family. */
    private static boolean reads(Source service, PublishedEvent event, SourceFile file) {
        var family = event.source().events().getSimpleName();
        var record = Pattern.compile("\\b" + event.name() + "\\b");
        return file.path().startsWith(service.code() + "-service/")
                && file.text().contains("contracts." + family)
                && record.matcher(file.text()).find();
    }
}
