package org.consilium.contracts;

import java.util.Arrays;
import java.util.Optional;

/** A service that publishes events: its CloudEvents {@code source} and its one topic. */
public enum Source {
    INTAKE("intake", IntakeEvent.class),
    DOCUMENTS("documents", DocumentsEvent.class),
    REVIEW("review", ReviewEvent.class),
    NOTIFICATION("notification", NotificationEvent.class);

    private final String code;
    private final Class<? extends CaseEvent> events;

    Source(String code, Class<? extends CaseEvent> events) {
        this.code = code;
        this.events = events;
    }

    /** The short name used in configuration, tables and consumer groups. */
    public String code() {
        return code;
    }

    /** The sealed family of this source's events; its permitted records are all there are. */
    public Class<? extends CaseEvent> events() {
        return events;
    }

    /** The CloudEvents {@code source} attribute. */
    public String uri() {
        return "/consilium/" + code;
    }

    public String topic() {
        return code + ".events";
    }

    /**
     * Where this service puts a message that it could not apply, with the reason and the origin as
     * headers.
     */
    public String deadLetterTopic() {
        return code + ".dead-letters";
    }

    public static Optional<Source> ofUri(String uri) {
        return Arrays.stream(values()).filter(source -> source.uri().equals(uri)).findFirst();
    }

    public static Optional<Source> ofCode(String code) {
        return Arrays.stream(values()).filter(source -> source.code.equals(code)).findFirst();
    }
}
