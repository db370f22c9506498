package org.consilium.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Step-up: for what a forgotten open screen must not be enough for. A token is renewed for hours
 * after one sign-in; here the sign-in itself has to be young.
 */
@ApplicationScoped
public class FreshSignIn {

    private final Caller caller;
    private final Clock clock;
    private final Duration within;

    FreshSignIn(
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "consilium.fresh-sign-in") Duration within) {
        this.caller = caller;
        this.clock = clock;
        this.within = within;
    }

    /**
     * Lets through who signed in lately.
     *
     * @throws Problem 401 with the challenge of RFC 9470; a token that does not say when is not
     *     taken
     */
    public void require() {
        if (!isFresh(caller.signedInAt(), clock.instant(), within)) {
            throw Problem.signInAgain(within);
        }
    }

    static boolean isFresh(Optional<Instant> signedInAt, Instant now, Duration within) {
        return signedInAt.filter(at -> !at.plus(within).isBefore(now)).isPresent();
    }
}
