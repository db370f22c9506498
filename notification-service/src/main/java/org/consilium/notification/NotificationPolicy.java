package org.consilium.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
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

    @Override
    public Optional<Rule> rule(String operation) {
        return switch (operation) {
            case "read-own-notifications", "mark-as-read", "read-preferences", "set-preferences" ->
                    Optional.of(WHOEVER_IS_TOLD_THINGS);
            case "read-deliveries-of-case" -> Optional.of(Rule.ofRoles("coordinator"));
            default -> Optional.empty();
        };
    }
}
