package org.consilium.documents.checklist;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A document that is on the shelf or may get there, as far as the checklist is concerned.
 *
 * @param examined found fit; before that nobody knows whether it will count
 * @param clinicalDate null when nobody knows
 */
public record ShelvedDocument(
        UUID documentId, String kind, LocalDate clinicalDate, boolean examined) {}
