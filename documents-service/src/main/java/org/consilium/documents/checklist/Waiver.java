package org.consilium.documents.checklist;

import java.time.Instant;
import java.util.UUID;

/** A coordinator's word that this case goes on without an item. */
record Waiver(WaiverReason reason, UUID waivedBy, Instant waivedAt) {}
