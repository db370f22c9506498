package org.consilium.documents.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.document.SampleDocuments.BYTES;
import static org.consilium.documents.document.SampleDocuments.NOW;
import static org.consilium.documents.document.SampleDocuments.SHA256;
import static org.consilium.documents.document.SampleDocuments.uploaded;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.DocumentsEvent.DocumentReceived;
import org.consilium.documents.document.Decision.Moved;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.DocumentCommand.AcceptDocument;
import org.consilium.documents.document.DocumentCommand.CompleteUpload;
import org.consilium.documents.document.DocumentCommand.DiscardUpload;
import org.consilium.documents.document.DocumentCommand.KeepBytes;
import org.consilium.documents.document.DocumentCommand.RejectDocument;
import org.junit.jupiter.api.Test;

/** Random commands, repeated and out of order, with the row written and read in between. */
class DocumentSimulationTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 100_000);

    @Test
    void whatever_comes_in_whatever_order_the_story_told_is_a_true_one() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            new Story(seed).run();
        }
    }

    private static final class Story {

        private final String name;
        private final Random random;
        private final List<DocumentsEvent> told = new ArrayList<>();
        private Document document = uploaded(0);

        Story(long seed) {
            name = "seed " + seed;
            random = new Random(seed);
        }

        void run() {
            for (int step = 0; step < 60; step++) {
                var before = document;
                if (DocumentLifecycle.decide(document, anyCommand()) instanceof Moved moved) {
                    document = restarted(moved.to());
                    told.addAll(moved.because());
                    check(before);
                }
            }
            assertThat(told).as(name).hasSizeLessThanOrEqualTo(2);
        }

        private void check(Document before) {
            assertThat(before).as(name).isNotInstanceOf(Document.Accepted.class);
            if (document instanceof Uploading(var about, var offset, _)) {
                assertThat(offset).as(name).isBetween(((Uploading) before).offset(), about.bytes());
            }
            if (!told.isEmpty()) {
                assertThat(told.getFirst()).as(name).isInstanceOf(DocumentReceived.class);
            }
        }

        private DocumentCommand anyCommand() {
            return switch (random.nextInt(12)) {
                case 0 -> new CompleteUpload(SHA256, NOW);
                case 1 -> random.nextInt(10) == 0 ? new DiscardUpload(NOW) : anyBytes();
                case 2 -> new AcceptDocument("application/pdf", NOW);
                case 3 -> new RejectDocument(RejectionReason.BROKEN, NOW);
                default -> anyBytes();
            };
        }

        private KeepBytes anyBytes() {
            long next = document instanceof Uploading(_, var offset, _) ? offset : BYTES;
            boolean stale = random.nextInt(4) == 0;
            return new KeepBytes(
                    stale ? random.nextLong(BYTES) : next, 1 + random.nextLong(BYTES / 3));
        }
    }

    private static Document restarted(Document document) {
        var row = new DocumentRow();
        row.store(document);
        assertThat(row.toDocument()).isEqualTo(document);
        return row.toDocument();
    }
}
