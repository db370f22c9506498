package org.consilium.system.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consilium.stack.Mails;
import org.consilium.stack.Topics;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.WholeStory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code make drill-kafka}: all that Kafka had is gone while one service is away, and the page
 * {@code docs/runbooks/kafka-lost.md} is followed.
 */
@Tag("drill")
class KafkaLossDrillIT {

    private static final List<Service> WHO_STAYED =
            List.of(Service.INTAKE, Service.DOCUMENTS, Service.NOTIFICATION);

    @Test
    void everything_kafka_had_is_published_again_and_nobody_is_told_twice(@TempDir Path directory) {
        var system = RunningSystem.in(directory);
        try {
            system.start(_ -> {});
            drill(system);
        } finally {
            system.stop();
        }
    }

    private static void drill(RunningSystem system) {
        var checker = new Checker(system);
        var operator = new Operator(system.operatorsEnvironment());
        WholeStory.tell(system);
        system.service(Service.REVIEW).stop();
        var opened = openedCases(system, 200);
        heardBy(WHO_STAYED, operator);
        var before = Quiet.projections(system, WHO_STAYED);
        int mails = mails(system);

        var begin = Instant.now();
        loseKafka(system);
        system.service(Service.REVIEW).start();
        assertThat(operator.types("rebuild").exitCode()).isZero();
        heardBy(List.of(Service.values()), operator);
        assertThat(operator.types("differences --topics").exitCode()).isZero();
        var rebuilt = Duration.between(begin, Instant.now());
        assertThat(Quiet.projections(system, WHO_STAYED))
                .as("what those who stayed know")
                .isEqualTo(before);
        assertThat(mails(system)).as("mails").isEqualTo(mails);

        int duplicates = checker.nothingIsLost(opened);
        checker.nothingIsLost(openedCases(system, 20));
        System.out.printf(
                "Drill: Kafka's data lost with %d events in four logs; rebuilt and compared in %d s; 0 differences, %d mails before and after, %d duplicates on intake's topic.%n",
                events(checker), rebuilt.toSeconds(), mails, duplicates);
    }

    private static void heardBy(List<Service> services, Operator operator) {
        var command = new StringBuilder("differences");
        services.forEach(service -> command.append(" -s ").append(service.code()));
        await().atMost(180, SECONDS)
                .until(() -> operator.types(command.toString()).exitCode() == 0);
    }

    private static void loseKafka(RunningSystem system) {
        var kafka = system.parts().kafka();
        kafka.stop();
        kafka.destroyData();
        kafka.start();
        Topics.create(kafka.address(), "");
    }

    private static Map<String, String> openedCases(RunningSystem system, int cases) {
        try (var writers = Writers.start(system)) {
            await().atMost(180, SECONDS).until(() -> writers.haveWritten(cases));
            writers.finish();
            return writers.acknowledged();
        }
    }

    private static int mails(RunningSystem system) {
        var mails = new Mails(system.addresses().mail().api());
        return List.of("amina", "yusuf", "carla", "lena", "okafor", "chen").stream()
                .mapToInt(name -> mails.to(name + "@consilium.example").size())
                .sum();
    }

    private static long events(Checker checker) {
        return List.of(Service.values()).stream()
                .mapToLong(service -> checker.count(service, "select count(*) from event"))
                .sum();
    }
}
