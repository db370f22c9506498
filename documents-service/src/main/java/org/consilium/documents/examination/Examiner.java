package org.consilium.documents.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.consilium.documents.copies.LookInside.Inside;
import org.consilium.documents.document.RejectionReason;
import org.consilium.documents.examination.Trouble.BytesDiffer;
import org.consilium.documents.examination.Trouble.TooHeavy;
import org.consilium.documents.recognition.Extract;
import org.consilium.documents.recognition.ExtractReader;
import org.consilium.documents.recognition.FileType;
import org.consilium.documents.recognition.Recognition;
import org.consilium.documents.storage.ObjectStore;
import org.consilium.kit.work.Sha256;

/** Reads a file once, through the scanner and our own look at it. Blocks. */
@ApplicationScoped
class Examiner {

    /** A machine under load may be too slow for some seconds; a file that is too heavy stays it. */
    private static final int LOOKS = 5;

    private final ScannerConfig config;

    Examiner(ScannerConfig config) {
        this.config = config;
    }

    /** What the examination came to: a type, or a reason why it is no record. */
    sealed interface Finding {}

    record Fit(String contentType) implements Finding {}

    record Unfit(RejectionReason reason) implements Finding {}

    /**
     * Examines the bytes.
     *
     * @throws IOException when there is no finding: store or scanner failed, or the store gave
     *     other bytes than it was given
     */
    Finding examine(InputStream bytes, String fileName, String sha256) throws IOException {
        var reader = new ExtractReader();
        var hash = Sha256.digest();
        try (bytes;
                var scan = new VirusScan(config.address(), config.silence())) {
            var chunk = new byte[ObjectStore.CHUNK];
            for (int count = bytes.read(chunk); count >= 0; count = bytes.read(chunk)) {
                reader.take(chunk, count);
                hash.update(chunk, 0, count);
                scan.take(chunk, count);
            }
            if (!Sha256.end(hash).equals(sha256)) {
                throw new BytesDiffer();
            }
            return infection(scan.verdict())
                    .<Finding>map(Unfit::new)
                    .orElseGet(() -> content(reader.extract(), fileName));
        }
    }

    static boolean isPdf(Finding finding) {
        return finding instanceof Fit(var type) && type.equals(FileType.PDF.contentType());
    }

    /**
     * What a look into a PDF makes of it. What cannot be read or opened, no reviewer could read
     * either.
     *
     * @throws TooHeavy when it may be another time
     */
    static Finding afterLook(Finding fit, Inside found, int examinations) throws TooHeavy {
        return switch (found) {
            case NOTHING_ACTS -> fit;
            case ACTS -> new Unfit(RejectionReason.ACTIVE_CONTENT);
            case LOCKED -> new Unfit(RejectionReason.PASSWORD_PROTECTED);
            case UNREADABLE -> new Unfit(RejectionReason.BROKEN);
            case TOO_HEAVY -> tooHeavy(examinations);
        };
    }

    private static Finding tooHeavy(int examinations) throws TooHeavy {
        if (examinations + 1 < LOOKS) {
            throw new TooHeavy();
        }
        return new Unfit(RejectionReason.NOT_SCANNABLE);
    }

    private static Optional<RejectionReason> infection(VirusScan.Verdict verdict) {
        return switch (verdict) {
            case CLEAN -> Optional.empty();
            case INFECTED -> Optional.of(RejectionReason.INFECTED);
            case NOT_SCANNABLE -> Optional.of(RejectionReason.NOT_SCANNABLE);
        };
    }

    private static Finding content(Extract file, String fileName) {
        return switch (Recognition.recognise(file, fileName)) {
            case Recognition.Recognised(_, var contentType) -> new Fit(contentType);
            case Recognition.Unfit(var reason) -> new Unfit(reason);
        };
    }
}
