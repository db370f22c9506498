package org.consilium.documents.checklist;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An accepted document, as far as the checklist is concerned.
 *
 * @param clinicalDate null when nobody knows
 */
public record ShelvedDocument(UUID documentId, String kind, LocalDate clinicalDate) {}
