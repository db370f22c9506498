package org.consilium.review.letter;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A service that could keep no letter does not start. */
@ApplicationScoped
@Startup
class StoreCheck {

    StoreCheck(
            LetterStore store,
            @ConfigProperty(name = "consilium.start.asks-others") boolean asksOthers) {
        if (asksOthers) {
            store.ask();
        }
    }
}
