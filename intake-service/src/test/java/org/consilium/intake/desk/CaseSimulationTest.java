package org.consilium.intake.desk;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.FAMILY_ABROAD;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.intake.cases.AnyCommand;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseFixtures;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.Ready;
import org.consilium.intake.cases.CaseState.ReviewEnded;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.programme.Programmes;
import org.junit.jupiter.api.Test;

/** Commands and facts in any order, doubled, with the service restarted in between. */
class CaseSimulationTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 100_000);
    private static final int STEPS = 60;

    private final Programmes programmes = new Programmes(List.of("family-abroad-1.yaml"));

    @Test
    void whatever_comes_in_whatever_order_the_case_stays_sound() {
        var ends =
                LongStream.range(0, SEEDS)
                        .parallel()
                        .mapToObj(this::endOf)
                        .collect(groupingBy(end -> end, TreeMap::new, counting()));
        System.out.println("where " + SEEDS + " cases were left: " + ends);
        assertThat(ends.keySet()).as("the dice reach the far end").contains("closed", "delivered");
    }

    private String endOf(long seed) {
        try {
            return played(new Random(seed)).state().code();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private Case played(Random random) {
        var current = CaseFixtures.aDraft();
        var told = new ArrayList<IntakeEvent>();
        for (int step = 0; step < STEPS; step++) {
            var command = AnyCommand.of(current, random);
            for (int times = random.nextInt(5) == 0 ? 2 : 1; times > 0; times--) {
                switch (CaseLifecycle.decide(current, command)) {
                    case Refused _ -> {}
                    case Moved(var next, var because) -> {
                        assertSound(current, next);
                        current = next;
                        told.addAll(because);
                    }
                }
            }
            if (random.nextInt(STEPS) == 0) {
                current = restarted(current);
            }
        }
        assertToldInOrder(told);
        return current;
    }

    /**
     * An end is an end, and nobody gets back to writing; back to the search only from a review that
     * its reviewer gave back, and back to the coordinator from one that staff ended.
     */
    private static void assertSound(Case before, Case after) {
        var from = before.state();
        var to = after.state();
        holds(!(from instanceof Ended) || to.equals(from), before, after);
        holds(!(to instanceof Draft) || from instanceof Draft, before, after);
        holds(
                !(to instanceof BeforeReview)
                        || from instanceof Draft
                        || from instanceof BeforeReview
                        || (from instanceof UnderReview && to instanceof Ready)
                        || (from instanceof UnderReview && to instanceof ReviewEnded),
                before,
                after);
        holds(after.programme().equals(FAMILY_ABROAD), before, after);
    }

    /** Words are made only for what fails: there are millions that do not. */
    private static void holds(boolean rule, Case before, Case after) {
        if (!rule) {
            throw new AssertionError("from " + before + " to " + after);
        }
    }

    /** What is told of a case is told in the order of its way; a triage may be set right. */
    private static void assertToldInOrder(List<IntakeEvent> told) {
        var way =
                told.stream()
                        .filter(
                                event ->
                                        event instanceof CaseSubmitted
                                                || event instanceof CaseTriaged
                                                || event instanceof CaseReady)
                        .map(Object::getClass)
                        .distinct()
                        .toList();
        List<Class<?>> whole = List.of(CaseSubmitted.class, CaseTriaged.class, CaseReady.class);
        assertThat(way).isEqualTo(whole.subList(0, way.size()));
    }

    /** Written to its row and read again. */
    private Case restarted(Case current) {
        var read = CaseRow.of(current).toCase(programmes);
        var same =
                new Case(
                        read.id(),
                        read.reference(),
                        FAMILY_ABROAD,
                        read.service(),
                        read.language(),
                        read.requester(),
                        read.openedAt(),
                        read.patient(),
                        read.content(),
                        read.consents(),
                        read.records(),
                        read.price(),
                        read.links(),
                        read.died(),
                        read.state());
        holds(same.equals(current), current, same);
        return same;
    }
}
