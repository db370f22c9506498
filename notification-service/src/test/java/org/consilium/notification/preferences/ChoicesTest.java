package org.consilium.notification.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.telling.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChoicesTest {

    @ParameterizedTest
    @EnumSource
    void only_what_neither_care_nor_a_right_depends_on_may_lose_every_channel(Kind kind) {
        var silent = Choices.NONE;
        for (var channel : Channel.values()) {
            silent = silent.with(kind, channel, false);
        }

        assertThat(silent.leavesAWayFor(kind, Set.of(Channel.values())))
                .isEqualTo(kind.weight().mayBeSwitchedOff());
    }

    @Test
    void come_back_from_the_table_as_they_went_in() {
        var choices = Choices.NONE;
        for (var kind : Kind.values()) {
            choices = choices.with(kind, Channel.MAIL, kind.weight().mayBeSwitchedOff());
        }

        assertThat(Choices.read(choices.written())).isEqualTo(choices);
        assertThat(Choices.read(Choices.NONE.written())).isEqualTo(Choices.NONE);
    }

    @Test
    void call_nobody_by_telephone_who_has_not_wished_it() {
        assertThat(Choices.NONE.wants(Kind.READY, Channel.MAIL)).isTrue();
        assertThat(Choices.NONE.wants(Kind.READY, Channel.SMS)).isFalse();
        assertThat(Choices.NONE.wants(Kind.READY, Channel.WHATSAPP)).isFalse();
    }

    @Test
    void of_a_channel_that_is_not_offered_are_seen() {
        var choices = Choices.NONE.with(Kind.READY, Channel.SMS, true);

        assertThat(choices.areAmong(Set.of(Channel.MAIL))).isFalse();
        assertThat(choices.areAmong(Set.of(Channel.MAIL, Channel.SMS))).isTrue();
    }

    @Test
    void of_a_kind_that_is_no_longer_told_harm_nobody() {
        var choices = Choices.read("gone/mail=false,ready/mail=false");

        assertThat(Arrays.stream(Kind.values()).filter(kind -> !choices.wants(kind, Channel.MAIL)))
                .containsExactly(Kind.READY);
    }
}
