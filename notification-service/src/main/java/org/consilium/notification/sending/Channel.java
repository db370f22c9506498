package org.consilium.notification.sending;

/** The ways out, by their names in tables and events. */
final class Channel {

    static final String MAIL = "mail";

    private Channel() {}
}
