package org.consilium.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.consilium.notification.lifecycle.Backoff;

/** The settings under {@code consilium.mail}. */
@ConfigMapping(prefix = "consilium.mail")
public interface MailConfig {

    String host();

    int port();

    StartTLSOptions startTls();

    Optional<String> username();

    Optional<String> password();

    int connectSeconds();

    int silenceSeconds();

    String from();

    String webUrl();

    String publicUrl();

    Retry retry();

    /** When to try again, and when no more. */
    interface Retry {
        Duration first();

        Duration longest();

        Duration giveUpAfter();

        default Backoff backoff() {
            return new Backoff(first(), longest(), giveUpAfter());
        }
    }

    /** How long a whole mail may take. */
    default Duration patience() {
        return Duration.ofSeconds(connectSeconds() + 2L * silenceSeconds());
    }

    /** Twice as long as a mail may take: no lease ends while its holder may still speak. */
    default Duration lease() {
        return patience().multipliedBy(2);
    }

    default String linkTo(UUID caseId) {
        return webUrl().replace("{caseId}", caseId.toString());
    }

    default String unsubscribeLink(String ticket) {
        return publicUrl() + "/api/notification-preferences/unsubscription/" + ticket;
    }

    default String messageId(String messageKey) {
        return "<" + messageKey + from().substring(from().indexOf('@')) + ">";
    }
}
