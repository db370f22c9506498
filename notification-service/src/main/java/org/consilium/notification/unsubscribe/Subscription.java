package org.consilium.notification.unsubscribe;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.preferences.Choices;
import org.consilium.notification.preferences.Preferences;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.words.Language;

/** Whose and what an unsubscribe link is about. */
record Subscription(UUID person, Kind kind, boolean digest, Language language) {

    /** No more mails of it. A kind that has become mandatory since the mail stays on. */
    Preferences endedIn(Preferences wishes) {
        var choices = wishes.choices();
        for (var ended : kinds()) {
            choices = without(ended, choices);
        }
        return wishes.with(choices);
    }

    private List<Kind> kinds() {
        return digest ? Arrays.asList(Kind.values()) : List.of(kind);
    }

    private static Choices without(Kind ended, Choices choices) {
        return ended.weight().mayBeSwitchedOff()
                ? choices.with(ended, Channel.MAIL, false)
                : choices;
    }
}
