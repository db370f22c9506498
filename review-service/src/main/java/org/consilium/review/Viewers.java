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
import org.consilium.review.cases.Consents;

/**
 * How the caller stands to a case, where the answer depends on it and not only whether there is
 * one.
 */
@ApplicationScoped
public class Viewers {

    private static final Set<Relation> PATIENT_SIDE =
            EnumSet.of(Relation.PATIENT, Relation.REPRESENTATIVE, Relation.REFERRER);

    /**
     * The scope by which the patient lets somebody else read the opinion; the same in every
     * programme.
     */
    static final String READ_OPINION = "read-opinion";

    private final CaseAccess access;
    private final Consents consents;
    private final Caller caller;
    private final Clock clock;

    Viewers(CaseAccess access, Consents consents, Caller caller, Clock clock) {
        this.access = access;
        this.consents = consents;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Somebody looking at one case.
     *
     * @param allowed what the patient allows this person, where they act for the patient
     */
    public record Viewer(
            UUID person, Set<String> roles, Set<Relation> relations, Set<String> allowed) {

        /** Of those on the patient's side: the patient, and whom the patient lets. */
        public boolean mayReadOpinionForPatient() {
            return relations.contains(Relation.PATIENT)
                    || (isPatientSide() && allowed.contains(READ_OPINION));
        }

        public boolean isPatientSide() {
            return !Collections.disjoint(relations, PATIENT_SIDE);
        }

        public boolean isReviewer() {
            return relations.contains(Relation.REVIEWER);
        }

        /** Reads what has been released, for an hour. */
        public boolean brokeTheGlass() {
            return relations.contains(Relation.BREAK_GLASS);
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
        return of(caseId, caller.subject(), Set.copyOf(caller.roles()));
    }

    /** Somebody who is not the caller, by how they stand to the case and without any role. */
    public Uni<Viewer> inTheNameOf(UUID caseId, UUID person) {
        return of(caseId, person, Set.of());
    }

    private Uni<Viewer> of(UUID caseId, UUID person, Set<String> roles) {
        var now = clock.instant();
        return access.relations(caseId, person, now)
                .chain(
                        relations ->
                                consents.scopes(caseId, person, now)
                                        .map(
                                                allowed ->
                                                        new Viewer(
                                                                person, roles, relations,
                                                                allowed)));
    }
}
