package org.consilium.notification.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.consilium.notification.channels.Carrier;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.channels.Parcel;
import org.consilium.notification.directory.Contact;
import org.consilium.notification.lifecycle.Outcome;
import org.consilium.notification.words.DigestLetter;
import org.consilium.notification.words.Letters;

/** By mail: one letter, or a digest of several. */
@ApplicationScoped
class MailCarrier implements Carrier {

    private final Mailer mailer;
    private final MailConfig config;

    MailCarrier(Mailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean isOffered() {
        return true;
    }

    @Override
    public Optional<String> address(Contact contact) {
        return Optional.ofNullable(contact.mail());
    }

    @Override
    public Duration patience() {
        return config.patience();
    }

    @Override
    public Uni<Outcome> send(Parcel parcel, String address) {
        var mail = parcel.contents().size() == 1 ? letter(parcel) : digest(parcel);
        mail.setFrom(config.from() + " (Consilium)");
        mail.setTo(address);
        mail.addHeader("Message-ID", config.messageId(parcel.key()));
        parcel.unsubscribe().ifPresent(mail::offerUnsubscribe);
        return mailer.send(mail);
    }

    private static Outgoing letter(Parcel parcel) {
        var letter = parcel.first().letter();
        var link = parcel.first().link();
        return Outgoing.of(
                letter.subject(),
                parcel.language(),
                Letters.text(letter, link).render(),
                Letters.html(letter, link).render());
    }

    private static Outgoing digest(Parcel parcel) {
        var digest = DigestLetter.of(parcel.contents(), parcel.language());
        return Outgoing.of(
                digest.subject(),
                parcel.language(),
                Letters.digestText(digest).render(),
                Letters.digestHtml(digest).render());
    }
}
