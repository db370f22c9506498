package org.consilium.documents.examination;

import io.minio.errors.ErrorResponseException;
import java.io.IOException;
import org.consilium.kit.words.Code;

/** Why a document could not be examined, which is no word about the document. */
enum Trouble {
    SCANNER_AWAY,
    STORE_AWAY,
    /** The store gave other bytes than it was given. */
    BYTES_DIFFER,
    /** The store does not know the object. */
    BYTES_GONE,
    /** Looking into the file took too much, which may have been the machine's fault. */
    TOO_HEAVY;

    /** The scanner failed, or gave no verdict. */
    static final class ScannerAway extends IOException {
        ScannerAway(IOException cause) {
            super(cause);
        }
    }

    /** What was received is not what is there. */
    static final class BytesDiffer extends IOException {
        BytesDiffer() {
            super("the store gave other bytes than it was given");
        }
    }

    /** Looking into the file was stopped. */
    static final class TooHeavy extends IOException {
        TooHeavy() {
            super("looking into the file took too much");
        }
    }

    static Trouble of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScannerAway) {
                return SCANNER_AWAY;
            }
            if (cause instanceof BytesDiffer) {
                return BYTES_DIFFER;
            }
            if (cause instanceof TooHeavy) {
                return TOO_HEAVY;
            }
            if (cause instanceof ErrorResponseException refused
                    && refused.errorResponse().code().startsWith("NoSuch")) {
                return BYTES_GONE;
            }
        }
        return STORE_AWAY;
    }

    /** It does not pass by itself: somebody has to bring the bytes back. */
    boolean isForGood() {
        return switch (this) {
            case BYTES_DIFFER, BYTES_GONE -> true;
            case SCANNER_AWAY, STORE_AWAY, TOO_HEAVY -> false;
        };
    }

    String code() {
        return Code.of(this);
    }
}
