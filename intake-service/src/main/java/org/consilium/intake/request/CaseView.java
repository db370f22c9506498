package org.consilium.intake.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Triage;
import org.consilium.intake.cases.Consent;
import org.consilium.intake.cases.Content;
import org.consilium.intake.cases.Content.FirstOpinion;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.followon.Links;
import org.consilium.intake.price.PriceView;

/**
 * A case as somebody may see it. What a viewer may not see is absent.
 *
 * @param relations of the caller; empty for staff
 * @param turn whose turn it is: patient, record-holder, coordinator, reviewer, quality or nobody
 * @param firstOpinionMasked the first opinion exists and is kept from this viewer
 * @param shortOfTime the delay guard warns: the opinion may come late for the treatment
 * @param leftAlone nobody of the patient's side is on the case any more: staff closes it
 * @param gate what is known of an operation; it tells the first plan and is masked with it
 * @param links the case this one came from and those it led to; each shows itself to its own people
 *     only
 * @param reviewEndReason the code with which {@code reviewEndedBy}, of our staff, ended the review;
 *     the case is to be closed
 * @param endReason the code with which the case ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        UUID caseId,
        String reference,
        String state,
        String turn,
        ProgrammeRef programme,
        String service,
        String language,
        Set<Relation> relations,
        Case.Requester requester,
        Instant openedAt,
        Case.Patient patient,
        Set<String> reasons,
        String clinicalArea,
        Content.Summary summary,
        FirstOpinion firstOpinion,
        Boolean firstOpinionMasked,
        LocalDate treatmentDate,
        List<Content.Question> questions,
        Map<String, Content.GateAnswer> gate,
        List<Consent> consents,
        Set<String> acknowledged,
        Boolean expedited,
        LocalDate opinionExpectedBy,
        boolean shortOfTime,
        boolean leftAlone,
        TriageView triage,
        Case.Records records,
        PriceView price,
        Links links,
        UUID reviewer,
        Instant opinionDue,
        Instant followUpUntil,
        String reviewEndReason,
        UUID reviewEndedBy,
        String endReason) {

    record ProgrammeRef(String id, int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TriageView(
            String specialty,
            Urgency urgency,
            String jurisdiction,
            Set<String> languages,
            UUID firstTeamOrganisation,
            Set<UUID> firstTeamClinicians) {

        /** Who the first team was would tell much of what it said. */
        TriageView withoutFirstTeam() {
            return new TriageView(specialty, urgency, jurisdiction, languages, null, null);
        }

        static TriageView of(Triage triage) {
            return new TriageView(
                    triage.specialty(),
                    triage.urgency(),
                    triage.jurisdiction(),
                    triage.languages(),
                    triage.firstTeamOrganisation(),
                    triage.firstTeamClinicians());
        }
    }

    /** For the patient's side and for staff. */
    static CaseView whole(Case seen, Set<Relation> relations) {
        return of(seen, relations, seen.content().firstOpinion(), null);
    }

    /** For the reviewer: the first opinion only after their own reading is committed. */
    static CaseView forReviewer(Case seen, Set<Relation> relations) {
        var known = CaseFacts.of(seen.state());
        var masked = known.reading() == null || !known.reading().firstOpinionShown();
        var first = masked ? null : seen.content().firstOpinion();
        return of(seen, relations, first, masked);
    }

    /** For who reads a second time: never the first opinion, nor who else reviews. */
    static CaseView forSecondReader(Case seen, Set<Relation> relations) {
        return of(seen, relations, null, true);
    }

    /** {@code masked} is null for everybody but those who review: no consents and no price. */
    private static CaseView of(Case seen, Set<Relation> held, FirstOpinion first, Boolean masked) {
        var known = CaseFacts.of(seen.state());
        var content = seen.content();
        return new CaseView(
                seen.id(),
                seen.reference(),
                seen.state().code(),
                Turn.of(seen).code(),
                new ProgrammeRef(seen.programme().id(), seen.programme().version()),
                seen.service(),
                seen.language(),
                held,
                seen.requester(),
                seen.openedAt(),
                seen.patient(),
                content.reasons(),
                content.clinicalArea(),
                content.summary(),
                first,
                masked,
                content.treatmentDate(),
                content.questions(),
                Boolean.TRUE.equals(masked) ? null : content.gate(),
                masked == null ? seen.consents() : null,
                seen.state() instanceof Draft(var acknowledged) ? acknowledged : null,
                known.expedited(),
                known.opinionExpectedBy(),
                seen.isShortOfTime(),
                seen.isLeftAlone(),
                triage(known.triage(), masked),
                seen.records(),
                masked == null ? PriceView.of(seen) : null,
                masked == null ? seen.links() : null,
                held.contains(Relation.SECOND_READER) ? null : known.reviewer(),
                known.opinionDue(),
                known.followUpUntil(),
                known.reviewEndReason(),
                known.reviewEndedBy(),
                known.endReason());
    }

    private static TriageView triage(Triage triage, Boolean masked) {
        if (triage == null) {
            return null;
        }
        var view = TriageView.of(triage);
        return Boolean.TRUE.equals(masked) ? view.withoutFirstTeam() : view;
    }
}
