package org.consilium.notification.channels;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The channels this installation sends by. */
@ApplicationScoped
public class Channels {

    public Set<Channel> offered() {
        return Set.of(Channel.MAIL);
    }
}
