package org.consilium.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.Records;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** A programme file that a case still needs is missed at the start, by its name. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class ProgrammesInUseIT {

    private static final String OPENED_UNDER =
            "update intake_case set programme_version = programme_version + %d where case_id = ?";

    @Inject ProgrammesInUse programmes;

    @Test
    void a_file_that_a_stored_case_needs_is_named() throws SQLException {
        var story = FamilyCase.opened();
        assertThat(programmes.missing()).isEmpty();

        Records.change(OPENED_UNDER.formatted(8), story.uuid());
        try {
            assertThat(programmes.missing()).containsExactly("family-abroad-9.yaml");
        } finally {
            Records.change(OPENED_UNDER.formatted(-8), story.uuid());
        }
    }
}
