package org.consilium.notification.channels;

import io.smallrye.config.ConfigMapping;
import java.util.UUID;

/** Where messages lead: the settings under {@code consilium.links}. */
@ConfigMapping(prefix = "consilium.links")
public interface Links {

    String web();

    String self();

    default String toCase(UUID caseId) {
        return web().replace("{caseId}", caseId.toString());
    }

    default String toUnsubscribe(String ticket) {
        return self() + "/api/notification-preferences/unsubscription/" + ticket;
    }
}
