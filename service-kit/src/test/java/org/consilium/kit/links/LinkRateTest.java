package org.consilium.kit.links;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Test;

class LinkRateTest {

    private static final int PER_LINK = 30;
    private static final int TOGETHER = 150;

    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private final LinkRate rate = new LinkRate(new Now(), PER_LINK, TOGETHER);

    @Test
    void one_link_is_used_so_often_a_second_and_another_one_all_the_same() {
        useUp("one");
        assertTooMany(() -> rate.admit("one"));
        assertThatCode(() -> rate.admit("another")).doesNotThrowAnyException();
    }

    @Test
    void who_tries_tokens_is_stopped_though_each_is_another_one() {
        tryTokens(TOGETHER);
        assertTooMany(() -> rate.admit("the next one"));
    }

    @Test
    void a_second_later_all_begins_anew() {
        useUp("one");
        tryTokens(TOGETHER - PER_LINK);
        now = now.plusSeconds(1);
        assertThatCode(() -> useUp("one")).doesNotThrowAnyException();
        assertThatCode(() -> tryTokens(TOGETHER - PER_LINK)).doesNotThrowAnyException();
    }

    @Test
    void a_link_without_a_limit_of_its_own_is_used_as_often_as_all_together() {
        var open = new LinkRate(new Now(), TOGETHER);
        for (int i = 0; i < TOGETHER; i++) {
            open.admit("one");
        }
        assertTooMany(() -> open.admit("one"));
        assertTooMany(() -> open.admit("another"));
    }

    private void useUp(String link) {
        for (int i = 0; i < PER_LINK; i++) {
            rate.admit(link);
        }
    }

    private void tryTokens(int tries) {
        for (int i = 0; i < tries; i++) {
            rate.admit("token " + i);
        }
    }

    private static void assertTooMany(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOf(Problem.class)
                .extracting(refused -> ((Problem) refused).code())
                .isEqualTo("too-many-requests");
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
