package org.consilium.system.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.stack.Topics;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.ServiceProcess;
import org.consilium.system.story.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intake writes under load, the other services listen, and something dies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {

    private RunningSystem system;
    private Checker checker;
    private ServiceProcess intake;
    private ServiceProcess documents;

    @BeforeAll
    void started(@TempDir Path directory) {
        system = RunningSystem.in(directory);
        checker = new Checker(system);
        system.startParts(_ -> {});
        intake = system.service(Service.INTAKE);
        documents = system.service(Service.DOCUMENTS);
        // Who dies on purpose has to be marked as a test's.
        List.of(intake, documents)
                .forEach(service -> service.with("POSTGRES_MAY_LOSE_DATA", "true"));
        system.start(_ -> {});
    }

    @AfterAll
    void stopped() {
        system.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relay.before-send", "relay.after-ack", "relay.before-commit"})
    void the_relay_dies_at(String point) {
        intake.stop();
        intake.with("FAIL_POINTS", point + "=halt@5").start();
        var acknowledged =
                writingWhile(
                        () -> {
                            awaitDeathOf(intake);
                            intake.without("FAIL_POINTS").start();
                        });
        report(
                "relay dies at " + point,
                checker.nothingIsLostAndNothingHappenedTwice(acknowledged));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox.before-commit", "inbox.after-commit"})
    void the_consumer_dies_at(String point) {
        documents.stop();
        documents.with("FAIL_POINTS", point + "=halt@5").start();
        var acknowledged =
                writingWhile(
                        () -> {
                            awaitDeathOf(documents);
                            documents.without("FAIL_POINTS").start();
                        });
        report(
                "consumer dies at " + point,
                checker.nothingIsLostAndNothingHappenedTwice(acknowledged));
    }

    @Test
    void postgres_is_killed_under_writes() {
        var acknowledged =
                writingWhile(
                        () -> {
                            system.parts().postgres().process().kill9();
                            system.parts().postgres().start();
                        });
        report("PostgreSQL killed", checker.nothingIsLostAndNothingHappenedTwice(acknowledged));
    }

    @Test
    void kafka_is_away_for_a_minute_and_commands_go_on() {
        var kafka = system.parts().kafka();
        kafka.stop();
        var away = Instant.now();
        Map<String, String> acknowledged;
        try (var writers = Writers.start(system)) {
            await().atMost(90, SECONDS)
                    .until(() -> away.plus(Duration.ofMinutes(1)).isBefore(Instant.now()));
            assertThat(intake.isReady()).as("intake stays ready").isTrue();
            await("the figures of what waits go on")
                    .atMost(30, SECONDS)
                    .until(
                            () ->
                                    waits("outbox_backlog") > 50
                                            && waits("outbox_oldest_seconds") > 30);
            writers.finish();
            acknowledged = writers.acknowledged();
        }
        assertThat(acknowledged).hasSizeGreaterThan(50);
        assertThat(checker.count(Service.INTAKE, "select count(*) from outbox")).isPositive();
        kafka.start();
        report(
                "Kafka away for a minute",
                checker.nothingIsLostAndNothingHappenedTwice(acknowledged));
    }

    @Test
    void all_of_kafka_s_data_is_lost_and_published_again_from_the_log() {
        documents.stop();
        Map<String, String> acknowledged = writingWhile(() -> {});
        await().atMost(30, SECONDS)
                .until(() -> checker.count(Service.INTAKE, "select count(*) from outbox") == 0);
        var kafka = system.parts().kafka();
        kafka.stop();
        kafka.destroyData();
        kafka.start();
        Topics.create(kafka.address(), "");
        new People(system)
                .named("olga")
                .post(Service.INTAKE, "/internal/events/republication", null)
                .expect(200);
        documents.start();
        report(
                "Kafka's data destroyed",
                checker.nothingIsLostAndNothingHappenedTwice(acknowledged));
    }

    @Test
    void two_relays_at_once_and_one_is_killed() {
        var second = system.replica(Service.INTAKE);
        second.start();
        var acknowledged =
                writingWhile(
                        () -> {
                            intake.process().kill9();
                            intake.start();
                        });
        report(
                "two relays, one killed",
                checker.nothingIsLostAndNothingHappenedTwice(acknowledged));
        second.stop();
    }

    /** Writes before, during and after the fault. */
    private Map<String, String> writingWhile(Runnable fault) {
        try (var writers = Writers.start(system)) {
            await().atMost(60, SECONDS).until(() -> writers.haveWritten(1));
            fault.run();
            var before = writers.acknowledged().size();
            await().atMost(60, SECONDS).until(() -> writers.haveWritten(before + 20));
            writers.finish();
            return writers.acknowledged();
        }
    }

    private double waits(String figure) {
        var line =
                Pattern.compile("(?m)^" + figure + "(?:\\{.*})? (.*)$").matcher(intake.metrics());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private static void awaitDeathOf(ServiceProcess service) {
        await().atMost(60, SECONDS).until(() -> !service.process().isRunning());
    }

    private void report(String fault, int duplicates) {
        System.out.printf(
                "%s: %d events, %d duplicates on the topic, 0 lost, 0 twice%n",
                fault, checker.count(Service.INTAKE, "select count(*) from event"), duplicates);
    }
}
