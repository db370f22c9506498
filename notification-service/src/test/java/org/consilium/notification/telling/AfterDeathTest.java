package org.consilium.notification.telling;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.consilium.notification.DocumentedTable;
import org.junit.jupiter.api.Test;

class AfterDeathTest {

    /** {@code -Dupdate.docs=true} writes the table into the document. */
    @Test
    void what_is_still_told_is_the_table_in_the_document() throws IOException {
        DocumentedTable.in("../docs/tellings.md", "after-a-death").isEqualTo(table());
    }

    @Test
    void nothing_that_is_still_told_waits_for_an_answer() {
        assertThat(AfterDeath.STILL_TOLD).extracting(Kind::turn).containsOnly(Turn.NOBODY);
    }

    private static String table() {
        return AfterDeath.STILL_TOLD.stream()
                .map(kind -> "| `%s` |".formatted(kind.code()))
                .collect(joining("\n", "| still told |\n| --- |\n", "\n"));
    }
}
