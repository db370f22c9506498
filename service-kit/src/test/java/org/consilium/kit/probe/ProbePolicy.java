package org.consilium.kit.probe;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.consilium.contracts.Relation;
import org.consilium.kit.access.AccessPolicy;
import org.consilium.kit.access.Rule;

@ApplicationScoped
class ProbePolicy implements AccessPolicy {

    @Override
    public Map<String, Rule> rules() {
        return Map.of(
                "add", Rule.ofRoles("patient", "representative"),
                "read", Rule.ofRelations(Relation.PATIENT).andLogged());
    }
}
