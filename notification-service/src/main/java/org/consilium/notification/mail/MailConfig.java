package org.consilium.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.Optional;

/** The settings under {@code consilium.mail}. */
@ConfigMapping(prefix = "consilium.mail")
interface MailConfig {

    String host();

    int port();

    StartTLSOptions startTls();

    Optional<String> username();

    Optional<String> password();

    int connectSeconds();

    int silenceSeconds();

    String from();

    /** How long a whole mail may take. */
    default Duration patience() {
        return Duration.ofSeconds(connectSeconds() + 2L * silenceSeconds());
    }

    default String messageId(String messageKey) {
        return "<" + messageKey + from().substring(from().indexOf('@')) + ">";
    }
}
