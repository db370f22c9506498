package org.consilium.ops.console;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.consilium.contracts.Source;
import picocli.CommandLine.Option;

/** Which services' databases a command looks at. */
public final class Services {

    /** What is done with one of them. */
    @FunctionalInterface
    public interface Look {
        /** How many rows want looking after. */
        int at(Source service, Connection database) throws SQLException;
    }

    @Option(
            names = {"-s", "--service"},
            paramLabel = "service",
            description = "intake, documents, review or notification; all when none is named")
    private List<Source> named;

    /**
     * The sum over all of them; one that is away keeps nobody from the others.
     *
     * @throws Impossible naming each that was away, after all were asked
     */
    public int each(Environment environment, Look look) {
        int found = 0;
        var away = new ArrayList<String>();
        for (var service : named == null ? List.of(Source.values()) : named) {
            try (var database = environment.database(service)) {
                found += look.at(service, database);
            } catch (SQLException e) {
                away.add(service.code() + ": " + Impossible.inAWord(e));
            }
        }
        if (!away.isEmpty()) {
            throw new Impossible(String.join("; ", away));
        }
        return found;
    }
}
