package org.consilium.review.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.lifecycle.SampleReviews.CASE;
import static org.consilium.review.lifecycle.SampleReviews.SOON;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.consilium.contracts.ReviewEvent;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.AssignmentOverridden;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.review.desk.ReviewJson;
import org.consilium.review.lifecycle.Decision.Moved;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.Review.Proposal;
import org.consilium.review.lifecycle.ReviewCommand.AcceptOffer;
import org.consilium.review.lifecycle.ReviewCommand.AgreeToOverride;
import org.consilium.review.lifecycle.ReviewCommand.AnswerFollowUp;
import org.consilium.review.lifecycle.ReviewCommand.AnswerQuestion;
import org.consilium.review.lifecycle.ReviewCommand.AskFollowUp;
import org.consilium.review.lifecycle.ReviewCommand.AskQuestion;
import org.consilium.review.lifecycle.ReviewCommand.AssignAnew;
import org.consilium.review.lifecycle.ReviewCommand.BeginAmendment;
import org.consilium.review.lifecycle.ReviewCommand.CloseReview;
import org.consilium.review.lifecycle.ReviewCommand.CommitReading;
import org.consilium.review.lifecycle.ReviewCommand.ConfirmAssignment;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOffer;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOverride;
import org.consilium.review.lifecycle.ReviewCommand.DraftOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ExpireOffer;
import org.consilium.review.lifecycle.ReviewCommand.FlagCriticalFinding;
import org.consilium.review.lifecycle.ReviewCommand.GiveCaseBack;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpAmendment;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpQuestion;
import org.consilium.review.lifecycle.ReviewCommand.OfferReview;
import org.consilium.review.lifecycle.ReviewCommand.PassOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ProposeOverride;
import org.consilium.review.lifecycle.ReviewCommand.QuestionAssignment;
import org.consilium.review.lifecycle.ReviewCommand.ReleaseOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReportFirstTeamUnknown;
import org.consilium.review.lifecycle.ReviewCommand.ReportNobodyFound;
import org.consilium.review.lifecycle.ReviewCommand.ReturnOpinion;
import org.consilium.review.lifecycle.ReviewCommand.Side;
import org.consilium.review.lifecycle.ReviewCommand.SignOpinion;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawQuestion;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawReview;
import org.junit.jupiter.api.Test;

/**
 * Commands from everybody in any order, repeated and late, with a restart after each: what comes
 * out must make sense to somebody who reads nothing but the events. {@code -Dseed=} repeats one.
 */
class ReviewSimulationTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 100_000);
    private static final int STEPS = 300;

    @Test
    void the_events_always_tell_a_story_that_holds() {
        var one = Long.getLong("seed");
        for (long seed = one == null ? 0 : one; seed < (one == null ? SEEDS : one + 1); seed++) {
            try {
                checkStory(run(new Random(seed)));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static List<ReviewEvent> run(Random random) {
        Review review = AwaitingAssignment.begun(CASE);
        var told = new ArrayList<ReviewEvent>();
        var sent = new ArrayList<ReviewCommand>();
        for (int step = 0; step < STEPS; step++) {
            boolean again = !sent.isEmpty() && random.nextInt(4) == 0;
            var command = again ? sent.get(random.nextInt(sent.size())) : any(random);
            sent.add(command);
            if (ReviewLifecycle.decide(review, command) instanceof Moved moved) {
                told.addAll(moved.because());
                review = restarted(moved.to());
            }
        }
        return told;
    }

    private static Review restarted(Review review) {
        return ReviewJson.read(ReviewJson.name(review.getClass()), ReviewJson.write(review));
    }

    private static ReviewCommand any(Random random) {
        return switch (random.nextInt(24)) {
            case 0, 14 -> new OfferReview(offers(random));
            case 1 -> found(random);
            case 2 -> new AcceptOffer(id(random), id(random), SOON);
            case 3 -> new DeclineOffer(id(random), id(random), "no-time");
            case 4 -> new ExpireOffer(id(random));
            case 5 -> new CommitReading(id(random));
            case 6 -> new AskQuestion(id(random), id(random), addressee(random), SOON);
            case 7 -> new AnswerQuestion(id(random), id(random), side(random));
            case 8 -> new DraftOpinion(id(random));
            case 9 -> new SignOpinion(id(random), id(random));
            case 10 -> new ReleaseOpinion(id(random), SOON);
            case 11 -> new AskFollowUp(id(random), id(random), SOON.minusSeconds(1));
            case 12 -> new AnswerFollowUp(id(random), id(random), id(random));
            case 13 -> ending(random);
            case 15, 17 -> new PassOpinion(id(random), id(random), "00");
            case 16 -> new ReturnOpinion(id(random), id(random), Set.of("other"));
            case 18 -> new GiveUpQuestion(id(random));
            case 19 -> new WithdrawQuestion(id(random), id(random));
            case 20 -> new BeginAmendment(id(random));
            case 21 -> new SignOpinion(id(random), id(random));
            case 22, 23 -> overriding(random);
            default -> throw new IllegalStateException();
        };
    }

    /** What comes of a matching, and of a triage that is set right. */
    private static ReviewCommand found(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> new ReportFirstTeamUnknown();
            case 1 -> new QuestionAssignment(Set.of("specialty"));
            case 2 -> new ConfirmAssignment(id(random));
            default -> new ReportNobodyFound(random.nextInt(9));
        };
    }

    private static ReviewCommand overriding(Random random) {
        return switch (random.nextInt(4)) {
            case 0, 1 ->
                    new ProposeOverride(
                            new Proposal(id(random), id(random), id(random), Set.of("language")));
            case 2 -> new AgreeToOverride(id(random), id(random), id(random), SOON);
            default -> new DeclineOverride(id(random), id(random));
        };
    }

    /** Rare, or no story would reach its end. */
    private static ReviewCommand ending(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> new WithdrawReview(null);
            case 1 -> new GiveCaseBack(id(random), "ill", Set.of());
            case 2 -> new AssignAnew(id(random), "overdue", Set.of());
            case 3 -> new CloseReview(SOON);
            case 5 -> new GiveUpAmendment(id(random), random.nextBoolean());
            case 4 -> new FlagCriticalFinding(id(random), id(random), SOON);
            default -> new ExpireOffer(id(random));
        };
    }

    private static List<Review.Offer> offers(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> new Review.Offer(id(random), new UUID(0, i), SOON))
                .toList();
    }

    /** Few ids, so that commands meet. */
    private static UUID id(Random random) {
        return new UUID(0, random.nextInt(3));
    }

    private static Addressee addressee(Random random) {
        var all = List.of(Addressee.values());
        return all.get(random.nextInt(all.size()));
    }

    private static Side side(Random random) {
        var all = List.of(Side.values());
        return all.get(random.nextInt(all.size()));
    }

    @Test
    void in_some_of_the_stories_somebody_is_asked_whom_a_rule_excludes() {
        assertThat(storiesWith(AssignmentOverridden.class)).isGreaterThan(5);
    }

    /** A run in which nothing ever happened would prove nothing. */
    @Test
    void many_of_the_stories_reach_their_end_and_some_go_on() {
        assertThat(storiesWith(OpinionReleased.class)).isGreaterThan(50);
        assertThat(storiesWith(OpinionAmended.class)).isGreaterThan(5);
    }

    private static long storiesWith(Class<? extends ReviewEvent> event) {
        return LongStream.range(0, 500)
                .filter(seed -> run(new Random(seed)).stream().anyMatch(event::isInstance))
                .count();
    }

    private static void checkStory(List<ReviewEvent> told) {
        var story = new Story();
        told.forEach(story::hear);
    }
}
