package org.consilium.review;

import static org.consilium.contracts.Relation.BREAK_GLASS;
import static org.consilium.contracts.Relation.OFFERED_REVIEWER;
import static org.consilium.contracts.Relation.PATIENT;
import static org.consilium.contracts.Relation.REFERRER;
import static org.consilium.contracts.Relation.REPRESENTATIVE;
import static org.consilium.contracts.Relation.REVIEWER;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.consilium.kit.access.AccessPolicy;
import org.consilium.kit.access.Readers;
import org.consilium.kit.access.Rule;

/**
 * Who may do what here. An operator stands in no rule, and a coordinator in none by which clinical
 * text is read or written.
 */
@ApplicationScoped
class ReviewPolicy implements AccessPolicy {

    private static final String LEAD = "clinical-lead";
    private static final String COORDINATOR = "coordinator";

    private static final Rule ASSIGNED = Rule.ofRelations(REVIEWER);
    private static final Rule PATIENT_SIDE = Rule.ofRelations(PATIENT, REPRESENTATIVE, REFERRER);
    private static final Rule SHARING = Rule.ofRelations(PATIENT, REPRESENTATIVE);
    private static final Rule OPINION_READERS =
            Rule.ofRoles(LEAD).orRelations(REVIEWER, PATIENT, REPRESENTATIVE, REFERRER).andLogged();
    private static final Rule RELEASED_OPINION_READERS =
            Rule.ofRoles(LEAD)
                    .orRelations(REVIEWER, PATIENT, REPRESENTATIVE, REFERRER, BREAK_GLASS)
                    .andLogged();

    private static final Map<String, Rule> RULES =
            Map.ofEntries(
                    Map.entry("write-directory", Rule.ofRoles(LEAD, COORDINATOR)),
                    Map.entry("read-directory", Rule.ofRoles(LEAD, COORDINATOR)),
                    Map.entry("write-reviewers", Rule.ofRoles(LEAD)),
                    Map.entry("read-reviewers", Rule.ofRoles(LEAD, COORDINATOR)),
                    // Their own, which the resource holds; the lead only reads.
                    Map.entry("read-declaration", Rule.ofRoles(LEAD, "reviewer")),
                    Map.entry("write-declaration", Rule.ofRoles("reviewer")),
                    // Which reviewer a family may look up, the query says: the one of their case.
                    Map.entry(
                            "read-profile",
                            Rule.ofRoles(
                                    LEAD, COORDINATOR, "patient", "representative", "referrer")),
                    Map.entry("read-matching", Rule.ofRoles(LEAD, COORDINATOR)),
                    Map.entry("run-matching", Rule.ofRoles(LEAD)),
                    Map.entry("override-assignment", Rule.ofRoles(LEAD)),
                    Map.entry("read-overrides", Rule.ofRoles(LEAD)),
                    Map.entry("read-statistics", Rule.ofRoles(LEAD)),
                    Map.entry("list-reviews", Rule.ofRoles(LEAD, COORDINATOR, "reviewer")),
                    Map.entry(
                            "read-review",
                            Rule.ofRoles(LEAD, COORDINATOR)
                                    .orRelations(
                                            REVIEWER,
                                            OFFERED_REVIEWER,
                                            PATIENT,
                                            REPRESENTATIVE,
                                            REFERRER,
                                            BREAK_GLASS)),
                    // By role: a repeated request gets its first answer again, and whoever was a
                    // moment late is told so. The desk answers not-found to all others.
                    Map.entry("accept-offer", Rule.ofRoles("reviewer")),
                    Map.entry("decline-offer", Rule.ofRoles("reviewer")),
                    // The same: whoever gave the case back has no relation to it any more.
                    Map.entry("give-case-back", Rule.ofRoles("reviewer")),
                    Map.entry("assign-anew", Rule.ofRoles(LEAD)),
                    Map.entry("confirm-assignment", Rule.ofRoles(LEAD)),
                    Map.entry("withdraw-review", Rule.ofRoles(LEAD, COORDINATOR)),
                    Map.entry("commit-reading", ASSIGNED),
                    Map.entry("read-reading", Rule.ofRoles(LEAD).orRelations(REVIEWER).andLogged()),
                    Map.entry(
                            "read-comparison",
                            Rule.ofRoles(LEAD).orRelations(REVIEWER).andLogged()),
                    Map.entry("ask-question", ASSIGNED),
                    Map.entry(
                            "read-questions",
                            Rule.ofRoles(LEAD, COORDINATOR)
                                    .orRelations(
                                            REVIEWER,
                                            PATIENT,
                                            REPRESENTATIVE,
                                            REFERRER,
                                            BREAK_GLASS)
                                    .andLogged()),
                    Map.entry(
                            "answer-question",
                            Rule.ofRoles(COORDINATOR)
                                    .orRelations(PATIENT, REPRESENTATIVE, REFERRER)),
                    Map.entry("withdraw-question", ASSIGNED),
                    Map.entry("flag-critical-finding", ASSIGNED),
                    // The family hears it from a doctor: of the patient's side the referrer reads.
                    Map.entry(
                            "read-critical-findings",
                            Rule.ofRoles(LEAD, COORDINATOR)
                                    .orRelations(REVIEWER, REFERRER)
                                    .andLogged()),
                    Map.entry(
                            "acknowledge-critical-finding",
                            Rule.ofRoles(LEAD, COORDINATOR).orRelations(REFERRER)),
                    Map.entry("write-opinion", ASSIGNED),
                    Map.entry("read-opinion", RELEASED_OPINION_READERS),
                    Map.entry("amend-opinion", ASSIGNED),
                    Map.entry("end-amendment", Rule.ofRoles(LEAD).orRelations(REVIEWER)),
                    Map.entry(
                            "read-amendments",
                            Rule.ofRoles(LEAD).orRelations(REVIEWER).andLogged()),
                    Map.entry("sign-opinion", ASSIGNED),
                    Map.entry("read-letter", RELEASED_OPINION_READERS),
                    // What there is to share, and whether the patient lets them, the use case
                    // holds.
                    Map.entry("share-letter", SHARING),
                    Map.entry("see-letter-shares", SHARING),
                    Map.entry("revoke-letter-share", SHARING),
                    // Of the reviewers those with that task, and the author reads what was found:
                    // the use case holds both. Whoever asks without that task is shown nothing,
                    // and stands in the log all the same.
                    Map.entry("read-quality-review", Rule.ofRoles(LEAD, "reviewer").andLogged()),
                    Map.entry("check-opinion", Rule.ofRoles(LEAD, "reviewer")),
                    Map.entry("release-opinion", Rule.ofRoles(LEAD)),
                    // By role, as an offer: who is asked, reads or wrote the opinion the use case
                    // holds, and answers not-found to all others.
                    Map.entry("read-second-reading", Rule.ofRoles(LEAD, "reviewer").andLogged()),
                    Map.entry("read-twice", Rule.ofRoles("reviewer")),
                    Map.entry("compare-readings", Rule.ofRoles(LEAD)),
                    Map.entry("adjudicate-readings", Rule.ofRoles(LEAD)),
                    Map.entry("ask-follow-up", PATIENT_SIDE),
                    Map.entry("answer-follow-up", ASSIGNED),
                    Map.entry("read-follow-ups", OPINION_READERS),
                    Map.entry(
                            "read-accesses",
                            Rule.ofRoles(LEAD).orRelations(PATIENT, REPRESENTATIVE)));

