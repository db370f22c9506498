package org.consilium.notification.phone;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The settings under {@code consilium.phone}. A way without a URL is not offered. */
@ConfigMapping(prefix = "consilium.phone")
interface PhoneConfig {

    Server sms();

    /** Whom a short message comes from, as telephones show it. */
    String smsSender();

    Server whatsapp();

    /** The template's name at Meta; its body takes reference, headline and link. */
    String whatsappTemplate();

    /** Where messages are handed in, and the bearer token for it. */
    interface Server {

        Optional<String> url();

        Optional<String> token();
    }
}
