package org.consilium.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Test;

class FreshSignInTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");
    private static final Duration WITHIN = Duration.ofMinutes(5);

    @Test
    void a_sign_in_of_the_last_minutes_is_fresh_up_to_the_second() {
        assertThat(isFresh(NOW.minus(WITHIN))).isTrue();
        assertThat(isFresh(NOW.minus(WITHIN).minusSeconds(1))).isFalse();
    }

    @Test
    void a_token_that_does_not_say_when_is_not_fresh() {
        assertThat(isFresh(null)).isFalse();
    }

    @Test
    void the_challenge_says_how_young_the_sign_in_has_to_be() {
        assertThat(Problem.signInAgain(WITHIN).challenge())
                .contains("Bearer error=\"insufficient_user_authentication\", max_age=\"300\"");
    }

    private static boolean isFresh(Instant signedInAt) {
        return FreshSignIn.isFresh(Optional.ofNullable(signedInAt), NOW, WITHIN);
    }
}
