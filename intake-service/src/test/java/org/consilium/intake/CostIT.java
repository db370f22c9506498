package org.consilium.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.Outbox;
import org.consilium.intake.world.Spent;
import org.consilium.intake.world.Statements;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** What a command costs in statements, beside begin, commit and the look at who may. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class CostIT {

    private static final int CASES = 20;
    private static final int STEPS = 8;
    private static final int PILE = 20_000;

    @Test
    void a_transition_takes_few_statements() {
        var statements = Statements.watch();
        var story = FamilyCase.written();

        var submission =
                statements.during(
                        () ->
                                AMINA.post(story.path("/submission"), FamilyCase.submission())
                                        .statusCode(200));
        var start =
                statements.during(
                        () -> CARLA.post(story.path("/triage/start"), null).statusCode(200));
        var triage =
                statements.during(
                        () ->
                                CARLA.post(story.path("/triage"), FamilyCase.triage())
                                        .statusCode(200));
        var withdrawal =
                statements.during(
                        () ->
                                AMINA.post(story.path("/withdrawal"), Map.of("reason", "other"))
                                        .statusCode(200));

        assertThat(start).as("key, case, log, row, answer").hasSize(5);
        assertThat(triage).hasSize(5);
        assertThat(submission)
                .as("and the price as its own fact, the deadline, the turn")
                .hasSize(8);
        assertThat(withdrawal).as("and deadlines, reviewers and the turn").hasSize(8);
    }

    /**
     * Measured: 34 kB since each change of turn has its row; 28 to 30 before. It was 38 while each
     * step wrote anew what people had written. And 101 buffers a step since each answer keeps how
     * its caller stood to the case; fewer than 90 before.
     */
    @Test
    void a_case_of_eight_steps_writes_little() {
        wholeCase();
        var before = Spent.soFar();
        for (int i = 0; i < CASES; i++) {
            wholeCase();
        }
        var spent = Spent.soFar().since(before);
        assertThat(spent.walBytes() / CASES).as("WAL bytes a case").isLessThan(36_000);
        assertThat(spent.buffers() / (CASES * STEPS)).as("buffers a step").isLessThan(110);
    }

    /** Measured: 10 buffers an event; 800 while each turn of the relay read all that waited. */
    @Test
    void what_piled_up_leaves_without_being_read_again_and_again() {
        wholeCase();
        var before = Spent.soFar();

        Outbox.pileUp(PILE);

        await().atMost(60, SECONDS).until(Outbox::isEmpty);
        assertThat(Spent.soFar().since(before).buffers() / PILE)
                .as("buffers an event, its way into the outbox with it")
                .isLessThan(20);
        Outbox.vacuum();
    }

    private static void wholeCase() {
        var story = FamilyCase.submitted();
        CARLA.post(story.path("/triage/start"), null).statusCode(200);
        CARLA.post(story.path("/triage"), FamilyCase.triage()).statusCode(200);
        AMINA.post(story.path("/withdrawal"), Map.of("reason", "other")).statusCode(200);
    }
}
