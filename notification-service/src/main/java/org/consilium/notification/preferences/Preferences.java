package org.consilium.notification.preferences;

import java.time.ZoneId;
import java.util.Optional;

/**
 * How one person wishes to be told things.
 *
 * @param language empty: the one used on the case, else the account's
 * @param zone whose clock quiet hours and digest go by; there whenever one of them is
 */
public record Preferences(
        Optional<String> language,
        Optional<ZoneId> zone,
        Optional<QuietHours> quietHours,
        Optional<Digest> digest,
        Choices choices) {

    public static final Preferences NONE =
            new Preferences(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Choices.NONE);

    public Preferences with(Choices others) {
        return new Preferences(language, zone, quietHours, digest, others);
    }
}
