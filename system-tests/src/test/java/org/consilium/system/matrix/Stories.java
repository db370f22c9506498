package org.consilium.system.matrix;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import org.consilium.system.RunningSystem;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.Plot;
import org.consilium.system.story.ReviewStory;

/**
 * Both programmes' stories, each told up to each of its stages, and the one of a referrer up to
 * some.
 */
final class Stories {

    private static final int AT_ONCE = 4;

    private static final Set<Stage> REFERRED_UP_TO =
            EnumSet.of(
                    Stage.DRAFT,
                    Stage.ACCEPTED,
                    Stage.QUESTION_ANSWERED,
                    Stage.SIGNED,
                    Stage.RELEASED,
                    Stage.FOLLOW_UP_ANSWERED,
                    Stage.CLOSED);

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final RunningSystem system;
    private final Personas personas;
    private final Canaries canaries;
    private final Set<String> untold = new ConcurrentSkipListSet<>();

    Stories(RunningSystem system, Personas personas, Canaries canaries) {
        this.system = system;
        this.personas = personas;
        this.canaries = canaries;
    }

    List<Scene> told() throws InterruptedException, ExecutionException {
        var begin = Instant.now();
        enterReviewers();
        var work = new ArrayList<Callable<Scene>>();
        for (var plot : List.of(Plot.familyAbroad(today), Plot.expertOpinion(today))) {
            for (var stage : Stage.values()) {
                if (stage != Stage.AWAITING_RECORDS || plot.hasMissingRecords()) {
                    work.add(() -> told(plot, stage));
                }
            }
        }
        REFERRED_UP_TO.forEach(stage -> work.add(() -> told(Plot.referred(today), stage)));
        var scenes = Workers.inParallel(AT_ONCE, work).stream().filter(Objects::nonNull).toList();
        System.out.printf(
                "%d cases in %d s%n",
                scenes.size(), Duration.between(begin, Instant.now()).toSeconds());
        return scenes;
    }

    /** Those that came to nothing, with why. */
    Set<String> untold() {
        return untold;
    }

    /** What comes to nothing fails the matrix at its end, not before the others are tried. */
    private Scene told(Plot plot, Stage stage) {
        try {
            return new Staging(system, personas, canaries, plot, stage, today).told();
        } catch (IllegalStateException e) {
            untold.add(plot.name() + "/" + stage + ": " + e.getMessage());
            return null;
        }
    }

    private void enterReviewers() {
        var plot = Plot.familyAbroad(today);
        var story = new CaseStory(system, plot, today, _ -> {});
        new ReviewStory(system, story, plot, today, _ -> {}).enterReviewers();
    }
}
