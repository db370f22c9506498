package org.consilium.notification.sending;

import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.Sha256;
import org.consilium.notification.telling.Kind;

/**
 * What makes a message the same message: the case, the kind, the recipient and the event it is
 * about. The same four give the same key on every machine, so a mail that goes out twice carries
 * one Message-ID and the receiving side can drop the second.
 */
public final class MessageKey {

    private static final int DIGITS_KEPT = 32;

    private MessageKey() {}

    public static String of(UUID caseId, Kind kind, UUID recipient, UUID eventId) {
        return hash(
                List.of(caseId.toString(), kind.code(), recipient.toString(), eventId.toString()));
    }

    /** In whatever order they come: a digest is what it tells. */
    static String ofDigest(List<String> messageKeys) {
        return hash(messageKeys.stream().sorted().toList());
    }

    private static String hash(List<String> parts) {
        return Sha256.hex(String.join("\n", parts)).substring(0, DIGITS_KEPT);
    }
}
