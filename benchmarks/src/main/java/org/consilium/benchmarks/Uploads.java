package org.consilium.benchmarks;

import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.consilium.stack.Buckets;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.Plot;
import org.consilium.system.story.Waiting;

/**
 * Bytes through the service (token, rights, SHA-256, counting) beside a PUT to the store itself.
 */
final class Uploads {

    private static final int BYTES = 32 * 1024 * 1024;
    private static final int TURNS = 5;
    private static final Map<String, String> PARTICULARS =
            Map.of("filename", "scan.txt", "kind", "11502-2", "clinicalDate", "2026-11-01");

    private final RunningSystem system;
    private final Report report;

    Uploads(RunningSystem system, Report report) {
        this.system = system;
        this.report = report;
    }

    void measure() throws Exception {
        var plot = Plot.familyAbroad(LocalDate.now(ZoneOffset.UTC));
        var story = new CaseStory(system, plot, LocalDate.now(ZoneOffset.UTC), _ -> {});
        story.open();
        var file = new byte[BYTES];
        Arrays.fill(file, (byte) 'a');
        Callable<Object> throughService =
                () -> story.requester().uploadAtOnce(story.caseId(), file, PARTICULARS);
        Callable<Object> direct = () -> put(file);
        throughService.call();
        direct.call();
        report.section(
                "Uploads of %d MB".formatted(BYTES >> 20),
                "at once",
                "service MB/s",
                "direct PUT MB/s",
                "ratio");
        for (int atOnce : new int[] {1, 4}) {
            var ours = new double[TURNS];
            var theirs = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                ours[turn] = megabytesPerSecond(atOnce, throughService);
                awaitAllExamined(story);
                theirs[turn] = megabytesPerSecond(atOnce, direct);
            }
            report.row(atOnce, median(ours), median(theirs), median(ours) / median(theirs));
        }
    }

    /** What comes after the receipt (the scanner, the look inside) is no part of an upload. */
    private static void awaitAllExamined(CaseStory story) {
        Waiting.until(
                "every upload is examined",
                () -> {
                    var shelf =
                            story.requester()
                                    .get(
                                            Service.DOCUMENTS,
                                            "/api/documents/cases/" + story.caseId() + "/documents")
                                    .expect(200)
                                    .body();
                    return shelf.findValuesAsText("state").stream().noneMatch("received"::equals);
                });
    }

    private Object put(byte[] file) throws Exception {
        return Buckets.client(system.addresses().objects().get("documents"))
                .putObject(
                        PutObjectArgs.builder()
                                .bucket("consilium-quarantine")
                                .object(UUID.randomUUID().toString())
                                .stream(new ByteArrayInputStream(file), (long) file.length, -1L)
                                .build());
    }

    private static double megabytesPerSecond(int atOnce, Callable<Object> upload) throws Exception {
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            for (var done :
                    threads.invokeAll(IntStream.range(0, atOnce).mapToObj(_ -> upload).toList())) {
                done.get();
            }
        }
        return atOnce * (BYTES >> 20) * 1e9 / (System.nanoTime() - start);
    }

    private static double median(double[] figures) {
        return Arrays.stream(figures).sorted().toArray()[figures.length / 2];
    }
}
