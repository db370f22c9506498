package org.consilium.notification.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consilium.notification.keys.KeysOfTests;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private static final Ticket TICKET = new Ticket(UUID.randomUUID(), false);

    private final Tickets tickets =
            new Tickets(KeysOfTests.of("a secret of thirty-two characters"));

    @Test
    void are_read_as_they_were_written() {
        var digest = new Ticket(TICKET.notificationId(), true);

        assertThat(tickets.read(tickets.written(TICKET))).contains(TICKET);
        assertThat(tickets.read(tickets.written(digest))).contains(digest);
        assertThat(tickets.written(digest)).isNotEqualTo(tickets.written(TICKET));
    }

    @Test
    void with_one_bit_changed_are_none() {
        var token = Base64.getUrlDecoder().decode(tickets.written(TICKET));

        assertThat(IntStream.range(0, token.length * 8))
                .allMatch(bit -> tickets.read(flipped(token, bit)).isEmpty());
    }

    @Test
    void of_another_installation_are_none() {
        var others = new Tickets(KeysOfTests.of("another secret, as long as the first"));

        assertThat(tickets.read(others.written(TICKET))).isEmpty();
    }

    @Test
    void that_are_nonsense_are_none() {
        assertThat(tickets.read("")).isEmpty();
        assertThat(tickets.read("AAAA")).isEmpty();
        assertThat(tickets.read("not/base64?")).isEmpty();
    }

    @Test
    void cannot_be_signed_with_a_secret_that_can_be_guessed() {
        assertThatThrownBy(() -> KeysOfTests.of("short"))
                .hasMessageContaining("NOTIFICATION_SECRET: shorter than 32 characters");
    }

    private static String flipped(byte[] token, int bit) {
        var other = token.clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(other);
    }
}
