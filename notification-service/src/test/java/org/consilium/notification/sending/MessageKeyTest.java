package org.consilium.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.notification.telling.Kind;
import org.junit.jupiter.api.Test;

class MessageKeyTest {

    private static final UUID CASE = UUID.fromString("01a1fd1e-8c00-7bfc-9416-0a1e8674dac6");
    private static final UUID AMINA = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID YUSUF = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID EVENT = UUID.fromString("01a20447-20a0-7db4-a562-4291e4053c6c");

    /**
     * The literal keeps a change of the recipe from passing unseen: it would send everything anew.
     */
    @Test
    void the_same_message_has_the_same_key_on_every_machine_and_in_every_version() {
        assertThat(MessageKey.of(CASE, Kind.READY, AMINA, EVENT))
                .isEqualTo("bcdf28fb3d7abc8a19fb18c603a02d1d");
    }

    @Test
    void another_case_kind_person_or_event_is_another_message() {
        assertThat(
                        Stream.of(
                                MessageKey.of(CASE, Kind.READY, AMINA, EVENT),
                                MessageKey.of(EVENT, Kind.READY, AMINA, EVENT),
                                MessageKey.of(CASE, Kind.CLOSED, AMINA, EVENT),
                                MessageKey.of(CASE, Kind.READY, YUSUF, EVENT),
                                MessageKey.of(CASE, Kind.READY, AMINA, CASE)))
                .doesNotHaveDuplicates();
    }
}
