package org.consilium.notification.channels;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The channels this installation sends by. */
@ApplicationScoped
public class Channels {

    private final List<Carrier> carriers;

    Channels(@All List<Carrier> carriers) {
        this.carriers = carriers;
    }

    public Set<Channel> offered() {
        return carriers.stream()
                .filter(Carrier::isOffered)
                .map(Carrier::channel)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Also one that is no longer offered: what was queued for it says so then. */
    public Carrier carrier(Channel channel) {
        return carriers.stream()
                .filter(carrier -> carrier.channel() == channel)
                .findFirst()
                .orElseThrow();
    }
}
