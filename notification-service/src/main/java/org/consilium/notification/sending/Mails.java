package org.consilium.notification.sending;

import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.notification.directory.Contact;
import org.consilium.notification.mail.MailConfig;
import org.consilium.notification.mail.Outgoing;
import org.consilium.notification.unsubscribe.Tickets;
import org.consilium.notification.words.DigestLetter;
import org.consilium.notification.words.DigestLetter.Part;
import org.consilium.notification.words.Language;
import org.consilium.notification.words.Letters;

/** Puts a bundle into a mail: one letter, or a digest of several. */
@ApplicationScoped
class Mails {

    private final MailConfig config;
    private final Tickets tickets;

    Mails(MailConfig config, Tickets tickets) {
        this.config = config;
        this.tickets = tickets;
    }

    Outgoing of(Bundle bundle, Contact contact) {
        var mail = bundle.claims().size() == 1 ? letter(bundle, contact) : digest(bundle, contact);
        mail.setFrom(config.from() + " (Consilium)");
        mail.setTo(contact.mail());
        mail.addHeader("Message-ID", config.messageId(bundle.messageKey()));
        if (bundle.mayBeSwitchedOff()) {
            var link = config.unsubscribeLink(tickets.written(bundle.ticket()));
            mail.addHeader("List-Unsubscribe", "<" + link + ">");
            mail.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mail;
    }

    private Outgoing letter(Bundle bundle, Contact contact) {
        var claim = bundle.claims().getFirst();
        var letter = claim.letter(contact.language());
        var link = config.linkTo(claim.caseId());
        return Outgoing.of(
                letter.subject(),
                letter.language(),
                Letters.text(letter, link).render(),
                Letters.html(letter, link).render());
    }

    /** Every part in the language of the whole: the cases may have several. */
    private Outgoing digest(Bundle bundle, Contact contact) {
        var preferred = bundle.claims().getFirst().preferred();
        var language = Language.firstOf(preferred, contact.language());
        var parts = bundle.claims().stream().map(claim -> part(claim, language)).toList();
        var digest = DigestLetter.of(parts, language);
        return Outgoing.of(
                digest.subject(),
                language,
                Letters.digestText(digest).render(),
                Letters.digestHtml(digest).render());
    }

    private Part part(Claim claim, Language language) {
        return new Part(claim.letterIn(language), config.linkTo(claim.caseId()));
    }
}
