package org.consilium.review.letter;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.kit.start.StartRule;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A service that could keep no letter ends before any consumer or job of it begins. */
@ApplicationScoped
@Startup(StartRule.ASKED_FIRST)
class StoreCheck {

    StoreCheck(
            LetterStore store,
            @ConfigProperty(name = "consilium.start.asks-others") boolean asksOthers) {
        if (asksOthers) {
            store.ask();
        }
    }
}
