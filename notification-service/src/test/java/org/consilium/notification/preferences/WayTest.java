package org.consilium.notification.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.telling.Kind;
import org.junit.jupiter.api.Test;

class WayTest {

    /** Two in the morning in Karachi. */
    private static final Instant NIGHT = Instant.parse("2026-11-20T21:00:00Z");

    private static final Instant MORNING = Instant.parse("2026-11-21T02:00:00Z");
    private static final Instant BREAKFAST = Instant.parse("2026-11-21T03:00:00Z");
    private static final Set<Channel> MAIL = Set.of(Channel.MAIL);

    @Test
    void who_has_wished_nothing_is_mailed_at_once() {
        assertThat(Way.of(Kind.READY, Preferences.NONE, MAIL, NIGHT))
                .containsExactly(new Way(Channel.MAIL, NIGHT, false));
    }

    @Test
    void what_somebody_has_switched_off_goes_no_way() {
        var wishes = Preferences.NONE.with(Choices.NONE.with(Kind.READY, Channel.MAIL, false));

        assertThat(Way.of(Kind.READY, wishes, MAIL, NIGHT)).isEmpty();
        assertThat(Way.of(Kind.TRIAGED, wishes, MAIL, NIGHT)).hasSize(1);
    }

    @Test
    void what_comes_at_night_waits_for_the_morning() {
        assertThat(Way.of(Kind.OPINION_RELEASED, quietAnd(Optional.empty()), MAIL, NIGHT))
                .containsExactly(new Way(Channel.MAIL, MORNING, false));
    }

    @Test
    void what_is_urgent_goes_out_at_night_too() {
        assertThat(Way.of(Kind.REDIRECTED, quietAnd(Optional.of(new Digest(8))), MAIL, NIGHT))
                .containsExactly(new Way(Channel.MAIL, NIGHT, false));
    }

    @Test
    void only_what_may_be_switched_off_waits_for_the_digest() {
        var wishes = quietAnd(Optional.of(new Digest(8)));

        assertThat(Way.of(Kind.READY, wishes, MAIL, NIGHT))
                .containsExactly(new Way(Channel.MAIL, BREAKFAST, true));
        assertThat(Way.of(Kind.INFORMATION_REQUESTED, wishes, MAIL, NIGHT))
                .containsExactly(new Way(Channel.MAIL, MORNING, false));
    }

    @Test
    void a_digest_is_a_mail_and_a_telephone_is_called_as_soon_as_it_is_not_quiet() {
        var wishes = quietAnd(Optional.of(new Digest(8)));
        var both = wishes.with(Choices.NONE.with(Kind.READY, Channel.SMS, true));

        assertThat(Way.of(Kind.READY, both, Set.of(Channel.MAIL, Channel.SMS), NIGHT))
                .containsExactly(
                        new Way(Channel.MAIL, BREAKFAST, true),
                        new Way(Channel.SMS, MORNING, false));
    }

    @Test
    void a_digest_that_falls_into_quiet_hours_waits_for_their_end() {
        assertThat(Way.of(Kind.READY, quietAnd(Optional.of(new Digest(6))), MAIL, NIGHT))
                .containsExactly(new Way(Channel.MAIL, MORNING, true));
    }

    private static Preferences quietAnd(Optional<Digest> digest) {
        return new Preferences(
                Optional.empty(),
                Optional.of(ZoneId.of("Asia/Karachi")),
                Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))),
                digest,
                Choices.NONE);
    }
}
