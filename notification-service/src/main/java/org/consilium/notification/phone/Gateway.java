package org.consilium.notification.phone;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.consilium.notification.http.Posted;
import org.consilium.notification.http.Posted.Answered;
import org.consilium.notification.http.Posted.NoAnswer;
import org.consilium.notification.http.Posted.NotSent;
import org.consilium.notification.http.Posts;
import org.consilium.notification.lifecycle.Outcome;
import org.consilium.notification.lifecycle.Reason;

/** A server that passes messages on to telephones. */
final class Gateway {

    private static final Set<Integer> SAYS_LATER = Set.of(401, 403, 408, 429, 503);

    private final Posts posts;
    private final PhoneConfig.Server server;

    Gateway(Posts posts, PhoneConfig.Server server) {
        this.posts = posts;
        this.server = server;
    }

    Uni<Outcome> hand(JsonObject message) {
        if (server.url().isEmpty()) {
            return Uni.createFrom().item(Outcome.never(Reason.NOT_OFFERED));
        }
        var target = new RequestOptions().setAbsoluteURI(server.url().get());
        server.token().ifPresent(token -> target.putHeader("Authorization", "Bearer " + token));
        return posts.post(target, message.toBuffer()).map(Gateway::outcome);
    }

    static Outcome outcome(Posted posted) {
        return switch (posted) {
            case NotSent _ -> Outcome.notNow(Reason.SERVER_AWAY);
            case NoAnswer _ -> Outcome.unknown(Reason.NO_ANSWER_AFTER_SENDING);
            case Answered answer -> answered(answer);
        };
    }

    /**
     * 401 and 403 are about our login and not about the message. A server that broke down over it
     * may have sent it: only one that says it is overloaded or closed has certainly not.
     */
    private static Outcome answered(Answered answer) {
        int status = answer.status();
        if (SAYS_LATER.contains(status)) {
            return Outcome.notNow(Reason.SERVER_DEFERS, status)
                    .notBefore(answer.retryAfter().orElse(null));
        }
        if (status >= 500) {
            return Outcome.unknown(Reason.SERVER_FAILED, status);
        }
        return status < 300 ? Outcome.taken(status) : Outcome.never(Reason.SERVER_REFUSES, status);
    }
}
