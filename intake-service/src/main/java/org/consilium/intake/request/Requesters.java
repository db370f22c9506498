package org.consilium.intake.request;

import java.time.Year;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;
import org.consilium.kit.web.Problem;

/** Who asks: roles come with the token, relations with the case. */
final class Requesters {

    private Requesters() {}

    static boolean isStaff(Set<String> roles) {
        return roles.contains("coordinator") || roles.contains("clinical-lead");
    }

    static boolean isPatientSide(Set<Relation> held) {
        return patientSide().anyMatch(held::contains);
    }

    /** The relation in which somebody of the patient's side acts; the patient's own weighs most. */
    static Relation acting(Set<Relation> held) {
        return patientSide().filter(held::contains).findFirst().orElseThrow(Problem::notFound);
    }

    private static Stream<Relation> patientSide() {
        return Stream.of(Relation.PATIENT, Relation.REPRESENTATIVE, Relation.REFERRER);
    }

    /** A physician's account does not open a case as the patient's daughter. */
    static void requireRole(Relation relation, Set<String> roles) {
        boolean held =
                switch (relation) {
                    case PATIENT -> roles.contains("patient");
                    case REPRESENTATIVE -> roles.contains("representative");
                    case REFERRER -> roles.contains("referrer");
                    case CONTRIBUTOR,
                            TRANSLATOR,
                            OFFERED_REVIEWER,
                            REVIEWER,
                            SECOND_READER,
                            BREAK_GLASS ->
                            false;
                };
        if (!held) {
            throw new Problem(403, "relation-needs-role", "Your role does not open cases so.");
        }
    }

    static Case.Patient patient(OpenRequest body, UUID requester, Year thisYear) {
        if (thisYear.isBefore(Year.of(body.patient().birthYear()))) {
            throw Problem.malformed("patient.birthYear", "past-or-present", "is yet to come");
        }
        var account = body.patient().person();
        boolean own = body.relation() == Relation.PATIENT;
        if (account != null && own != account.equals(requester)) {
            throw Problem.malformed(
                    "patient.person", "fits-relation", "is you exactly when you are the patient");
        }
        return body.patient().withAccount(own ? requester : account);
    }
}
