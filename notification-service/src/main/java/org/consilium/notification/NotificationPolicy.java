package org.consilium.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.consilium.kit.access.AccessPolicy;
import org.consilium.kit.access.Rule;

/**
 * Who may do what here. An inbox is its owner's alone: the queries ask for the caller's own rows,
 * so the role only says that the caller is somebody who can have one.
 */
@ApplicationScoped
class NotificationPolicy implements AccessPolicy {

    private static final Rule WHOEVER_IS_TOLD_THINGS =
            Rule.ofRoles(
                    "patient",
                    "representative",
                    "referrer",
                    "translator",
                    "reviewer",
                    "coordinator",
                    "clinical-lead");

    private static final Map<String, Rule> RULES =
            Map.ofEntries(
                    Map.entry("read-own-notifications", WHOEVER_IS_TOLD_THINGS),
                    Map.entry("mark-as-read", WHOEVER_IS_TOLD_THINGS),
                    Map.entry("read-preferences", WHOEVER_IS_TOLD_THINGS),
                    Map.entry("set-preferences", WHOEVER_IS_TOLD_THINGS),
                    Map.entry("read-deliveries-of-case", Rule.ofRoles("coordinator")),
                    Map.entry("read-webhooks", Rule.ofRoles("operator")),
                    Map.entry("manage-webhooks", Rule.ofRoles("operator")));

    @Override
    public Map<String, Rule> rules() {
        return RULES;
    }
}
