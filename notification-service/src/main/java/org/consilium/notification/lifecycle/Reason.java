package org.consilium.notification.lifecycle;

import java.util.Locale;

/** Why a delivery is where it is: stable codes for the event, the coordinator and the operator. */
public enum Reason {
    /** The server said 4xx until we gave up. */
    SERVER_DEFERS,
    /** No mail server to be had until we gave up. */
    SERVER_AWAY,
    /** The server said 5xx. */
    SERVER_REFUSES,
    /** The connection ended, or time was up, after the mail had begun to go out. */
    NO_ANSWER_AFTER_SENDING,
    /** The process that was sending it died. */
    SENDER_DIED,
    /** The identity provider knows the person and no mail address. */
    NO_ADDRESS,
    /** The identity provider does not know the person, or has shut the account. */
    NO_ACCOUNT,
    /** The identity provider did not answer until we gave up. */
    DIRECTORY_AWAY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
