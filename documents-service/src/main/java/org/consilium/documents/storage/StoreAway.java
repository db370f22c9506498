package org.consilium.documents.storage;

import org.consilium.kit.web.Problem;
import org.jboss.logging.Logger;

/** The object store did not do what it was asked. */
public final class StoreAway extends RuntimeException {
    private static final Logger LOG = Logger.getLogger(StoreAway.class);

    StoreAway(String what, Throwable cause) {
        super(what, cause);
    }

    /** What a client is told; why, is logged once, here. */
    public static Problem problem(Throwable storeAway) {
        LOG.errorf(storeAway, "the object store failed at: %s", storeAway.getMessage());
        return new Problem(503, "store-away", "The store does not answer; try again shortly.");
    }
}
