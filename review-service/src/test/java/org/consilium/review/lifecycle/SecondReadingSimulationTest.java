package org.consilium.review.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent;
import org.consilium.contracts.ReviewEvent.SecondReaderAdmitted;
import org.consilium.contracts.ReviewEvent.SecondReaderLeft;
import org.consilium.contracts.ReviewEvent.SecondReadingAsked;
import org.consilium.review.lifecycle.SecondReading.Adjudicated;
import org.consilium.review.lifecycle.SecondReading.StoodDown;
import org.consilium.review.lifecycle.SecondReading.Wanted;
import org.consilium.review.lifecycle.SecondReadingCommand.AcceptSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.AdjudicateReadings;
import org.consilium.review.lifecycle.SecondReadingCommand.AskSecondReader;
import org.consilium.review.lifecycle.SecondReadingCommand.CommitSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.CompareReadings;
import org.consilium.review.lifecycle.SecondReadingCommand.DeclineSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.EndSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.ExpireSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.ReportNoSecondReader;
import org.consilium.review.lifecycle.SecondReadingCommand.Verdict;
import org.consilium.review.lifecycle.SecondReadingLifecycle.Decision.Moved;
import org.junit.jupiter.api.Test;

/**
 * Anything by anybody in any order: whoever is let in leaves, and nobody decides for themselves.
 */
class SecondReadingSimulationTest {

    private static final int SEEDS = 20_000;
    private static final int STEPS = 40;
    private static final UUID CASE = new UUID(1, 1);
    private static final UUID AUTHOR = new UUID(1, 2);
    private static final List<UUID> PEOPLE =
            List.of(AUTHOR, new UUID(2, 1), new UUID(2, 2), new UUID(2, 3), new UUID(2, 4));
    private static final List<UUID> OPINIONS = List.of(new UUID(3, 1), new UUID(3, 2));
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final Instant THEN = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void whatever_happens_the_rules_hold() {
        for (long seed = 0; seed < SEEDS; seed++) {
            run(seed);
        }
    }

    private static void run(long seed) {
        var chance = new Random(seed);
        SecondReading reading = Wanted.begun(CASE, THEN);
        var asked = new HashSet<UUID>();
        var inside = new HashSet<UUID>();
        for (int i = 0; i < STEPS; i++) {
            if (SecondReadingLifecycle.decide(reading, any(chance)) instanceof Moved moved) {
                moved.because().forEach(event -> hear(event, asked, inside, seed));
                reading = moved.to();
            }
            check(reading, inside, seed);
        }
    }

    private static void hear(ReviewEvent event, Set<UUID> asked, Set<UUID> inside, long seed) {
        switch (event) {
            case SecondReadingAsked e -> asked.add(e.reader());
            case SecondReaderAdmitted e -> {
                assertThat(asked).as("seed %d: was asked", seed).contains(e.reader());
                assertThat(inside).as("seed %d: one at a time", seed).isEmpty();
                inside.add(e.reader());
            }
            case SecondReaderLeft e ->
                    assertThat(inside.remove(e.reader())).as("seed %d: was inside", seed).isTrue();
            default -> {}
        }
    }

    private static void check(SecondReading reading, Set<UUID> inside, long seed) {
        assertThat(inside.size())
                .as("seed %d: inside while it is under way, and only then", seed)
                .isEqualTo(reading instanceof SecondReading.UnderWay ? 1 : 0);
        if (reading instanceof StoodDown && OPINIONS.stream().anyMatch(id -> held(reading, id))) {
            throw new AssertionError("seed " + seed + ": stood down, and an opinion waits");
        }
        if (reading instanceof Adjudicated it) {
            assertThat(it.decidedBy())
                    .as("seed %d: a third person", seed)
                    .isNotIn(it.reader(), AUTHOR);
        }
    }

    private static boolean held(SecondReading reading, UUID opinion) {
        return SecondReadingLifecycle.holds(reading, opinion).isPresent();
    }

    private static SecondReadingCommand any(Random chance) {
        var who = PEOPLE.get(chance.nextInt(PEOPLE.size()));
        var opinion = OPINIONS.get(chance.nextInt(OPINIONS.size()));
        return switch (chance.nextInt(20)) {
            case 0, 1, 2, 3 -> new AskSecondReader(who);
            case 4, 5, 6, 7 -> new AcceptSecondReading(who, false, THEN);
            case 8, 9 -> new DeclineSecondReading(who, THEN);
            case 10, 11 -> new ExpireSecondReading(who, THEN);
            case 12, 13, 14 -> new CommitSecondReading(who);
            case 15, 16 -> new CompareReadings(who, AUTHOR, opinion, chance.nextBoolean());
            case 17, 18 -> new AdjudicateReadings(who, Set.of(AUTHOR), opinion, verdict(chance));
            default -> chance.nextInt(5) == 0 ? new EndSecondReading() : new ReportNoSecondReader();
        };
    }

    private static Verdict verdict(Random chance) {
        return VERDICTS.get(chance.nextInt(VERDICTS.size()));
    }
}
