package org.consilium.notification.telling;

/** Whose turn it is. */
public enum Turn {
    YOURS,
    COORDINATOR,
    REVIEWER,
    NOBODY
}
