package org.consilium.kit.access;

import java.util.UUID;
import org.consilium.kit.web.Problem;

/** Ids in paths: what is no id leads nowhere. */
public final class CaseIds {

    private CaseIds() {}

    /** Null stays null; anything that is not a UUID is answered as not found. */
    public static UUID read(String pathParameter) {
        try {
            return pathParameter == null ? null : UUID.fromString(pathParameter);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }
}
