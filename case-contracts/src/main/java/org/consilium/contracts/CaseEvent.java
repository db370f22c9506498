package org.consilium.contracts;

import java.util.UUID;

/** A fact about one case, published by the service that owns it, in the case's order. */
public sealed interface CaseEvent
        permits IntakeEvent, DocumentsEvent, ReviewEvent, NotificationEvent {

    UUID caseId();
}
