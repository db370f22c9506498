package org.consilium.notification.preferences;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.telling.Weight;

/**
 * One way on which a message goes to its recipient, beside the inbox, which has it at once.
 *
 * @param digest it waits for the others of its recipient and goes in one mail with them
 */
public record Way(Channel channel, Instant notBefore, boolean digest) {

    /** Every way the person wishes, and from when on. */
    public static List<Way> of(Kind kind, Preferences wishes, Set<Channel> offered, Instant now) {
        return offered.stream()
                .sorted()
                .filter(channel -> wishes.choices().wants(kind, channel))
                .map(channel -> of(kind, channel, wishes, now))
                .toList();
    }

    private static Way of(Kind kind, Channel channel, Preferences wishes, Instant now) {
        if (kind.weight() == Weight.URGENT || wishes.zone().isEmpty()) {
            return new Way(channel, now, false);
        }
        var zone = wishes.zone().get();
        boolean mayWait = channel == Channel.MAIL && kind.weight() == Weight.OPTIONAL;
        var digest = wishes.digest().filter(any -> mayWait);
        var wished = digest.map(daily -> daily.next(now, zone)).orElse(now);
        var free = wishes.quietHours().map(quiet -> quiet.whenOver(wished, zone)).orElse(wished);
        return new Way(channel, free, digest.isPresent());
    }
}
