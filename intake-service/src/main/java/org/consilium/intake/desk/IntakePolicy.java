package org.consilium.intake.desk;

import static org.consilium.contracts.Relation.BREAK_GLASS;
import static org.consilium.contracts.Relation.OFFERED_REVIEWER;
import static org.consilium.contracts.Relation.PATIENT;
import static org.consilium.contracts.Relation.REFERRER;
import static org.consilium.contracts.Relation.REPRESENTATIVE;
import static org.consilium.contracts.Relation.REVIEWER;
import static org.consilium.contracts.Relation.SECOND_READER;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.consilium.contracts.Relation;
import org.consilium.kit.access.AccessPolicy;
import org.consilium.kit.access.Readers;
import org.consilium.kit.access.Rule;

/**
 * Who may do what with a case. What somebody wrote about a patient is written by the patient's side
 * alone: no staff role stands at a rule that takes such text. An operator stands at none.
 */
@ApplicationScoped
class IntakePolicy implements AccessPolicy {

    private static final Relation[] PATIENT_SIDE = {PATIENT, REPRESENTATIVE, REFERRER};
    private static final String[] REQUESTERS = {"patient", "representative", "referrer"};
    private static final String[] STAFF = {"coordinator", "clinical-lead"};

    private static final Map<String, Rule> RULES =
            Map.ofEntries(
                    Map.entry("screen", Rule.ofRoles(REQUESTERS)),
                    Map.entry("open-case", Rule.ofRoles(REQUESTERS)),
                    Map.entry("list-own-cases", Rule.ofRoles(listers())),
                    Map.entry(
                            "read-case",
                            Rule.ofRoles(STAFF)
                                    .orRelations(
                                            PATIENT,
                                            REPRESENTATIVE,
                                            REFERRER,
                                            REVIEWER,
                                            SECOND_READER,
                                            OFFERED_REVIEWER,
                                            BREAK_GLASS)
                                    .andLogged()),
                    Map.entry(
                            "read-accesses",
                            Rule.ofRoles("clinical-lead").orRelations(PATIENT, REPRESENTATIVE)),
                    Map.entry(
                            "read-timeline",
                            Rule.ofRoles(STAFF)
                                    .orRelations(PATIENT, REPRESENTATIVE, REFERRER, BREAK_GLASS)),
                    // For those who have no right; who has one is refused by the rules.
                    Map.entry("break-glass", Rule.ofRoles("reviewer")),
                    Map.entry("read-break-glass", Rule.ofRoles("clinical-lead")),
                    Map.entry("review-break-glass", Rule.ofRoles("clinical-lead")),
                    Map.entry("follow-case", Rule.ofRoles(STAFF).orRelations(PATIENT_SIDE)),
                    Map.entry("read-clocks", Rule.ofRoles(STAFF).orRelations(PATIENT_SIDE)),
                    Map.entry("read-ending", Rule.ofRoles(STAFF).orRelations(PATIENT_SIDE)),
                    Map.entry("read-figures", Rule.ofRoles(STAFF)),
                    // One's own answers, and of all together what they come to.
                    Map.entry("read-outcome", Rule.ofRelations(PATIENT, REPRESENTATIVE)),
                    Map.entry("report-outcome", Rule.ofRelations(PATIENT, REPRESENTATIVE)),
                    Map.entry("read-outcomes", Rule.ofRoles(STAFF)),
                    Map.entry("read-advice", Rule.ofRelations(PATIENT_SIDE)),
                    Map.entry("read-draft-checklist", Rule.ofRelations(PATIENT_SIDE)),
                    Map.entry("read-delay", Rule.ofRoles(STAFF).orRelations(PATIENT_SIDE)),
                    Map.entry("move-treatment-date", Rule.ofRelations(PATIENT_SIDE)),
                    Map.entry("edit-draft", Rule.ofRelations(PATIENT_SIDE)),
                    Map.entry("record-consent", Rule.ofRelations(PATIENT_SIDE)),
                    Map.entry("revoke-consent", Rule.ofRoles(STAFF).orRelations(PATIENT_SIDE)),
                    Map.entry("acknowledge", Rule.ofRelations(PATIENT_SIDE)),
                    Map.entry("submit-case", Rule.ofRelations(PATIENT_SIDE)),
                    Map.entry("withdraw-case", Rule.ofRelations(PATIENT_SIDE)),
                    Map.entry("close-case", Rule.ofRoles(STAFF).orRelations(PATIENT_SIDE)),
                    Map.entry("open-follow-on", Rule.ofRelations(PATIENT_SIDE)),
                    Map.entry("quote-price", Rule.ofRoles(STAFF)),
                    Map.entry("agree-to-price", Rule.ofRelations(PATIENT_SIDE)),
                    Map.entry("triage-case", Rule.ofRoles(STAFF)),
                    Map.entry("decline-case", Rule.ofRoles(STAFF)),
                    Map.entry("redirect-case", Rule.ofRoles(STAFF)));

    private static final Readers ALL_BUT_WHO_WAS_ONLY_ASKED =
            Readers.nobody()
                    .orRole("coordinator")
                    .orRole("clinical-lead")
                    .orPatientSide()
                    .orRelation(REVIEWER)
                    .orRelation(BREAK_GLASS);

    /** Like the reviewer, who sees the first opinion in time; a second reader never does. */
    private static final Readers OF_THE_CASE = ALL_BUT_WHO_WAS_ONLY_ASKED.orRelation(SECOND_READER);

    private static final Map<String, Readers> FIELDS =
            Map.of(
                    "patient",
                    OF_THE_CASE,
                    "case-words",
                    OF_THE_CASE,
                    "break-glass-words",
                    Readers.nobody().orRole("clinical-lead"),
                    // The reviewer reads first and compares afterwards.
                    "first-opinion",
                    ALL_BUT_WHO_WAS_ONLY_ASKED.orRelation(
                            REVIEWER,
                            "under-review",
                            "awaiting-answer",
                            "in-quality-review",
                            "signed",
                            "released"));

    @Override
    public Map<String, Rule> rules() {
        return RULES;
    }

    @Override
    public Map<String, Readers> fields() {
        return FIELDS;
    }

    private static String[] listers() {
        return new String[] {
            "patient", "representative", "referrer", "reviewer", "coordinator", "clinical-lead"
        };
    }
}
