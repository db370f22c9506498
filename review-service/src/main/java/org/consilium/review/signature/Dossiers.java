package org.consilium.review.signature;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.assignment.CaseRequirements;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.critical.CriticalFindings;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.matching.Requirements;
import org.consilium.review.opinion.Opinions;
import org.consilium.review.reading.CommittedReading;
import org.consilium.review.reading.Readings;
import org.consilium.review.reviewers.Candidates;
import org.consilium.review.signature.Dossier.Asked;
import org.consilium.review.signature.Dossier.Written;

/**
 * Gathers what a signature is decided on, one after the other: a session bears no parallel reads.
 */
@ApplicationScoped
class Dossiers {

    private final Reviews reviews;
    private final Cases cases;
    private final CaseRequirements requirements;
    private final Opinions opinions;
    private final Candidates candidates;
    private final Readings readings;
    private final CriticalFindings findings;

    Dossiers(
            Reviews reviews,
            Cases cases,
            CaseRequirements requirements,
            Opinions opinions,
            Candidates candidates,
            Readings readings,
            CriticalFindings findings) {
        this.reviews = reviews;
        this.cases = cases;
        this.requirements = requirements;
        this.opinions = opinions;
        this.candidates = candidates;
        this.readings = readings;
        this.findings = findings;
    }

    Uni<Dossier> of(UUID caseId, UUID signer, UnitOfWork work) {
        return written(caseId, signer, work).chain(written -> with(written, caseId, signer, work));
    }

    private Uni<Dossier> with(Written written, UUID caseId, UUID signer, UnitOfWork work) {
        return asked(caseId, work)
                .chain(
                        asked ->
                                candidates
                                        .known(signer, work)
                                        .map(known -> new Dossier(asked, written, known)));
    }

    private Uni<Written> written(UUID caseId, UUID signer, UnitOfWork work) {
        return reviews.find(caseId, work).chain(review -> written(caseId, signer, review, work));
    }

    private Uni<Written> written(UUID caseId, UUID signer, Review review, UnitOfWork work) {
        return opinions.draft(caseId, work)
                .chain(
                        draft ->
                                readings.of(caseId, signer, work)
                                        .map(read -> new Written(review, draft, axesOf(read))));
    }

    private static Set<String> axesOf(CommittedReading read) {
        return read == null ? Set.of() : read.reading().axes().keySet();
    }

    private Uni<Asked> asked(UUID caseId, UnitOfWork work) {
        return cases.facts(caseId, work).chain(facts -> asked(facts, work));
    }

    private Uni<Asked> asked(CaseFacts facts, UnitOfWork work) {
        return requirements
                .of(facts.caseId(), work)
                .chain(
                        needed ->
                                findings.any(facts.caseId(), work)
                                        .chain(flagged -> asked(facts, needed, flagged, work)));
    }

    private Uni<Asked> asked(
            CaseFacts facts, Requirements needed, boolean criticalFlagged, UnitOfWork work) {
        return cases.documents(facts.caseId(), work)
                .map(documents -> new Asked(facts, needed, documents, criticalFlagged));
    }
}
