package org.consilium.notification.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.SMTPException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.consilium.kit.work.OwnContext;
import org.consilium.notification.lifecycle.Outcome;
import org.consilium.notification.lifecycle.Reason;
import org.jboss.logging.Logger;

/**
 * Hands mails to the SMTP server and says exactly what came of it. A connection serves one mail:
 * then a silence belongs to that mail and to no other.
 */
@ApplicationScoped
class Mailer {

    private static final Logger LOG = Logger.getLogger(Mailer.class);

    private final MailClient client;
    private final OwnContext context;
    private final Duration patience;

    Mailer(Vertx vertx, OwnContext context, MailConfig config) {
        this.client = MailClient.create(vertx, settings(config));
        this.context = context;
        this.patience = config.patience();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Never fails: whatever happens is an outcome. */
    Uni<Outcome> send(Outgoing mail) {
        var sent =
                Uni.createFrom()
                        .completionStage(() -> client.sendMail(mail).toCompletionStage())
                        .map(taken -> Outcome.taken(250));
        return context.stayingOn(
                sent,
                uni ->
                        uni.ifNoItem()
                                .after(patience)
                                .fail()
                                .onFailure()
                                .recoverWithItem(failure -> outcome(failure, mail.begun())));
    }

    /** Before the mail has begun, even a 5xx is about the server or our login, not about it. */
    private static Outcome outcome(Throwable failure, boolean begun) {
        LOG.infof("a mail was not taken (begun: %s): %s", begun, failure.getClass().getName());
        if (failure instanceof SMTPException reply) {
            return begun
                    ? Outcome.refused(reply.getReplyCode())
                    : Outcome.notNow(Reason.SERVER_DEFERS, reply.getReplyCode());
        }
        return begun
                ? Outcome.unknown(Reason.NO_ANSWER_AFTER_SENDING)
                : Outcome.notNow(Reason.SERVER_AWAY);
    }

    private static io.vertx.ext.mail.MailConfig settings(MailConfig config) {
        var settings =
                new io.vertx.ext.mail.MailConfig()
                        .setHostname(config.host())
                        .setPort(config.port())
                        .setStarttls(config.startTls())
                        .setLogin(LoginOption.NONE)
                        .setKeepAlive(false);
        settings.setConnectTimeout(
                Math.toIntExact(TimeUnit.SECONDS.toMillis(config.connectSeconds())));
        settings.setIdleTimeout(config.silenceSeconds());
        config.username()
                .ifPresent(name -> settings.setLogin(LoginOption.REQUIRED).setUsername(name));
        config.password().ifPresent(settings::setPassword);
        return settings;
    }
}
