package org.consilium.documents.links;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.links.LinkToken;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;

/**
 * Where links begin. Not by way of an Idempotency-Key: its answer would be kept for a day, and the
 * token with it. A link too many is revoked.
 */
@ApplicationScoped
class NewLinks {

    private final Transactions transactions;
    private final LinkDesk desk;
    private final Ids ids;

    NewLinks(Transactions transactions, LinkDesk desk, Ids ids) {
        this.transactions = transactions;
        this.desk = desk;
        this.ids = ids;
    }

    /** What somebody wants a link to allow. */
    record Wish(
            UUID caseId,
            UUID maker,
            Set<String> kinds,
            int maxFiles,
            long maxBytes,
            Duration lifetime) {}

    /** A link and its secret, which is told now or never. */
    record NewLink(UploadLink link, String token) {}

    Uni<NewLink> make(Wish wish) {
        var token = LinkToken.fresh();
        return transactions.inTransaction(
                Actor.person(wish.maker()),
                work -> {
                    var link = link(wish, work.now());
                    return desk.make(link, LinkToken.hash(token), work)
                            .replaceWith(new NewLink(link, token));
                });
    }

    private UploadLink link(Wish wish, Instant now) {
        return new UploadLink(
                ids.next(),
                wish.caseId(),
                wish.kinds(),
                wish.maxFiles(),
                wish.maxBytes(),
                0,
                0,
                wish.maker(),
                now,
                now.plus(wish.lifetime()),
                null);
    }
}
