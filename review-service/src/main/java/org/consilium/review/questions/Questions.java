package org.consilium.review.questions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.Closing;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewConfig;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.lifecycle.ReviewCommand.AnswerQuestion;
import org.consilium.review.lifecycle.ReviewCommand.Side;

/** What the reviewer asked back, and the answers, in words. */
@ApplicationScoped
public class Questions {

    private static final int MOST = 500;

    private final Ids ids;
    private final ReviewConfig config;
    private final Answering answering;

    Questions(Ids ids, ReviewConfig config, Answering answering) {
        this.ids = ids;
        this.config = config;
        this.answering = answering;
    }

    QuestionRow asked(UUID caseId, Addressee addressee, String text, UnitOfWork work) {
        var row = new QuestionRow();
        row.id = ids.next();
        row.caseId = caseId;
        row.addressee = addressee;
        row.text = text;
        row.askedAt = work.now();
        row.answerDue = work.now().plus(config.answerWindow());
        return row;
    }

    Uni<Void> keep(QuestionRow asked, UnitOfWork work) {
        return work.session().persist(asked);
    }

    Uni<Void> answer(AnswerQuestion command, String text, UnitOfWork work) {
        return work.session()
                .find(QuestionRow.class, command.questionId())
                .invoke(
                        row -> {
                            row.answer = text;
                            row.answeredBy = command.person();
                            row.answeredAt = work.now();
                            row.relayed =
                                    row.addressee == Addressee.FIRST_TEAM
                                            && command.side() != Side.PATIENT;
                        })
                .replaceWithVoid();
    }

    Uni<Void> close(UUID questionId, Closing why, UnitOfWork work) {
        return work.session()
                .find(QuestionRow.class, questionId)
                .invoke(row -> row.closing = why)
                .replaceWithVoid();
    }

    /** Of a reviewer who does not go on. */
    public Uni<Void> closeOpen(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "update question set closing = :why where case_id = :case and answer is null and closing is null")
                .setParameter("why", Closing.WITHDRAWN.name())
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** In the order they were asked: those that are the viewer's to see. */
    Uni<List<QuestionRow>> of(UUID caseId, Viewer viewer, UnitOfWork work) {
        return answering
                .sideOf(viewer, caseId, work)
                .chain(
                        side ->
                                all(caseId, work)
                                        .map(
                                                rows ->
                                                        rows.stream()
                                                                .filter(
                                                                        row ->
                                                                                Answering.maySee(
                                                                                        viewer,
                                                                                        side,
                                                                                        row.addressee))
                                                                .toList()));
    }

    private static Uni<List<QuestionRow>> all(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery("from QuestionRow where caseId = :case order by id", QuestionRow.class)
                .setParameter("case", caseId)
                .setMaxResults(MOST)
                .getResultList();
    }
}
