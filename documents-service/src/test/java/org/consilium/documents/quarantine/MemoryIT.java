package org.consilium.documents.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.consilium.documents.ACase;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.RawRequest;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.Test;

@OnRealParts
class MemoryIT {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int SIZE = 60 * MEGABYTE;

    /** A part in memory, the request to the store, and what the framework needs beside. */
    private static final long ALLOWED = 24L * MEGABYTE;

    private final ACase aCase = ACase.opened();

    @Test
    void an_upload_takes_no_more_memory_the_larger_it_is() throws IOException {
        var upload = Tus.reserved(AMINA, aCase.id(), SIZE, Tus.metadata("large.pdf", "18748-4"));
        // Made before the first measurement, and held to the end: it is the test's memory.
        var file = SampleFiles.pdfOf(SIZE);
        var inUse = new ArrayList<Long>();
        inUse.add(live());
        try (var line = new RawRequest(AMINA, upload, 0, SIZE)) {
            for (int at = 0; at < SIZE; at += 10 * MEGABYTE) {
                line.send(file, at, 10 * MEGABYTE);
                inUse.add(live());
            }
            assertThat(line.status()).isEqualTo(204);
        }
        assertThat(growth(inUse)).isLessThan(ALLOWED);
        Soon.is(Tus.idOf(upload), "accepted");
    }

    private static long growth(List<Long> inUse) {
        return inUse.stream().mapToLong(Long::longValue).max().orElseThrow() - inUse.getFirst();
    }

    /** What is left after the garbage went. */
    private static long live() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
