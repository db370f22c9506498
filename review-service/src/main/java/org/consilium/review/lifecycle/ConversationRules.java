package org.consilium.review.lifecycle;

import static org.consilium.contracts.ReviewEvent.Closing.UNANSWERED;
import static org.consilium.contracts.ReviewEvent.Closing.WITHDRAWN;
import static org.consilium.review.lifecycle.Decision.moved;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.Refusal.FOLLOW_UPS_USED_UP;
import static org.consilium.review.lifecycle.Refusal.FOLLOW_UP_WINDOW_CLOSED;
import static org.consilium.review.lifecycle.Refusal.NOT_ALLOWED_IN_THIS_STATE;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_ASSIGNED_REVIEWER;
import static org.consilium.review.lifecycle.Refusal.NOT_YOURS_TO_ANSWER;
import static org.consilium.review.lifecycle.Refusal.NO_SUCH_OPEN_FOLLOW_UP;
import static org.consilium.review.lifecycle.Refusal.NO_SUCH_OPEN_QUESTION;
import static org.consilium.review.lifecycle.Refusal.OWN_READING_NOT_COMMITTED;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.Closing;
import org.consilium.contracts.ReviewEvent.FollowUpAnswered;
import org.consilium.contracts.ReviewEvent.FollowUpAsked;
import org.consilium.contracts.ReviewEvent.InformationGiven;
import org.consilium.contracts.ReviewEvent.InformationRequestClosed;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.review.lifecycle.Review.AwaitingAnswer;
import org.consilium.review.lifecycle.Review.InQualityReview;
import org.consilium.review.lifecycle.Review.IndependentReading;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.Review.Signed;
import org.consilium.review.lifecycle.Review.UnderReview;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.Review.Writing;
import org.consilium.review.lifecycle.Review.Written;
import org.consilium.review.lifecycle.ReviewCommand.AnswerFollowUp;
import org.consilium.review.lifecycle.ReviewCommand.AnswerQuestion;
import org.consilium.review.lifecycle.ReviewCommand.AskFollowUp;
import org.consilium.review.lifecycle.ReviewCommand.AskQuestion;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpQuestion;
import org.consilium.review.lifecycle.ReviewCommand.Side;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawQuestion;

/**
 * The lifecycle's rules of asking and answering: the reviewer before the signature, the patient
 * after it.
 */
final class ConversationRules {

    static final int MAX_FOLLOW_UPS = 3;

    private ConversationRules() {}

