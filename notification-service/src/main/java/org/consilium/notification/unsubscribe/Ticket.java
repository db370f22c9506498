package org.consilium.notification.unsubscribe;

import java.util.UUID;

/**
 * What a mail's unsubscribe link is about.
 *
 * @param notificationId the mail's notification, or the first of a digest's
 * @param digest all that came in the digest, and not one kind
 */
public record Ticket(UUID notificationId, boolean digest) {}
