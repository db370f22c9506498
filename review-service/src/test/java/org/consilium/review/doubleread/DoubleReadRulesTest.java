package org.consilium.review.doubleread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.consilium.review.doubleread.DoubleReadRules.Reason;
import org.junit.jupiter.api.Test;

class DoubleReadRulesTest {

    private static final Set<String> HIGH = Set.of("surgery-recommended", "expedited");

    @Test
    void much_is_at_stake_by_one_reason_or_by_the_urgency() {
        var id = new UUID(0, 1);
        assertThat(DoubleReadRules.choose(id, Set.of("x", "surgery-recommended"), HIGH, 0))
                .contains(Reason.HIGH_STAKES);
        assertThat(DoubleReadRules.choose(id, Set.of("expedited"), HIGH, 0))
                .contains(Reason.HIGH_STAKES);
        assertThat(DoubleReadRules.choose(id, Set.of("x"), HIGH, 0)).isEmpty();
    }

    @Test
    void of_the_others_the_share_is_read_twice() {
        long sampled =
                LongStream.range(0, 100_000)
                        .filter(i -> DoubleReadRules.isSampled(new UUID(i, ~i), 0.05))
                        .count();
        assertThat(sampled).isBetween(4_700L, 5_300L);
    }

    /** What was drawn once is drawn by everybody, on every day. */
    @Test
    void the_draw_is_the_case_ids_hash_and_nothing_else() {
        var id = UUID.fromString("01a1fd1e-8c00-7bfc-9416-0a1e8674dac6");
        assertThat(IntStream.range(0, 100).filter(i -> DoubleReadRules.isSampled(id, i / 100.0)))
                .as("the hundredths above the draw of that id")
                .hasSize(88);
    }

    @Test
    void none_or_all_can_be_read_twice() {
        for (long i = 0; i < 1000; i++) {
            assertThat(DoubleReadRules.isSampled(new UUID(i, i), 0)).isFalse();
            assertThat(DoubleReadRules.isSampled(new UUID(i, i), 1)).isTrue();
        }
    }
}
