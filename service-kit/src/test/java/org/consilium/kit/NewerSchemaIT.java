package org.consilium.kit;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A later version has been here, and this one comes back. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class NewerSchemaIT {

    @Inject Flyway flyway;

    @Inject AgroalDataSource database;

    @AfterEach
    void asItWas() throws SQLException {
        execute("delete from flyway_schema_history where version in ('0.900', '900')");
    }

    @Test
    void a_version_starts_where_a_later_kit_and_a_later_service_have_migrated()
            throws SQLException {
        noteMigration(9_000, "0.900");
        noteMigration(9_001, "900");

        assertThatCode(flyway::migrate).doesNotThrowAnyException();
    }

    private void noteMigration(int rank, String version) throws SQLException {
        execute(
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (%d, '%s', 'next', 'SQL', 'next.sql', 1, 'somebody later', 1, true)"""
                        .formatted(rank, version));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
