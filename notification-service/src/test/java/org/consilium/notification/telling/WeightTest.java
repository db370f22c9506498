package org.consilium.notification.telling;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.Arrays;
import org.consilium.notification.DocumentedTable;
import org.junit.jupiter.api.Test;

class WeightTest {

    /** {@code -Dupdate.docs=true} writes the table into the document. */
    @Test
    void of_every_kind_is_the_one_in_the_document() throws IOException {
        DocumentedTable.in("../docs/tellings.md", "weights").isEqualTo(table());
    }

    private static String table() {
        return Arrays.stream(Weight.values())
                .map(weight -> "| %s | %s |".formatted(weight.code(), kinds(weight)))
                .collect(joining("\n", "| weight | kinds |\n| --- | --- |\n", "\n"));
    }

    private static String kinds(Weight weight) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.weight() == weight)
                .map(kind -> "`" + kind.code() + "`")
                .collect(joining(" · "));
    }
}
