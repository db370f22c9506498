package org.consilium.kit.trace;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Notes case and trace of each line that is logged, as JSON would have them under mdc. */
final class NamedIn extends Handler {

    private final List<String> noted;

    NamedIn(List<String> noted) {
        this.noted = noted;
    }

    @Override
    public void publish(LogRecord entry) {
        var line = ExtLogRecord.wrap(entry);
        noted.add(line.getMdc(Traces.CASE_ID) + " " + line.getMdc("traceId"));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
