package org.consilium.intake.desk;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.consilium.intake.programme.Programmes;

/**
 * A case keeps the programme version it was opened under. Without its file the case could not be
 * read, nor any list that it stands in: so the service does not start.
 */
@ApplicationScoped
class ProgrammesInUse {

    private static final String IN_USE =
            "select distinct programme, programme_version from intake_case order by 1, 2";

    private final AgroalDataSource database;
    private final Programmes programmes;

    ProgrammesInUse(AgroalDataSource database, Programmes programmes) {
        this.database = database;
        this.programmes = programmes;
    }

    void check(@Observes StartupEvent started) throws SQLException {
        var missing = missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "consilium.programmes lacks what stored cases were opened under: " + missing);
        }
    }

    /** The names of the files. */
    List<String> missing() throws SQLException {
        var missing = new ArrayList<String>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(IN_USE);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                if (programmes.version(rows.getString(1), rows.getInt(2)).isEmpty()) {
                    missing.add(rows.getString(1) + "-" + rows.getInt(2) + ".yaml");
                }
            }
        }
        return missing;
    }
}
