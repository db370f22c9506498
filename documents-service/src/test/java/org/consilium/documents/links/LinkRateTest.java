package org.consilium.documents.links;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Test;

class LinkRateTest {

    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private final LinkRate rate = new LinkRate(new Now());

    @Test
    void one_link_is_used_so_often_a_second_and_another_one_all_the_same() {
        for (int i = 0; i < LinkRate.PER_LINK_A_SECOND; i++) {
            rate.admit("one");
        }
        assertThatThrownBy(() -> rate.admit("one"))
                .isInstanceOf(Problem.class)
                .extracting(refused -> ((Problem) refused).code())
                .isEqualTo("too-many-requests");
        assertThatCode(() -> rate.admit("another")).doesNotThrowAnyException();
    }

    @Test
    void who_tries_tokens_is_stopped_though_each_is_another_one() {
        tryTokens();
        assertThatThrownBy(() -> rate.admit("the next one")).isInstanceOf(Problem.class);
    }

    @Test
    void a_second_later_all_begins_anew() {
        tryTokens();
        now = now.plusSeconds(1);
        assertThatCode(() -> rate.admit("the next one")).doesNotThrowAnyException();
    }

    private void tryTokens() {
        for (int i = 0; i < LinkRate.TOGETHER_A_SECOND; i++) {
            rate.admit("token " + i);
        }
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
