package org.consilium.notification.words;

/** One message, and where it leads. */
public record Content(Letter letter, String link) {}
