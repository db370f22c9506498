package org.consilium.kit.probe;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.consilium.contracts.Relation;
import org.consilium.kit.access.AccessPolicy;
import org.consilium.kit.access.Rule;

@ApplicationScoped
class ProbePolicy implements AccessPolicy {

    @Override
    public Optional<Rule> rule(String operation) {
        return switch (operation) {
            case "add" -> Optional.of(Rule.ofRoles("patient", "representative"));
            case "read" -> Optional.of(Rule.ofRelations(Relation.PATIENT));
            default -> Optional.empty();
        };
    }
}
