package org.consilium.notification.channels;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.consilium.notification.directory.Contact;
import org.consilium.notification.lifecycle.Outcome;

/** One way out, whatever stands behind it: a delivery lives the same life on each. */
public interface Carrier {

    Channel channel();

    /** Whether this installation has it. */
    boolean isOffered();

    /** Where the person is reached by it; empty for nowhere. Never stored and never logged. */
    Optional<String> address(Contact contact);

    /** Never fails: whatever happens is an outcome. */
    Uni<Outcome> send(Parcel parcel, String address);

    /** How long one may take at most. */
    Duration patience();
}
