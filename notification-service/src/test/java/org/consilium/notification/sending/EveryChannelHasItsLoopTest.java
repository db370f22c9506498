package org.consilium.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduled;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.notification.channels.Channel;
import org.junit.jupiter.api.Test;

class EveryChannelHasItsLoopTest {

    /** What is queued for one without would stay queued. */
    @Test
    void one_for_each_and_none_besides() {
        var loops =
                Stream.of(SendingJob.class.getDeclaredMethods())
                        .map(method -> method.getAnnotation(Scheduled.class))
                        .filter(Objects::nonNull)
                        .map(Scheduled::identity);

        assertThat(loops)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Channel.values()).map(Channel::code).toList());
    }
}
