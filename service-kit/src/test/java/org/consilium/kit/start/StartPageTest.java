package org.consilium.kit.start;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.consilium.stack.docs.WrittenPage;
import org.junit.jupiter.api.Test;

/** What is asked before a service starts stands in the documents as it stands in the code. */
class StartPageTest {

    private static final String INTRODUCTION =
            """
            # What is asked before a service starts

            Written from `StartRule` of the service-kit by `StartPageTest`. While these are asked nothing of the service runs: no consumer, no job, no
            port; and no migration, but for the last three, which beans of the service ask after it. What is wrong is one line on standard error,
            which names the settings to look at, what was found and the rule, and never a value; the exit code is 78 (EX_CONFIG). Kafka, the store,
            the mail server and Keycloak may be away: services start without them, and Keycloak and the store are asked only when they answer.

            | rule | how it is found out |
            | --- | --- |
            """;

    @Test
    void the_page_says_what_is_asked() {
        var rows =
                Arrays.stream(StartRule.values())
                        .map(rule -> "| %s | %s |%n".formatted(rule.sentence(), rule.how()))
                        .collect(Collectors.joining());
        WrittenPage.says("start-checks.md", INTRODUCTION + rows);
    }
}
