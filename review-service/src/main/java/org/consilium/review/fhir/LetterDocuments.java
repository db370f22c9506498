package org.consilium.review.fhir;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.OwnContext;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.letter.LetterWords;
import org.consilium.review.opinion.OpinionReading;
import org.consilium.review.opinion.Opinions;
import org.consilium.review.opinion.SignedOpinion;
import org.consilium.review.quality.Submission;
import org.consilium.review.quality.Submissions;
import org.consilium.review.seal.Seal;

/** Gathers what a document says, under the letter's own rule of who may read it. */
@ApplicationScoped
class LetterDocuments {

    private final OpinionReading reading;
    private final Opinions opinions;
    private final Submissions submissions;
    private final Seal seal;
    private final OwnContext context;

    LetterDocuments(
            OpinionReading reading,
            Opinions opinions,
            Submissions submissions,
            Seal seal,
            OwnContext context) {
        this.reading = reading;
        this.opinions = opinions;
        this.submissions = submissions;
        this.seal = seal;
        this.context = context;
    }

    /** Fails with not-found where the letter itself would. */
    Uni<Delivered> delivered(UUID caseId, Integer version, Viewer viewer, UnitOfWork work) {
        return reading.signed(caseId, version, viewer, work)
                .chain(opinion -> delivered(opinion, work));
    }

    private Uni<Delivered> delivered(SignedOpinion opinion, UnitOfWork work) {
        return submissions
                .find(opinion.opinionId(), work)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(
                        submission ->
                                replaced(opinion, work)
                                        .map(earlier -> delivered(opinion, submission, earlier)));
    }

    /** Null for a first version. */
    private Uni<UUID> replaced(SignedOpinion opinion, UnitOfWork work) {
        return opinion.replaces() == null
                ? Uni.createFrom().nullItem()
                : opinions.signed(opinion.caseId(), opinion.replaces().version(), work)
                        .map(SignedOpinion::opinionId);
    }

    private Delivered delivered(SignedOpinion opinion, Submission submission, UUID replaced) {
        var words = LetterWords.in(submission.language());
        var page = submission.page().scored(axis -> significance(opinion, axis, words));
        return new Delivered(opinion, page, words, replaced, seal.owner());
    }

    /** Null where nothing differs. */
    private static String significance(SignedOpinion opinion, String axis, LetterWords words) {
        var scored = opinion.content().axes().get(axis).significance();
        return scored == null ? null : words.of("significance." + scored.code());
    }

    /** An opinion may be long: its text is not put together where others wait for their answers. */
    Uni<String> written(Delivered letter) {
        return context.stayingOn(
                Uni.createFrom()
                        .item(() -> LetterDocument.of(letter))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
                UnaryOperator.identity());
    }
}
