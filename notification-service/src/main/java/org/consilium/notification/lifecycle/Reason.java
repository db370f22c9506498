package org.consilium.notification.lifecycle;

import org.consilium.kit.words.Code;

/** Why a delivery is where it is: stable codes for the event, the coordinator and the operator. */
public enum Reason {
    /** The server said 4xx, or over HTTP that it is overloaded or closed, until we gave up. */
    SERVER_DEFERS,
    /** No server to be had until we gave up. */
    SERVER_AWAY,
    /** The server said 5xx, or over HTTP 4xx. */
    SERVER_REFUSES,
    /** An HTTP server broke down over it: it may have sent it or not. */
    SERVER_FAILED,
    /** The connection ended, or time was up, after the message had begun to go out. */
    NO_ANSWER_AFTER_SENDING,
    /** The process that was sending it died. */
    SENDER_DIED,
    /** The identity provider knows the person, and no address of this kind. */
    NO_ADDRESS,
    /** The identity provider does not know the person, or has shut the account. */
    NO_ACCOUNT,
    /** There are no words for it: a fault of ours, which is logged. */
    UNWRITABLE,
    /** This installation no longer sends by the channel. */
    NOT_OFFERED,
    /** The identity provider did not answer until we gave up. */
    DIRECTORY_AWAY,
    /** The patient has died, and this is told to this person no more. */
    PATIENT_DIED,
    /** The person has left the case meanwhile, or may not read any more what it tells of. */
    NO_LONGER_ALLOWED;

    public String code() {
        return Code.of(this);
    }
}
