package org.consilium.kit.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    enum Wish {
        IN_TIME,
        NOT_FOR_YOURSELF,
        LATE {
            @Override
            public String toString() {
                return "a constant with a body of its own";
            }
        }
    }

    @Test
    void it_is_the_constant_in_small_letters_with_hyphens() {
        assertThat(Code.of(Wish.NOT_FOR_YOURSELF)).isEqualTo("not-for-yourself");
        assertThat(Code.of(Wish.LATE)).isEqualTo("late");
    }

    /** In Turkish a small I has no dot. */
    @Test
    void it_is_the_same_on_every_machine() {
        var here = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(Code.of(Wish.IN_TIME)).isEqualTo("in-time");
        } finally {
            Locale.setDefault(here);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_leads_back_to_its_constant(Wish wish) {
        assertThat(Code.find(Wish.class, Code.of(wish))).contains(wish);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "never", "IN_TIME", "in_time", "In-Time", "in-time "})
    void what_is_only_spelt_like_one_leads_nowhere(String code) {
        assertThat(Code.find(Wish.class, code)).isEmpty();
    }
}
