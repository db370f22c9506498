package org.consilium.contracts;

import java.util.UUID;

/**
 * What became of a message. {@code kind} names the template, {@code recipient} the person's subject
 * id.
 */
public sealed interface NotificationEvent extends CaseEvent {

    /** The channel took it: for mail, the server's 250. */
    @WireName("notification.notification-delivered.v1")
    record NotificationDelivered(
            UUID caseId, UUID notificationId, String kind, String channel, UUID recipient)
            implements NotificationEvent {}

    /** Given up, or uncertain whether it went out: {@code reason} tells which. */
    @WireName("notification.notification-failed.v1")
    record NotificationFailed(
            UUID caseId,
            UUID notificationId,
            String kind,
            String channel,
            UUID recipient,
            String reason)
            implements NotificationEvent {}
}
