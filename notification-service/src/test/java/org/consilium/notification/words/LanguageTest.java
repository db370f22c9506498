package org.consilium.notification.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void the_first_wish_that_can_be_met_counts() {
        assertThat(Language.firstOf(null, "fr", "zh-Hans", "ur")).isEqualTo(Language.ZH);
    }

    @Test
    void whoever_wishes_nothing_we_have_is_told_in_english() {
        assertThat(Language.firstOf(null, "fr", "")).isEqualTo(Language.EN);
    }
}
