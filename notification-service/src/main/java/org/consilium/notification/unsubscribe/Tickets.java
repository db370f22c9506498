package org.consilium.notification.unsubscribe;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.consilium.notification.keys.Keys;

/**
 * Tickets as they stand in a link: the notification's id, which says nothing to anybody else, and a
 * keyed MAC, without which nobody can make one. A ticket does not expire: the mail may be old.
 */
@ApplicationScoped
public class Tickets {

    private static final int ID_BYTES = 1 + 2 * Long.BYTES;
    private static final int MAC_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    Tickets(Keys keys) {
        key = keys.of("unsubscribe", ALGORITHM);
    }

    public String written(Ticket ticket) {
        var id = idOf(ticket);
        var token = ByteBuffer.allocate(ID_BYTES + MAC_BYTES).put(id).put(mac(id)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty for what this installation has not written. */
    Optional<Ticket> read(String written) {
        return decoded(written)
                .filter(token -> token.length == ID_BYTES + MAC_BYTES)
                .filter(
                        token ->
                                MessageDigest.isEqual(
                                        mac(Arrays.copyOf(token, ID_BYTES)),
                                        Arrays.copyOfRange(token, ID_BYTES, token.length)))
                .map(ByteBuffer::wrap)
                .map(Tickets::ticket);
    }

    private static byte[] idOf(Ticket ticket) {
        var id = ticket.notificationId();
        return ByteBuffer.allocate(ID_BYTES)
                .put((byte) (ticket.digest() ? 1 : 0))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static Ticket ticket(ByteBuffer token) {
        boolean digest = token.get() == 1;
        return new Ticket(new UUID(token.getLong(), token.getLong()), digest);
    }

    private static Optional<byte[]> decoded(String written) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(id), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
