package org.consilium.documents.links;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.links.LinkRate;
import org.consilium.kit.links.LinkToken;
import org.consilium.kit.web.Problem;

/**
 * Lets in whoever holds a link, and only to what came by it. Whatever is wrong with a token, the
 * answer is the same 404.
 */
@ApplicationScoped
public class LinkGate {

    /** A telephone sends a photograph in a few requests, several photographs at once. */
    private static final int PER_LINK_A_SECOND = 30;

    private static final int TOGETHER_A_SECOND = 150;

    private final UploadLinks links;
    private final LinkRate rate;

    LinkGate(UploadLinks links, Clock clock) {
        this.links = links;
        this.rate = new LinkRate(clock, PER_LINK_A_SECOND, TOGETHER_A_SECOND);
    }

    public Uni<UploadLink> open(String token) {
        if (!LinkToken.isOne(token)) {
            throw Problem.notFound();
        }
        var hash = LinkToken.hash(token);
        rate.admit(hash);
        return links.inForce(hash).onItem().ifNull().failWith(Problem::notFound);
    }

    /** For one of the link's own uploads. */
    public Uni<UploadLink> open(String token, UUID uploadId) {
        return open(token).call(link -> checkOwns(link, uploadId));
    }

    /** What came by the link and was not given up. */
    public Uni<List<UUID>> uploads(UploadLink link) {
        return links.documents(link.id());
    }

    /** Not found unless it came by this link. */
    public Uni<Void> checkOwns(UploadLink link, UUID documentId) {
        return links.owns(link.id(), documentId)
                .invoke(
                        owns -> {
                            if (!owns) {
                                throw Problem.notFound();
                            }
                        })
                .replaceWithVoid();
    }

    /** Refuses a kind that the link is not for. */
    public static void checkKind(UploadLink link, String kind) {
        if (!link.takes(kind)) {
            throw LinkRefusal.KIND_NOT_IN_LINK.problem();
        }
    }
}
