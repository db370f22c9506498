package org.consilium.intake.timeline;

import java.util.regex.Pattern;
import org.consilium.contracts.Source;
import org.consilium.kit.web.Problem;

/**
 * How far somebody has followed a case: the last seq of each source. Each source's events of a case
 * are committed in their order, those of two sources are not; so one number would lose some.
 */
record Place(long intake, long documents, long review, long notification) {

    static final Place BEFORE_ALL = new Place(0, 0, 0, 0);

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,15})\\.(\\d{1,15})\\.(\\d{1,15})\\.(\\d{1,15})");

    /** As {@link #id} wrote it. */
    static Place of(String id) {
        var written = WRITTEN.matcher(id);
        if (!written.matches()) {
            throw Problem.malformed("Last-Event-ID", "event-id", "is none of this stream");
        }
        return new Place(
                Long.parseLong(written.group(1)),
                Long.parseLong(written.group(2)),
                Long.parseLong(written.group(3)),
                Long.parseLong(written.group(4)));
    }

    /** The {@code id} of a server-sent event. */
    String id() {
        return intake + "." + documents + "." + review + "." + notification;
    }

    Place after(Source source, long seq) {
        return switch (source) {
            case INTAKE -> new Place(seq, documents, review, notification);
            case DOCUMENTS -> new Place(intake, seq, review, notification);
            case REVIEW -> new Place(intake, documents, seq, notification);
            case NOTIFICATION -> new Place(intake, documents, review, seq);
        };
    }
}
