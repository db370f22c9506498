package org.consilium.notification.unsubscribe;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.preferences.PreferenceBook;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.words.Language;

/** Finds what a link is about and ends it. Whoever holds the mail may: that is what it is for. */
@ApplicationScoped
class Subscriptions {

    private final Tickets tickets;
    private final PreferenceBook book;
    private final Transactions transactions;

    Subscriptions(Tickets tickets, PreferenceBook book, Transactions transactions) {
        this.tickets = tickets;
        this.book = book;
        this.transactions = transactions;
    }

    /** Refuses a link that is none of ours as if there were nothing. */
    Uni<Subscription> find(String link) {
        var ticket = tickets.read(link).orElseThrow(Problem::notFound);
        return transactions.inTransaction(
                Actor.service("unsubscribe-link"), work -> find(ticket, work));
    }

    /** Repeatable. */
    Uni<Subscription> end(String link) {
        return find(link)
                .call(
                        found ->
                                transactions.inTransaction(
                                        Actor.person(found.person()),
                                        work -> book.change(found.person(), found::endedIn, work)));
    }

    private static Uni<Subscription> find(Ticket ticket, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select n.recipient, n.kind, p.language as preferred, s.language as spoken
                        from notification n
                        left join preference p on p.person = n.recipient
                        left join spoken_language s on s.case_id = n.case_id and s.person = n.recipient
                        where n.id = :id""",
                        Object[].class)
                .setParameter("id", ticket.notificationId())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(row -> subscription(row, ticket.digest()));
    }

    private static Subscription subscription(Object[] row, boolean digest) {
        return new Subscription(
                (UUID) row[0],
                Kind.ofCode((String) row[1]),
                digest,
                Language.firstOf((String) row[2], (String) row[3]));
    }
}
