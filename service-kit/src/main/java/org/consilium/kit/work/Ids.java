package org.consilium.kit.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * New ids: UUID version 7, so that they sort by the time they were made and an index on them grows
 * at its end.
 */
@ApplicationScoped
public class Ids {

    public UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
