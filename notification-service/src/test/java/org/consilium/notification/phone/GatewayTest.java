package org.consilium.notification.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.consilium.notification.http.Posted.Answered;
import org.consilium.notification.http.Posted.NoAnswer;
import org.consilium.notification.http.Posted.NotSent;
import org.consilium.notification.lifecycle.Outcome;
import org.consilium.notification.lifecycle.Outcome.Result;
import org.consilium.notification.lifecycle.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN,",
        "202, TAKEN,",
        "302, NEVER,   SERVER_REFUSES",
        "400, NEVER,   SERVER_REFUSES",
        "401, NOT_NOW, SERVER_DEFERS",
        "403, NOT_NOW, SERVER_DEFERS",
        "404, NEVER,   SERVER_REFUSES",
        "408, NOT_NOW, SERVER_DEFERS",
        "429, NOT_NOW, SERVER_DEFERS",
        "500, UNKNOWN, SERVER_FAILED",
        "502, UNKNOWN, SERVER_FAILED",
        "503, NOT_NOW, SERVER_DEFERS",
        "504, UNKNOWN, SERVER_FAILED",
    })
    void each_answer_says_how_certain_we_are(int status, Result result, Reason reason) {
        assertThat(Gateway.outcome(new Answered(status, Optional.empty())))
                .isEqualTo(new Outcome(result, reason, status, null));
    }

    @Test
    void what_never_left_is_tried_again_and_what_may_have_left_is_not() {
        assertThat(Gateway.outcome(new NotSent())).isEqualTo(Outcome.notNow(Reason.SERVER_AWAY));
        assertThat(Gateway.outcome(new NoAnswer()))
                .isEqualTo(Outcome.unknown(Reason.NO_ANSWER_AFTER_SENDING));
    }

    @Test
    void a_pause_that_is_asked_for_is_kept() {
        var pause = Duration.ofMinutes(5);

        assertThat(Gateway.outcome(new Answered(429, Optional.of(pause))).pause()).isEqualTo(pause);
    }
}
