package org.consilium.intake.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * The SQL that the service's sessions send, as Hibernate logs it; the deadline job's tick aside.
 */
public final class Statements extends Handler {

    private static final String TICK = "with due as materialized";

    private final List<String> sent = new CopyOnWriteArrayList<>();

    public static Statements watch() {
        var statements = new Statements();
        var logger = LogManager.getLogManager().getLogger("org.hibernate.SQL");
        logger.setLevel(Level.FINE);
        logger.addHandler(statements);
        return statements;
    }

    /** What was sent while this was done. */
    public List<String> during(Runnable step) {
        sent.clear();
        step.run();
        return List.copyOf(sent);
    }

    @Override
    public void publish(LogRecord entry) {
        if (!entry.getMessage().contains(TICK)) {
            sent.add(entry.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
