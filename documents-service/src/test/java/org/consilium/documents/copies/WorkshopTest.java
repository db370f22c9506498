package org.consilium.documents.copies;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.consilium.documents.copies.ReadingCopies.Reason;
import org.consilium.documents.copies.Workshop.NoCopy;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.documents.worker.CleanCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker as a process: what ends it says whether the file is to blame. */
class WorkshopTest {

    @TempDir Path directory;

    @Test
    void a_file_that_cannot_be_read_is_to_blame() throws IOException {
        original(SampleFiles.bytes('%', 'P', 'D', 'F', '-'));
        assertThat(failure(workshop(Map.of())).reason()).isEqualTo(Reason.CANNOT_BE_READ);
    }

    @Test
    void a_worker_that_is_killed_says_nothing_about_the_file() throws IOException {
        original(SampleFiles.pdf());
        var killer = CompletableFuture.runAsync(WorkshopTest::killTheWorker);
        notToBlame(workshop(Map.of()));
        assertThat(killer).succeedsWithin(20, SECONDS);
    }

    @Test
    void neither_does_one_that_cannot_begin() throws IOException {
        original(SampleFiles.pdf());
        notToBlame(workshop(Map.of("memory-megabytes", "64")));
        notToBlame(workshop(Map.of("heap-megabytes", "1")));
    }

    @Test
    void one_that_has_too_little_memory_or_time_for_it_says_so() throws IOException {
        original(SampleFiles.pdf());
        for (var limits : List.of(Map.of("heap-megabytes", "2"), Map.of("time", "PT0.05S"))) {
            assertThat(failure(workshop(limits)).reason())
                    .as(limits.toString())
                    .isEqualTo(Reason.TOO_HEAVY);
        }
    }

    private void notToBlame(Workshop workshop) {
        assertThatIOException()
                .isThrownBy(() -> workshop.make("application/pdf", directory))
                .isNotInstanceOf(NoCopy.class);
    }

    private NoCopy failure(Workshop workshop) {
        return assertThatExceptionOfType(NoCopy.class)
                .isThrownBy(() -> workshop.make("application/pdf", directory))
                .actual();
    }

    private void original(byte[] file) throws IOException {
        Files.write(directory.resolve(CleanCopy.original(1)), file);
    }

    static Workshop workshop(Map<String, String> limits) {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(CopyConfig.class)
                        .withDefaultValue("consilium.copies.time", "PT60S")
                        .withDefaultValue("consilium.copies.pause", "PT10M")
                        .withDefaultValue("consilium.copies.lease", "PT30S");
        limits.forEach((name, value) -> config.withDefaultValue("consilium.copies." + name, value));
        return new Workshop(config.build().getConfigMapping(CopyConfig.class));
    }

    /** As the kernel does when memory is short. */
    private static void killTheWorker() {
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                ProcessHandle.current()
                                        .descendants()
                                        .anyMatch(ProcessHandle::destroyForcibly));
    }
}
