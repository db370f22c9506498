package org.consilium.notification.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.consilium.notification.channels.Links;
import org.consilium.notification.channels.Parcel;
import org.consilium.notification.directory.Contact;
import org.consilium.notification.unsubscribe.Tickets;
import org.consilium.notification.words.Content;
import org.consilium.notification.words.Language;

/** Puts a bundle into its recipient's words. */
@ApplicationScoped
class Parcels {

    private final Links links;
    private final Tickets tickets;

    Parcels(Links links, Tickets tickets) {
        this.links = links;
        this.tickets = tickets;
    }

    Parcel of(Bundle bundle, Contact contact) {
        var language = bundle.language(contact.language());
        return new Parcel(
                bundle.messageKey(),
                language,
                bundle.claims().stream().map(claim -> content(claim, language)).toList(),
                unsubscribe(bundle));
    }

    private Content content(Claim claim, Language language) {
        return new Content(claim.letterIn(language), links.toCase(claim.caseId()));
    }

    private Optional<String> unsubscribe(Bundle bundle) {
        return bundle.mayBeSwitchedOff()
                ? Optional.of(links.toUnsubscribe(tickets.written(bundle.ticket())))
                : Optional.empty();
    }
}