    private static final Readers REVIEWER_AND_LEAD =
            Readers.nobody().orRole(LEAD).orRelation(REVIEWER);
    private static final Readers BOTH_SIDES =
            REVIEWER_AND_LEAD.orPatientSide().orRelation(BREAK_GLASS);
    private static final Readers OF_THE_OPINION =
            Readers.nobody()
                    .orRelation(REVIEWER)
                    .orRole(LEAD, "signed", "released")
                    .orPatientSide("released")
                    .withConsentTo(Viewers.READ_OPINION);

    private static final Map<String, Readers> FIELDS =
            Map.ofEntries(
                    // Why somebody is asked whom a rule excludes is between the clinical leads.
                    Map.entry("override", Readers.nobody().orRole(LEAD)),
                    Map.entry("reading", REVIEWER_AND_LEAD),
                    // What is put to the patient may be clinical; a coordinator reads what is put
                    // to them.
                    Map.entry("question", BOTH_SIDES),
                    Map.entry("answer", BOTH_SIDES),
                    Map.entry("process-question", REVIEWER_AND_LEAD.orRole(COORDINATOR)),
                    // Put to a first team that has nobody on the case: a coordinator passes on the
                    // question and what is said to it.
                    Map.entry("hospital-question", BOTH_SIDES.orRole(COORDINATOR)),
                    Map.entry("finding", REVIEWER_AND_LEAD),
                    Map.entry(
                            "critical-finding",
                            REVIEWER_AND_LEAD.orRole(COORDINATOR).orRelation(REFERRER)),
                    // Also to who checks what others wrote: the use case holds whose task it is.
                    Map.entry(
                            "opinion",
                            OF_THE_OPINION
                                    .orRole(LEAD, "in-quality-review", "signed", "released")
                                    .orRole("reviewer", "in-quality-review")
                                    .orRelation(BREAK_GLASS, "released")),
                    Map.entry("follow-up", OF_THE_OPINION));

    @Override
    public Map<String, Rule> rules() {
        return RULES;
    }

    @Override
    public Map<String, Readers> fields() {
        return FIELDS;
    }
}
