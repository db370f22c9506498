package org.consilium.review.signature;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.assignment.CaseRequirements;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.desk.Reviews;
import org.consilium.review.opinion.Opinions;
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

    Dossiers(
            Reviews reviews,
            Cases cases,
            CaseRequirements requirements,
            Opinions opinions,
            Candidates candidates) {
        this.reviews = reviews;
        this.cases = cases;
        this.requirements = requirements;
        this.opinions = opinions;
        this.candidates = candidates;
    }

    Uni<Dossier> of(UUID caseId, UUID signer, UnitOfWork work) {
        return written(caseId, work).chain(written -> with(written, caseId, signer, work));
    }

    private Uni<Dossier> with(Written written, UUID caseId, UUID signer, UnitOfWork work) {
        return asked(caseId, work)
                .chain(
                        asked ->
                                candidates
                                        .known(signer, work)
                                        .map(known -> new Dossier(asked, written, known)));
    }

    private Uni<Written> written(UUID caseId, UnitOfWork work) {
        return reviews.find(caseId, work)
                .chain(
                        review ->
                                opinions.draft(caseId, work)
                                        .map(draft -> new Written(review, draft)));
    }

    private Uni<Asked> asked(UUID caseId, UnitOfWork work) {
        return cases.facts(caseId, work).chain(facts -> asked(facts, work));
    }

    private Uni<Asked> asked(CaseFacts facts, UnitOfWork work) {
        return requirements
                .of(facts.caseId(), work)
                .chain(
                        needed ->
                                cases.documents(facts.caseId(), work)
                                        .map(documents -> new Asked(facts, needed, documents)));
    }
}
