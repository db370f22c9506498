package org.consilium.review.lifecycle;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.ReviewLifecycle.decide;
import static org.consilium.review.lifecycle.SampleReviews.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.AssignmentEnded;
import org.consilium.contracts.ReviewEvent.Closing;
import org.consilium.contracts.ReviewEvent.InformationRequestClosed;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OfferLapsed;
import org.consilium.review.desk.ReviewJson;
import org.consilium.review.lifecycle.Decision.Moved;
import org.consilium.review.lifecycle.ReviewCommand.AcceptOffer;
import org.consilium.review.lifecycle.ReviewCommand.AnswerFollowUp;
import org.consilium.review.lifecycle.ReviewCommand.AnswerQuestion;
import org.consilium.review.lifecycle.ReviewCommand.AskFollowUp;
import org.consilium.review.lifecycle.ReviewCommand.AskQuestion;
import org.consilium.review.lifecycle.ReviewCommand.AssignAnew;
import org.consilium.review.lifecycle.ReviewCommand.CloseReview;
import org.consilium.review.lifecycle.ReviewCommand.CommitReading;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOffer;
import org.consilium.review.lifecycle.ReviewCommand.DraftOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ExpireOffer;
import org.consilium.review.lifecycle.ReviewCommand.FlagCriticalFinding;
import org.consilium.review.lifecycle.ReviewCommand.GiveCaseBack;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpQuestion;
import org.consilium.review.lifecycle.ReviewCommand.OfferReview;
import org.consilium.review.lifecycle.ReviewCommand.PassOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReleaseOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReturnOpinion;
import org.consilium.review.lifecycle.ReviewCommand.Side;
import org.consilium.review.lifecycle.ReviewCommand.SignOpinion;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawQuestion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReviewLifecycleTest {

    private static final Path DOCUMENT = Path.of("../docs/lifecycle.md");
    private static final String BEGIN = "<!-- lifecycle:review -->\n";
    private static final String END = "<!-- /lifecycle:review -->";

    /** {@code -Dupdate.docs=true} writes the table into the document. */
    @Test
    void the_whole_machine_is_the_table_in_the_document() throws IOException {
        var text = Files.readString(DOCUMENT);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, text.substring(0, from) + table() + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(table());
        }
    }

    private static String table() {
        var lines = new ArrayList<String>();
        lines.add("| the review is | and somebody may | then it is | which is told as |");
        lines.add("| --- | --- | --- | --- |");
        for (var review : oneOfEachState()) {
            for (var command : oneOfEachCommand()) {
                if (decide(review, command) instanceof Moved moved) {
                    lines.add(line(review, command, moved));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(Review review, ReviewCommand command, Moved moved) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        stateOf(review),
                        command.getClass().getSimpleName(),
                        stateOf(moved.to()),
                        moved.because().stream()
                                .map(event -> event.getClass().getSimpleName())
                                .collect(joining(", ")));
    }

    private static String stateOf(Review review) {
        var name = ReviewJson.name(review.getClass());
        return switch (review) {
            case Review.AwaitingAssignment waiting when waiting.proposed() != null ->
                    name + " (override proposed)";
            case Review.Offered offered when offered.offers().size() > 1 -> name + " (to several)";
            case Review.Released released when released.amendment() != null ->
                    name + " (amendment " + released.amendment().step() + ")";
            case Review.Released released when released.closed() -> name + " (case closed)";
            default -> name;
        };
    }

    @Test
    void a_state_survives_being_written_and_read() {
        for (var review : oneOfEachState()) {
            var name = ReviewJson.name(review.getClass());
            assertThat(ReviewJson.read(name, ReviewJson.write(review))).isEqualTo(review);
        }
    }

    @Nested
    class An_offer {

        @Test
        void can_only_be_accepted_by_the_reviewer_it_was_made_to() {
            assertThat(decide(anOffer(), new AcceptOffer(OFFER, SOMEONE_ELSE, SOON)))
                    .isEqualTo(refused(Refusal.NOT_THE_REVIEWER_ASKED));
        }

        @Test
        void that_was_made_earlier_cannot_be_accepted() {
            assertThat(decide(anOffer(), new AcceptOffer(new UUID(9, 9), REVIEWER, SOON)))
                    .isEqualTo(refused(Refusal.NOT_THE_CURRENT_OFFER));
        }

        @Test
        void that_expires_after_the_next_one_was_made_changes_nothing() {
            assertThat(decide(anOffer(), new ExpireOffer(new UUID(9, 9))))
                    .isEqualTo(refused(Refusal.NOT_THE_CURRENT_OFFER));
        }

        @Test
        void once_declined_is_remembered_so_that_nobody_is_asked_twice() {
            var decision = decide(anOffer(), new DeclineOffer(OFFER, REVIEWER, "no-time"));
            assertThat(((Moved) decision).to())
                    .isEqualTo(Review.AwaitingAssignment.of(CASE, Set.of(REVIEWER)));
        }
    }

    @Nested
    class A_reviewer_who_does_not_go_on {

        @Test
        void takes_their_open_questions_along_and_is_not_asked_again() {
            var asking = awaitingAnAnswerFrom(Addressee.REQUESTER);
            var decision =
                    (Moved) decide(asking, new GiveCaseBack(REVIEWER, "ill", Set.of(SOMEONE_ELSE)));
            assertThat(decision.to())
                    .isEqualTo(Review.AwaitingAssignment.of(CASE, Set.of(REVIEWER, SOMEONE_ELSE)));
            assertThat(decision.because())
                    .containsExactly(
                            new InformationRequestClosed(CASE, QUESTION, Closing.WITHDRAWN),
                            new AssignmentEnded(CASE, REVIEWER, REVIEWER, "ill"));
        }

        @Test
        void is_the_assigned_one() {
            assertThat(decide(underReview(), new GiveCaseBack(SOMEONE_ELSE, "ill", Set.of())))
                    .isEqualTo(refused(Refusal.NOT_THE_ASSIGNED_REVIEWER));
        }

        @Test
        void does_not_assign_it_anew_themselves() {
            assertThat(decide(underReview(), new AssignAnew(REVIEWER, "overdue", Set.of())))
                    .isEqualTo(refused(Refusal.NOT_YOUR_OWN_REVIEW));
        }
    }

    @Test
    void a_critical_finding_is_flagged_by_the_reviewer_at_any_time_before_the_opinion_is_final() {
        for (var open : List.of(anIndependentReading(), underReview(), inQualityReview())) {
            assertThat(decide(open, new FlagCriticalFinding(REVIEWER, new UUID(9, 9), SOON)))
                    .isInstanceOf(Moved.class);
            assertThat(decide(open, new FlagCriticalFinding(SOMEONE_ELSE, new UUID(9, 9), SOON)))
                    .isEqualTo(refused(Refusal.NOT_THE_ASSIGNED_REVIEWER));
        }
        assertThat(decide(signed(), new FlagCriticalFinding(REVIEWER, new UUID(9, 9), SOON)))
                .isEqualTo(refused(Refusal.NOT_ALLOWED_IN_THIS_STATE));
    }

    @Test
    void a_closed_case_takes_no_follow_up_questions_though_its_window_was_longer() {
        var closed = ((Moved) decide(released(), new CloseReview(SOON.minusSeconds(9)))).to();
        assertThat(decide(closed, new AskFollowUp(new UUID(9, 9), PATIENT, SOON.minusSeconds(9))))
                .isEqualTo(refused(Refusal.FOLLOW_UP_WINDOW_CLOSED));
    }

    @Nested
    class Of_several_offers_at_once {

        @Test
        void the_first_acceptance_wins_and_the_others_lapse() {
            var decision =
                    (Moved) decide(twoOffers(), new AcceptOffer(OTHER_OFFER, SOMEONE_ELSE, SOON));
            assertThat(decision.to())
                    .isEqualTo(new Review.IndependentReading(CASE, SOMEONE_ELSE, SOON));
            assertThat(decision.because())
                    .containsExactly(
                            new OfferAccepted(CASE, OTHER_OFFER, SOMEONE_ELSE, SOON),
                            new OfferLapsed(CASE, OFFER, REVIEWER));
        }

        @Test
        void one_that_ends_leaves_the_others_open() {
            for (var end :
                    List.of(new DeclineOffer(OFFER, REVIEWER, "no-time"), new ExpireOffer(OFFER))) {
                var left = (Review.Offered) ((Moved) decide(twoOffers(), end)).to();
                assertThat(left.asked()).containsExactly(REVIEWER);
                assertThat(left.offers())
                        .extracting(Review.Offer::reviewer)
                        .containsExactly(SOMEONE_ELSE);
            }
        }

        @Test
        void nobody_holds_two() {
            var again = new OfferReview(List.of(new Review.Offer(new UUID(9, 9), REVIEWER, SOON)));
            assertThat(decide(twoOffers(), again)).isEqualTo(refused(Refusal.ASKED_ALREADY));
        }

        @Test
        void a_reviewer_cannot_accept_the_other_ones() {
            assertThat(decide(twoOffers(), new AcceptOffer(OTHER_OFFER, REVIEWER, SOON)))
                    .isEqualTo(refused(Refusal.NOT_THE_CURRENT_OFFER));
        }
    }

    @Nested
    class Before_the_own_reading {

        @Test
        void no_opinion_can_be_drafted_and_nothing_asked() {
            var reading = anIndependentReading();
            assertThat(decide(reading, new DraftOpinion(REVIEWER)))
                    .isEqualTo(refused(Refusal.OWN_READING_NOT_COMMITTED));
            assertThat(
                            decide(
                                    reading,
                                    new AskQuestion(REVIEWER, QUESTION, Addressee.REQUESTER, SOON)))
                    .isEqualTo(refused(Refusal.OWN_READING_NOT_COMMITTED));
        }

        @Test
        void nobody_else_can_commit_one() {
            assertThat(decide(anIndependentReading(), new CommitReading(SOMEONE_ELSE)))
                    .isEqualTo(refused(Refusal.NOT_THE_ASSIGNED_REVIEWER));
        }
    }

    @Nested
    class A_question {

        @Test
        void to_the_coordinator_is_not_the_patients_to_answer() {
            assertThat(
                            decide(
                                    awaitingAnAnswerFrom(Addressee.COORDINATOR),
                                    new AnswerQuestion(QUESTION, PATIENT, Side.PATIENT)))
                    .isEqualTo(refused(Refusal.NOT_YOURS_TO_ANSWER));
        }

        @Test
        void to_the_patient_or_the_first_team_is_not_the_coordinators_to_answer() {
            var answer = new AnswerQuestion(QUESTION, SOMEONE_ELSE, Side.COORDINATOR);
            for (var addressee : new Addressee[] {Addressee.REQUESTER, Addressee.FIRST_TEAM}) {
                assertThat(decide(awaitingAnAnswerFrom(addressee), answer))
                        .isEqualTo(refused(Refusal.NOT_YOURS_TO_ANSWER));
            }
        }

        @Test
        void that_is_open_keeps_the_opinion_from_being_signed() {
            assertThat(
                            decide(
                                    awaitingAnAnswerFrom(Addressee.REQUESTER),
                                    new SignOpinion(REVIEWER, OPINION)))
                    .isEqualTo(refused(Refusal.QUESTION_STILL_OPEN));
        }

        @Test
        void that_nobody_answers_in_time_holds_up_nothing_and_cannot_be_answered_any_more() {
            var waiting = awaitingAnAnswerFrom(Addressee.REQUESTER);
            var goesOn = ((Moved) decide(waiting, new GiveUpQuestion(QUESTION))).to();
            assertThat(goesOn).isEqualTo(underReview());
            assertThat(decide(goesOn, new AnswerQuestion(QUESTION, PATIENT, Side.PATIENT)))
                    .isEqualTo(refused(Refusal.NO_SUCH_OPEN_QUESTION));
            assertThat(decide(goesOn, new GiveUpQuestion(QUESTION)))
                    .isEqualTo(refused(Refusal.NO_SUCH_OPEN_QUESTION));
        }

        @Test
        void is_withdrawn_by_whoever_asked_it() {
            var waiting = awaitingAnAnswerFrom(Addressee.REQUESTER);
            assertThat(decide(waiting, new WithdrawQuestion(QUESTION, SOMEONE_ELSE)))
                    .isEqualTo(refused(Refusal.NOT_THE_ASSIGNED_REVIEWER));
            assertThat(decide(waiting, new WithdrawQuestion(QUESTION, REVIEWER)))
                    .isEqualTo(
                            Decision.moved(
                                    underReview(),
                                    new InformationRequestClosed(
                                            CASE, QUESTION, Closing.WITHDRAWN)));
        }

        @Test
        void leaves_the_review_waiting_while_another_one_is_out() {
            var second = new AskQuestion(REVIEWER, new UUID(0, 9), Addressee.COORDINATOR, SOON);
            var both = ((Moved) decide(awaitingAnAnswerFrom(Addressee.REQUESTER), second)).to();
            var answered = decide(both, new AnswerQuestion(QUESTION, PATIENT, Side.PATIENT));
            assertThat(((Moved) answered).to()).isInstanceOf(Review.AwaitingAnswer.class);
        }
    }

    @Nested
    class An_opinion_in_quality_review {

        @Test
        void is_not_checked_by_its_author() {
            assertThat(decide(inQualityReview(), new PassOpinion(REVIEWER, OPINION, "00")))
                    .isEqualTo(refused(Refusal.AUTHOR_CANNOT_CHECK));
            assertThat(
                            decide(
                                    inQualityReview(),
                                    new ReturnOpinion(REVIEWER, OPINION, Set.of("other"))))
                    .isEqualTo(refused(Refusal.AUTHOR_CANNOT_CHECK));
        }

        @Test
        void is_the_one_that_was_read() {
            var other = new UUID(9, 9);
            assertThat(decide(inQualityReview(), new PassOpinion(SOMEONE_ELSE, other, "00")))
                    .isEqualTo(refused(Refusal.NOT_THE_OPINION_IN_REVIEW));
        }

        @Test
        void that_goes_back_is_written_on_and_signed_again() {
            var back = new ReturnOpinion(SOMEONE_ELSE, OPINION, Set.of("plain-language"));
            var again = ((Moved) decide(inQualityReview(), back)).to();
            assertThat(again).isEqualTo(underReview());
            assertThat(decide(again, new SignOpinion(REVIEWER, new UUID(9, 9))))
                    .isInstanceOf(Moved.class);
        }

        @Test
        void is_not_released() {
            assertThat(decide(inQualityReview(), new ReleaseOpinion(SOMEONE_ELSE, SOON)))
                    .isEqualTo(refused(Refusal.NOT_ALLOWED_IN_THIS_STATE));
        }
    }

    @Nested
    class A_signed_opinion {

        @Test
        void is_not_released_by_its_author() {
            assertThat(decide(signed(), new ReleaseOpinion(REVIEWER, SOON)))
                    .isEqualTo(refused(Refusal.AUTHOR_CANNOT_RELEASE));
        }

        @Test
        void is_not_signed_by_anybody_but_the_assigned_reviewer() {
            assertThat(decide(underReview(), new SignOpinion(SOMEONE_ELSE, OPINION)))
                    .isEqualTo(refused(Refusal.NOT_THE_ASSIGNED_REVIEWER));
        }
    }

    @Nested
    class After_the_release {

        @Test
        void questions_end_with_the_window() {
            assertThat(decide(released(), askedAt(SOON)))
                    .isEqualTo(refused(Refusal.FOLLOW_UP_WINDOW_CLOSED));
        }

        @Test
        void a_question_of_the_last_moment_is_asked_and_answered_after_the_end() {
            var last = new AskFollowUp(new UUID(0, 20), PATIENT, SOON.minusNanos(1));
            var asked = ((Moved) decide(released(), last)).to();
            assertThat(decide(asked, askedAt(SOON)))
                    .isEqualTo(refused(Refusal.FOLLOW_UP_WINDOW_CLOSED));
            assertThat(
                            decide(
                                    asked,
                                    new AnswerFollowUp(new UUID(0, 20), new UUID(0, 21), REVIEWER)))
                    .isInstanceOf(Moved.class);
        }

        @Test
        void three_questions_may_be_asked() {
            Review review = released().withFollowUps(Set.of(), 0);
            for (int i = 0; i < 3; i++) {
                review = ((Moved) decide(review, askedAt(SOON.minusSeconds(1)))).to();
            }
            assertThat(decide(review, askedAt(SOON.minusSeconds(1))))
                    .isEqualTo(refused(Refusal.FOLLOW_UPS_USED_UP));
        }

        @Test
        void a_question_is_answered_once_and_by_the_author() {
            var answer = new AnswerFollowUp(FOLLOW_UP, new UUID(0, 11), REVIEWER);
            var answered = ((Moved) decide(released(), answer)).to();
            assertThat(decide(answered, answer)).isEqualTo(refused(Refusal.NO_SUCH_OPEN_FOLLOW_UP));
            assertThat(
                            decide(
                                    released(),
                                    new AnswerFollowUp(FOLLOW_UP, new UUID(0, 11), SOMEONE_ELSE)))
                    .isEqualTo(refused(Refusal.NOT_THE_ASSIGNED_REVIEWER));
        }

        private static AskFollowUp askedAt(Instant instant) {
            return new AskFollowUp(UUID.randomUUID(), PATIENT, instant);
        }
    }
}
