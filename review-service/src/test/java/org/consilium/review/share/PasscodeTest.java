package org.consilium.review.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasscodeTest {

    private static final String HASH = Passcode.hash("K7PQ2MXA");

    @Test
    void is_told_on_the_telephone_without_a_doubt() {
        assertThat(IntStream.range(0, 200).mapToObj(_ -> Passcode.fresh()))
                .allMatch(passcode -> passcode.matches("[2-9A-HJKMNP-Z]{8}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void is_right_however_it_was_typed() {
        assertThat(Passcode.matches("K7PQ2MXA", HASH)).isTrue();
        assertThat(Passcode.matches("k7pq-2mxa ", HASH)).isTrue();
        assertThat(Passcode.matches("K7PQ2MXB", HASH)).isFalse();
        assertThat(Passcode.matches("", HASH)).isFalse();
    }

    @Test
    void is_kept_as_a_hash_of_its_own_salt() {
        assertThat(HASH).startsWith("210000$").doesNotContain("K7PQ2MXA");
        assertThat(Passcode.hash("K7PQ2MXA")).isNotEqualTo(HASH);
    }
}
