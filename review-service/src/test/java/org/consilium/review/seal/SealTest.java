package org.consilium.review.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.consilium.kit.start.Unfit;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.OwnContext;
import org.consilium.stack.seals.Seals;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final String PASSWORD = "for-tests";
    private static final String KEYSTORE = Seals.made(PASSWORD);

    private final Instant now = Instant.now();
    private final SealKey.Opened key = SealKey.open(KEYSTORE, PASSWORD, now);

    @Nested
    class A_sealed_letter {

        private final byte[] letter = Seal.sealed(SealedLetters.aPage(), key, now);

        @Test
        void is_whole() {
            assertThat(isWhole(letter)).isTrue();
        }

        @Test
        void is_not_whole_with_a_byte_changed_anywhere() {
            assertThat(
                            IntStream.iterate(
                                    20, at -> at < SealedLetters.aPage().length, at -> at + 61))
                    .noneMatch(at -> isWhole(changed(letter, at)));
        }

        @Test
        void is_not_whole_with_anything_after_it() {
            assertThat(isWhole(Arrays.copyOf(letter, letter.length + 1))).isFalse();
        }

        @Test
        void was_not_sealed_by_somebody_else() {
            var others = SealKey.open(Seals.made(PASSWORD), PASSWORD, now.plusSeconds(60));
            assertThat(SealedLetters.isWhole(letter, others.certificates().getFirst())).isFalse();
        }
    }

    @Test
    void a_letter_without_a_seal_is_told_from_one_with_it() {
        assertThat(isWhole(SealedLetters.aPage())).isFalse();
    }

    @Nested
    class While_the_service_runs {

        private static final Duration LIFETIME = Duration.ofDays(3650);

        @Test
        void a_certificate_that_holds_lets_letters_be_sealed() {
            assertThatCode(() -> sealAt(now).require()).doesNotThrowAnyException();
        }

        @Test
        void one_that_ended_refuses_each_letter_and_says_that_nothing_is_lost() {
            assertThatThrownBy(() -> sealAt(now.plus(LIFETIME).plusSeconds(60)).require())
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> {
                                assertThat(problem.status()).isEqualTo(503);
                                assertThat(problem.code()).isEqualTo("seal-ended");
                                assertThat(problem).hasMessageContaining("Nothing is lost");
                            });
        }

        @Test
        void its_owner_is_who_pdf_readers_name() {
            assertThat(sealAt(now).owner()).isEqualTo("Consilium on this machine");
        }

        private Seal sealAt(Instant moment) {
            return new Seal(key, new OwnContext(), Clock.fixed(moment, ZoneOffset.UTC));
        }
    }

    @Nested
    class A_service_does_not_start {

        @ParameterizedTest
        @ValueSource(strings = {"nonsense", "bm9uc2Vuc2U=", "!"})
        void with_something_else_than_a_keystore(String keystore) {
            assertThatThrownBy(() -> SealKey.open(keystore, PASSWORD, now))
                    .isInstanceOf(Unfit.class)
                    .hasMessageContaining("LETTER_SEAL_KEYSTORE, LETTER_SEAL_PASSWORD: cannot be");
        }

        @Test
        void with_another_password_and_does_not_tell_it() {
            assertThatThrownBy(() -> SealKey.open(KEYSTORE, "another", now))
                    .isInstanceOf(Unfit.class)
                    .hasMessageContaining("cannot be opened")
                    .hasMessageNotContaining("another");
        }

        @Test
        void with_a_certificate_that_ran_out_or_is_not_valid_yet() {
            assertThatThrownBy(() -> SealKey.open(Seals.thatRanOut(PASSWORD), PASSWORD, now))
                    .isInstanceOf(Unfit.class)
                    .hasMessageContaining("not valid today");
            assertThatThrownBy(() -> SealKey.open(KEYSTORE, PASSWORD, Instant.EPOCH))
                    .isInstanceOf(Unfit.class)
                    .hasMessageContaining("not valid today");
        }
    }

    private boolean isWhole(byte[] letter) {
        return SealedLetters.isWhole(letter, key.certificates().getFirst());
    }

    private static byte[] changed(byte[] letter, int at) {
        var other = letter.clone();
        other[at] ^= 1;
        return other;
    }
}
