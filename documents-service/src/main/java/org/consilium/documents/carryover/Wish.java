package org.consilium.documents.carryover;

import java.util.Set;
import java.util.UUID;

/** Somebody's wish; {@code wanted} is null for all that the earlier case has. */
record Wish(UUID caseId, UUID from, Set<UUID> wanted, UUID by) {}
