package org.consilium.documents.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;

import java.util.UUID;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.Test;

/** What was settled leaves the quarantine; what will not leave is tried less and less often. */
@OnRealParts
class ClearingIT {

    /** No store takes an upload without a name, so it is never removed. */
    private static final String STUCK = "";

    @Test
    void what_cannot_be_removed_is_tried_less_and_less_often_and_holds_up_nothing() {
        var stuck = settled();
        Database.change(
                "insert into quarantine (document_id, s3_upload_id) values (?, ?)", stuck, STUCK);

        Soon.happens(() -> clearings(stuck) == 3);
        assertThat(secondsToNextTry(stuck, 6)).isBetween(55.0, 64.0);
        assertThat(secondsToNextTry(stuck, 11)).isBetween(2_040.0, 2_048.0);
        assertThat(secondsToNextTry(stuck, 12)).isBetween(3_590.0, 3_600.0);
        assertThat(secondsToNextTry(stuck, 60)).isBetween(3_590.0, 3_600.0);
        settled();

        Database.change(
                "update quarantine set s3_upload_id = null, clear_at = now() where document_id = ?",
                stuck);
        Soon.happens(() -> left(stuck) == 0);
    }

    /** Once it has failed so often. */
    private static double secondsToNextTry(UUID id, int failures) {
        Database.change(
                "update quarantine set clearings = ?, clear_at = now() where document_id = ?",
                failures - 1,
                id);
        Soon.happens(() -> clearings(id) == failures);
        return Double.parseDouble(
                Database.text(
                        "select extract(epoch from clear_at - now()) from quarantine where document_id = ?",
                        id));
    }

    private static UUID settled() {
        var aCase = ACase.opened();
        var id =
                Tus.uploaded(
                        AMINA, aCase.id(), SampleFiles.pdf(), Tus.metadata("a.pdf", "11502-2"));
        Soon.is(id, "accepted");
        Soon.happens(() -> left(id) == 0);
        return id;
    }

    private static long clearings(UUID id) {
        return Database.number("select clearings from quarantine where document_id = ?", id);
    }

    private static long left(UUID id) {
        return Database.number("select count(*) from quarantine where document_id = ?", id);
    }
}
