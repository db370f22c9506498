package org.consilium.notification.sending;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
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
 */
record Claim(
        UUID notificationId,
        boolean abandoned,
        UUID caseId,
        Kind kind,
        UUID recipient,
        String messageKey,
        Facts facts,
        String reference,
        String preferred,
        String spoken) {

    static Claim of(Object[] row) {
        return new Claim(
                (UUID) row[0],
                "SENDING".equals(row[1]),
                (UUID) row[2],
                Kind.ofCode((String) row[3]),
                (UUID) row[4],
                (String) row[5],
                new Facts(instant((OffsetDateTime) row[6]), (Integer) row[7]),
                (String) row[8],
                (String) row[9],
                (String) row[10]);
    }

    private static Instant instant(OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }

    Letter letter(String accountLanguage) {
        return Letter.of(
                kind, facts, reference, Language.firstOf(preferred, spoken, accountLanguage));
    }
}
