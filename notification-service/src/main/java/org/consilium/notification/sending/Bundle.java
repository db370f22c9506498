package org.consilium.notification.sending;

import java.util.List;
import java.util.UUID;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.unsubscribe.Ticket;
import org.consilium.notification.words.Language;

/** What goes to one person in one message: one delivery, or all those of a digest. Never empty. */
record Bundle(List<Claim> claims) {

    Bundle {
        claims = List.copyOf(claims);
    }

    private Claim first() {
        return claims.getFirst();
    }

    UUID recipient() {
        return first().recipient();
    }

    Channel channel() {
        return first().channel();
    }

    /** Whoever sent it has let its time run out; such a one is always claimed by itself. */
    boolean isAbandoned() {
        return first().abandoned();
    }

    /** Those that are not to be sent any more: the rest of a digest goes without them. */
    List<Claim> withheld() {
        return claims.stream().filter(claim -> claim.withheld() != null).toList();
    }

    /** One for the whole: the cases of a digest may have several. */
    Language language(String accountLanguage) {
        var spoken = claims.size() == 1 ? first().spoken() : null;
        return Language.firstOf(first().preferred(), spoken, accountLanguage);
    }

    boolean mayBeSwitchedOff() {
        return claims.stream().allMatch(claim -> claim.kind().weight().mayBeSwitchedOff());
    }

    Ticket ticket() {
        return new Ticket(first().notificationId(), claims.size() > 1);
    }

    /** The same messages to the same person have the same key, whoever sends them. */
    String messageKey() {
        return claims.size() == 1
                ? first().messageKey()
                : MessageKey.ofDigest(claims.stream().map(Claim::messageKey).toList());
    }
}
