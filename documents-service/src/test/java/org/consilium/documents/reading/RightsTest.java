package org.consilium.documents.reading;

import org.consilium.kit.access.RightsTable;
import org.consilium.stack.docs.WrittenPage;
import org.junit.jupiter.api.Test;

class RightsTest {

    @Test
    void the_published_table_says_what_is_enforced() {
        WrittenPage.says("rights/documents.yaml", RightsTable.of(new DocumentsPolicy(null, null)));
    }
}
