package org.consilium.notification.sending;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.lifecycle.Reason;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.words.Language;
import org.consilium.notification.words.Letter;

/**
 * A delivery that is due, with all that its letter needs.
 *
 * @param abandoned it was being sent, and whoever sent it has let its time run out
 * @param preferred the language the person chose here; null when none was chosen
 * @param spoken the language the person uses on this case; null when the events named none
 * @param zone whose clock the person goes by; UTC when none was named
 * @param traceparent the trace of what is told; null when none was recorded
 * @param withheld why it is not to be sent any more; null for what is
 */
record Claim(
        UUID notificationId,
        Channel channel,
        boolean abandoned,
        UUID caseId,
        Kind kind,
        UUID recipient,
        String messageKey,
        Facts facts,
        String reference,
        String preferred,
        String spoken,
        ZoneId zone,
        String traceparent,
        Reason withheld) {

    static Claim of(Object[] row) {
        return new Claim(
                (UUID) row[0],
                Channel.ofCode((String) row[1]).orElseThrow(),
                "SENDING".equals(row[2]),
                (UUID) row[3],
                Kind.ofCode((String) row[4]),
                (UUID) row[5],
                (String) row[6],
                new Facts(instant((OffsetDateTime) row[7]), (Integer) row[8]),
                (String) row[9],
                (String) row[10],
                (String) row[11],
                ZoneId.of(row[12] == null ? "UTC" : (String) row[12]),
                (String) row[13],
                row[14] == null ? null : Reason.valueOf((String) row[14]));
    }

    private static Instant instant(OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }

    DeliveryKey key() {
        return new DeliveryKey(notificationId, channel.code());
    }

    Letter letterIn(Language language) {
        return Letter.of(kind, facts, reference, language, zone);
    }
}
