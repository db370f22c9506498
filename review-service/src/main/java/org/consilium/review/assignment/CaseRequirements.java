package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.contracts.Relation;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.directory.Directory;
import org.consilium.review.matching.Requirements;

/** What a case asks of its reviewer, by what triage and the directory say now. */
@ApplicationScoped
public class CaseRequirements {

    private static final Set<Relation> PATIENT_SIDE =
            EnumSet.of(Relation.PATIENT, Relation.REPRESENTATIVE, Relation.REFERRER);

    private final Cases cases;
    private final CaseAccess access;
    private final Directory directory;

    CaseRequirements(Cases cases, CaseAccess access, Directory directory) {
        this.cases = cases;
        this.access = access;
        this.directory = directory;
    }

    public Uni<Requirements> of(UUID caseId, UnitOfWork work) {
        return cases.facts(caseId, work)
                .map(CaseFacts::triaged)
                .chain(
                        triaged ->
                                organisationsOf(triaged, work)
                                        .chain(found -> with(found, triaged, work)));
    }

    private Uni<Requirements> with(Set<UUID> organisations, CaseTriaged triaged, UnitOfWork work) {
        return access.people(triaged.caseId(), PATIENT_SIDE, work)
                .chain(
                        participants ->
                                readers(triaged.caseId(), work)
                                        .map(readers -> both(participants, readers)))
                .map(participants -> requirements(triaged, organisations, participants));
    }

    /**
     * Whoever broke the glass has seen the first opinion: their reading would not be their own. Nor
     * is a case reviewed or checked by whoever reads it a second time.
     */
    private Uni<Set<UUID>> readers(UUID caseId, UnitOfWork work) {
        return access.everLetIn(caseId, Relation.BREAK_GLASS, work)
                .chain(
                        broke ->
                                access.everLetIn(caseId, Relation.SECOND_READER, work)
                                        .map(second -> both(broke, second)));
    }

    private static Set<UUID> both(Set<UUID> participants, Set<UUID> readers) {
        var all = new HashSet<>(participants);
        all.addAll(readers);
        return all;
    }

    private Uni<Set<UUID>> organisationsOf(CaseTriaged triaged, UnitOfWork work) {
        return directory.organisationsOf(
                triaged.firstTeamOrganisation(), clinicians(triaged), work);
    }

    private static Requirements requirements(
            CaseTriaged triaged, Set<UUID> organisations, Set<UUID> participants) {
        return new Requirements(
                triaged.specialty(),
                triaged.jurisdiction(),
                triaged.languages(),
                triaged.urgency(),
                organisations,
                clinicians(triaged),
                participants);
    }

    private static Set<UUID> clinicians(CaseTriaged triaged) {
        return triaged.firstTeamClinicians() == null ? Set.of() : triaged.firstTeamClinicians();
    }
}