    static Decision ask(Review review, AskQuestion c) {
        return switch (review) {
            case UnderReview(var id, var reviewer, var due) ->
                    asked(id, reviewer, due, Map.of(), c);
            case AwaitingAnswer(var id, var reviewer, var due, var open) ->
                    asked(id, reviewer, due, open, c);
            case IndependentReading _ -> refused(OWN_READING_NOT_COMMITTED);
            case Searching _, Written _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision asked(
            UUID id, UUID reviewer, Instant due, Map<UUID, Addressee> open, AskQuestion c) {
        if (!reviewer.equals(c.reviewer())) {
            return refused(NOT_THE_ASSIGNED_REVIEWER);
        }
        var nowOpen = new HashMap<>(open);
        nowOpen.put(c.questionId(), c.addressee());
        return moved(
                new AwaitingAnswer(id, reviewer, due, Map.copyOf(nowOpen)),
                new InformationRequested(
                        id, c.questionId(), reviewer, c.addressee(), c.answerDue()));
    }

    static Decision answer(Review review, AnswerQuestion c) {
        return switch (review) {
            case AwaitingAnswer waiting when !waiting.openQuestions().containsKey(c.questionId()) ->
                    refused(NO_SUCH_OPEN_QUESTION);
            case AwaitingAnswer waiting
                    when !whoAnswer(waiting.openQuestions().get(c.questionId()))
                            .contains(c.side()) ->
                    refused(NOT_YOURS_TO_ANSWER);
            case AwaitingAnswer waiting ->
                    moved(
                            without(c.questionId(), waiting),
                            new InformationGiven(waiting.caseId(), c.questionId(), c.person()));
            case UnderReview _ -> refused(NO_SUCH_OPEN_QUESTION);
            case Searching _, IndependentReading _, Written _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    /** From then on the question counts as unanswered, and the reviewer may go on. */
    static Decision giveUp(Review review, GiveUpQuestion c) {
        return closed(review, c.questionId(), UNANSWERED);
    }

    static Decision withdraw(Review review, WithdrawQuestion c) {
        return review instanceof AwaitingAnswer waiting && !waiting.reviewer().equals(c.reviewer())
                ? refused(NOT_THE_ASSIGNED_REVIEWER)
                : closed(review, c.questionId(), WITHDRAWN);
    }

    private static Decision closed(Review review, UUID questionId, Closing why) {
        return switch (review) {
            case AwaitingAnswer waiting when waiting.openQuestions().containsKey(questionId) ->
                    moved(
                            without(questionId, waiting),
                            new InformationRequestClosed(waiting.caseId(), questionId, why));
            case AwaitingAnswer _, UnderReview _ -> refused(NO_SUCH_OPEN_QUESTION);
            case Searching _, IndependentReading _, Written _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    /**
     * A coordinator answers what is about the process, and passes on what a first team says that
     * has nobody on the case. Otherwise it is reached through the patient's side: the referrer is
     * of it, or the family asks there.
     */
    static Set<Side> whoAnswer(Addressee addressee) {
        return switch (addressee) {
            case REQUESTER -> Set.of(Side.PATIENT);
            case FIRST_TEAM -> Set.of(Side.PATIENT, Side.COORDINATOR_FOR_FIRST_TEAM);
            case COORDINATOR -> Set.of(Side.COORDINATOR, Side.COORDINATOR_FOR_FIRST_TEAM);
        };
    }

    private static Review without(UUID questionId, AwaitingAnswer waiting) {
        var open = new HashMap<>(waiting.openQuestions());
        open.remove(questionId);
        return open.isEmpty()
                ? new UnderReview(waiting.caseId(), waiting.reviewer(), waiting.opinionDue())
                : new AwaitingAnswer(
                        waiting.caseId(),
                        waiting.reviewer(),
                        waiting.opinionDue(),
                        Map.copyOf(open));
    }

    static Decision askFollowUp(Review review, AskFollowUp c) {
        return switch (review) {
            case Released released when !c.askedAt().isBefore(released.followUpUntil()) ->
                    refused(FOLLOW_UP_WINDOW_CLOSED);
            case Released released when released.followUpsAsked() >= MAX_FOLLOW_UPS ->
                    refused(FOLLOW_UPS_USED_UP);
            case Released released -> {
                var open = new HashSet<>(released.openFollowUps());
                open.add(c.followUpId());
                yield moved(
                        released.withFollowUps(open, released.followUpsAsked() + 1),
                        new FollowUpAsked(released.caseId(), c.followUpId(), c.person()));
            }
            case Searching _, Writing _, InQualityReview _, Signed _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    static Decision answerFollowUp(Review review, AnswerFollowUp c) {
        return switch (review) {
            case Released released when !released.reviewer().equals(c.reviewer()) ->
                    refused(NOT_THE_ASSIGNED_REVIEWER);
            case Released released when !released.openFollowUps().contains(c.followUpId()) ->
                    refused(NO_SUCH_OPEN_FOLLOW_UP);
            case Released released -> {
                var open = new HashSet<>(released.openFollowUps());
                open.remove(c.followUpId());
                yield moved(
                        released.withFollowUps(open, released.followUpsAsked()),
                        new FollowUpAnswered(
                                released.caseId(), c.followUpId(), c.addendumId(), c.reviewer()));
            }
            case Searching _, Writing _, InQualityReview _, Signed _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }
}
