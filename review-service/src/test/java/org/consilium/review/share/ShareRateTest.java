package org.consilium.review.share;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Test;

class ShareRateTest {

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    private final ShareRate rate = new ShareRate(new Now());

    @Test
    void who_tries_tokens_is_stopped_until_the_next_second() {
        for (int i = 0; i < ShareRate.TOGETHER_A_SECOND; i++) {
            rate.admit();
        }
        assertThatThrownBy(rate::admit)
                .isInstanceOf(Problem.class)
                .extracting(refused -> ((Problem) refused).code())
                .isEqualTo("too-many-requests");
        now = now.plusSeconds(1);
        assertThatCode(rate::admit).doesNotThrowAnyException();
    }

    private final class Now extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
