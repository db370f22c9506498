package org.consilium.review.questions;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.Closing;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewView;
import org.consilium.review.Viewers;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.ReviewCommand.AnswerQuestion;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawQuestion;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * The reviewer asks; the patient's side answers, a coordinator what is about the process, or for a
 * first team that has nobody on the case.
 */
@Path("/api/reviews/{caseId}/questions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class QuestionResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Questions questions;
    private final Answering answering;
    private final ReviewDesk desk;
    private final Viewers viewers;
    private final Caller caller;

    QuestionResource(
            Idempotency idempotency,
            Transactions transactions,
            Questions questions,
            Answering answering,
            ReviewDesk desk,
            Viewers viewers,
            Caller caller) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.questions = questions;
        this.answering = answering;
        this.desk = desk;
        this.viewers = viewers;
        this.caller = caller;
    }

    record Question(@NotNull Addressee addressee, @NotBlank @Size(max = 5000) String text) {}

    record AnswerText(@NotBlank @Size(max = 20_000) String text) {}

    @POST
    @Guarded("ask-question")
    @Cancellable(false)
    public Uni<Response> ask(@PathParam("caseId") UUID caseId, @Valid @NotNull Question body) {
        var reviewer = caller.subject();
        return idempotency.once(
                body,
                work -> {
                    var row = questions.asked(caseId, body.addressee(), body.text(), work);
                    return desk.perform(caseId, row.askedBy(reviewer), work)
                            .call(() -> questions.keep(row, work))
                            .replaceWith(Answer.created(null, QuestionView.of(row)));
                });
    }

    @GET
    @Guarded("read-questions")
    public Uni<List<QuestionView>> read(@PathParam("caseId") UUID caseId) {
        var actor = caller.actor();
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                transactions.inTransaction(
                                        actor, work -> questions.of(caseId, viewer, work)))
                .map(rows -> rows.stream().map(QuestionView::of).toList());
    }

    @POST
    @Path("/{questionId}/answer")
    @Guarded("answer-question")
    @Cancellable(false)
    public Uni<Response> answer(
            @PathParam("caseId") UUID caseId,
            @PathParam("questionId") UUID questionId,
            @Valid @NotNull AnswerText body) {
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                idempotency.once(
                                        body,
                                        work ->
                                                answering
                                                        .sideOf(viewer, caseId, work)
                                                        .map(
                                                                side ->
                                                                        new AnswerQuestion(
                                                                                questionId,
                                                                                viewer.person(),
                                                                                side))
                                                        .chain(
                                                                command ->
                                                                        answered(
                                                                                caseId, command,
                                                                                body, work))
                                                        .map(ReviewView::stateOf)
                                                        .map(Answer::ok)));
    }

    private Uni<Review> answered(
            UUID caseId, AnswerQuestion command, AnswerText body, UnitOfWork work) {
        return desk.perform(caseId, command, work)
                .call(() -> questions.answer(command, body.text(), work));
    }

    @POST
    @Path("/{questionId}/withdrawal")
    @Guarded("withdraw-question")
    @Cancellable(false)
    public Uni<Response> withdraw(
            @PathParam("caseId") UUID caseId, @PathParam("questionId") UUID questionId) {
        var command = new WithdrawQuestion(questionId, caller.subject());
        return idempotency.once(
                null,
                work ->
                        desk.perform(caseId, command, work)
                                .call(() -> questions.close(questionId, Closing.WITHDRAWN, work))
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }
}
