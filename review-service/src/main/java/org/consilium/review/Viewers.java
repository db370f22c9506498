package org.consilium.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.web.Caller;

/**
 * How the caller stands to a case, where the answer depends on it and not only whether there is
 * one.
 */
@ApplicationScoped
public class Viewers {

    private static final Set<Relation> PATIENT_SIDE =
            EnumSet.of(Relation.PATIENT, Relation.REPRESENTATIVE, Relation.REFERRER);

    private final CaseAccess access;
    private final Caller caller;
    private final Clock clock;

    Viewers(CaseAccess access, Caller caller, Clock clock) {
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** Somebody looking at one case. */
    public record Viewer(UUID person, Set<String> roles, Set<Relation> relations) {

        public boolean isPatientSide() {
            return !Collections.disjoint(relations, PATIENT_SIDE);
        }

        public boolean isReviewer() {
            return relations.contains(Relation.REVIEWER);
        }

        /** By role; where the two differ, the lead reads what is clinical. */
        boolean isStaff() {
            return isClinicalLead() || isCoordinator();
        }

        public boolean isClinicalLead() {
            return roles.contains("clinical-lead");
        }

        public boolean isCoordinator() {
            return roles.contains("coordinator");
        }
    }

    public Uni<Viewer> of(UUID caseId) {
        var person = caller.subject();
        var roles = Set.copyOf(caller.roles());
        return access.relations(caseId, person, clock.instant())
                .map(relations -> new Viewer(person, roles, relations));
    }
}
