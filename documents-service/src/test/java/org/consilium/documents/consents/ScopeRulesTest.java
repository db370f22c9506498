package org.consilium.documents.consents;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScopeRulesTest {

    private static final Path PAGE = Path.of("../docs/consents.md");
    private static final Path RIGHTS = Path.of("../docs/rights/documents.yaml");
    private static final String BEGIN = "<!-- scopes:documents -->\n";
    private static final String END = "<!-- /scopes:documents -->";

    /** {@code -Dupdate.docs=true} writes the table into the page. */
    @Test
    void the_page_says_which_scope_each_operation_needs() throws IOException {
        var text = Files.readString(PAGE);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, text.substring(0, from) + table() + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(table());
        }
    }

    @Test
    void a_scope_is_asked_for_by_operations_that_there_are() throws IOException {
        var rights = Files.readString(RIGHTS);
        assertThat(ScopeRules.all().keySet())
                .allSatisfy(operation -> assertThat(rights).contains("\n  " + operation + ":"));
    }

    @Test
    void looking_needs_no_scope() {
        assertThat(ScopeRules.all().keySet())
                .noneMatch(operation -> operation.matches("(see|read|list)-.*"));
    }

    private static String table() {
        return ScopeRules.all().entrySet().stream()
                .map(needed -> "| " + needed.getKey() + " | `" + needed.getValue() + "` |\n")
                .collect(joining("", "| operation | scope |\n| --- | --- |\n", ""));
    }
}
