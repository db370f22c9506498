package org.consilium.ops.flow;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Impossible;
import org.consilium.ops.console.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the service to take the event from its source again; only the service can apply it. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Asks the service to take the event from its source again and waits for what comes of it.")
final class Replay implements Callable<Integer> {

    private static final String ASK =
            """
            update dead_letter set replay_asked_at = now(), replay_asked_by = ?, replay_refused = null
            where id = ? and replayed_at is null""";

    private static final String OUTCOME =
            "select replayed_at is not null, replay_refused from dead_letter where id = ?";

    private static final long LOOK_EVERY_MS = 250;

    private final Environment environment;

    @Spec private CommandSpec spec;
    @Mixin private OneLetter letter;

    @Option(names = "--wait", defaultValue = "PT30S", description = "default ${DEFAULT-VALUE}")
    private Duration patience;

    Replay(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        var service = letter.service();
        try (var database = environment.database(service)) {
            if (Report.change(database, ASK, environment.operator(), letter.id()) == 0) {
                throw new Impossible(service.code() + " has no open dead letter " + letter.id());
            }
            return outcome(database);
        }
    }

    private int outcome(Connection database) throws SQLException, InterruptedException {
        var out = spec.commandLine().getOut();
        for (long waited = 0; waited <= patience.toMillis(); waited += LOOK_EVERY_MS) {
            try (var query = database.prepareStatement(OUTCOME)) {
                query.setObject(1, letter.id());
                var row = query.executeQuery();
                row.next();
                if (row.getBoolean(1)) {
                    out.println("replayed; the case goes on");
                    return 0;
                }
                if (row.getString(2) != null) {
                    out.println("refused: " + row.getString(2) + "; it stays as it was");
                    return 1;
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        out.println("asked for; the service does it when it runs");
        return 1;
    }
}
