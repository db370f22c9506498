package org.consilium.intake.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/** The errors logged since it began to watch. */
public final class LoggedErrors extends Handler {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    public static LoggedErrors watch() {
        var errors = new LoggedErrors();
        LogManager.getLogManager().getLogger("").addHandler(errors);
        return errors;
    }

    public List<String> seen() {
        return seen;
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            seen.add(entry.getLoggerName() + ": " + entry.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
