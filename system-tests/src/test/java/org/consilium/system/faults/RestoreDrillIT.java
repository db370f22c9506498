package org.consilium.system.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.consilium.stack.parts.ChildProcess;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.WholeStory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code make drill-restore}: the first place is gone, and the page {@code
 * docs/runbooks/restore.md} is followed in a second one, to a moment before.
 */
@Tag("drill")
class RestoreDrillIT {

    private static final List<Service> ALL = List.of(Service.values());

    @Test
    void all_is_as_it_was_at_the_moment_that_was_asked_for(@TempDir Path directory)
            throws SQLException, IOException {
        Files.createDirectories(directory.resolve("first"));
        var first = RunningSystem.in(directory.resolve("first"));
        try {
            drill(first, directory);
        } finally {
            first.stop();
        }
    }

    /** What is known of the first place when it goes. */
    private record Lost(
            BaseBackup backup,
            OffsetDateTime moment,
            Map<String, String> until,
            Map<String, String> known,
            Map<String, String> after) {}

    private static void drill(RunningSystem first, Path directory)
            throws SQLException, IOException {
        var lost = lived(first, directory);
        var begin = Instant.now();
        copySecretsAndObjects(directory);
        var second = RunningSystem.in(directory.resolve("second"));
        try {
            var server = second.parts().postgres();
            lost.backup().restoreTo(lost.moment(), server);
            server.start();
            await().atMost(300, SECONDS).until(() -> BaseBackup.isRestored(server));
            second.startParts(_ -> {});
            var operator = new Operator(second.operatorsEnvironment());
            assertThat(operator.types("chains").exitCode()).isZero();
            objectsReconciled(operator, directory);
            second.start(_ -> {});
            eventsReconciled(operator);
            var restored = Duration.between(begin, Instant.now());
            assertThat(Quiet.projections(second, ALL)).isEqualTo(lost.known());
            var checker = new Checker(second);
            checker.nothingIsLost(lost.until());
            assertThat(lost.after().values()).noneMatch(checker::isOpened);
            WholeStory.tell(second);
            assertThat(operator.types("chains").exitCode()).isZero();
            System.out.printf(
                    "Drill: restored to %s and reconciled in %d s; %d cases, 0 differences; %d cases of after that moment are gone.%n",
                    lost.moment(),
                    restored.toSeconds(),
                    lost.until().size() + 1,
                    lost.after().size());
        } finally {
            second.stop();
        }
    }

    /** Backed up while people write; what comes after the moment is what a disaster takes. */
    private static Lost lived(RunningSystem first, Path directory)
            throws SQLException, IOException {
        var server = first.parts().postgres();
        var archive = directory.resolve("archive");
        BaseBackup.archiveTo(archive, server);
        first.start(_ -> {});
        BaseBackup backup;
        Map<String, String> until;
        try (var writers = Writers.start(first)) {
            await().atMost(120, SECONDS).until(() -> writers.haveWritten(20));
            backup = BaseBackup.take(directory.resolve("backup"), archive, server);
            await().atMost(120, SECONDS).until(() -> writers.haveWritten(60));
            writers.finish();
            until = writers.acknowledged();
        }
        WholeStory.tell(first);
        var operator = new Operator(first.operatorsEnvironment());
        await().atMost(180, SECONDS).until(() -> operator.types("differences").exitCode() == 0);
        var known = Quiet.projections(first, ALL);
        var moment = BaseBackup.now(server);
        Map<String, String> after;
        try (var writers = Writers.start(first)) {
            await().atMost(120, SECONDS).until(() -> writers.haveWritten(20));
            writers.finish();
            after = writers.acknowledged();
        }
        BaseBackup.now(server);
        first.stop();
        return new Lost(backup, moment, until, known, after);
    }

    /** The store's copy is younger than the moment: what is too much does no harm. */
    private static void copySecretsAndObjects(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("second/s3"));
        copy(directory.resolve("first/secrets"), directory.resolve("second/secrets"));
        copy(directory.resolve("first/s3/objects"), directory.resolve("second/s3/objects"));
    }

    private static void copy(Path from, Path to) {
        ChildProcess.run(List.of("cp", "-a", from.toString(), to.toString()));
    }

    /** An object is held back, as when the store's copy were older: it is named, and brought. */
    private static void objectsReconciled(Operator operator, Path directory) throws IOException {
        var vault = directory.resolve("second/s3/objects/documents/consilium-vault");
        var held = directory.resolve("held-back");
        Path object;
        try (var objects = Files.list(vault)) {
            object = objects.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.move(object, held);
        assertThat(operator.types("reconcile").words()).contains("missing=1 ");
        Files.move(held, object);
        assertThat(operator.types("reconcile").exitCode()).isZero();
    }

    private static void eventsReconciled(Operator operator) {
        assertThat(operator.types("rebuild").exitCode()).isZero();
        await().atMost(90, SECONDS)
                .until(() -> operator.types("differences --topics").exitCode() == 0);
        assertThat(operator.types("backlog").exitCode()).isZero();
    }
}
