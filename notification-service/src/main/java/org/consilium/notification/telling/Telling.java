package org.consilium.notification.telling;

/** One line of the table, applied to one event: this is what these people are told. */
public record Telling(Kind kind, Audience audience, Facts facts) {}
