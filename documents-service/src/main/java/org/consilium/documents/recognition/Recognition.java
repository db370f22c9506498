package org.consilium.documents.recognition;

import java.util.Optional;
import org.apache.tika.Tika;
import org.consilium.documents.document.RejectionReason;

/**
 * What a file is, by its content alone, and whether its name agrees.
 *
 * <p>Two opinions are asked and have to be the same: our own look at magic number and structure,
 * and Tika's magic numbers, which know the hundreds of types that are not allowed.
 */
public final class Recognition {

    private static final Tika TIKA = new Tika();

    private Recognition() {}

    /** What came of it. */
    public sealed interface Result {}

    public record Recognised(FileType type) implements Result {}

    public record Unfit(RejectionReason reason) implements Result {}

    public static Result recognise(Extract file, String fileName) {
        var type = typeOf(file);
        if (type.isEmpty() || !tikaAgrees(type.get(), file)) {
            return new Unfit(RejectionReason.TYPE_NOT_ALLOWED);
        }
        if (!type.get().agreesWith(FileType.extension(fileName))) {
            return new Unfit(RejectionReason.NAME_AND_CONTENT_DISAGREE);
        }
        return fault(type.get(), file)
                .<Result>map(Unfit::new)
                .orElseGet(() -> new Recognised(type.get()));
    }

    private static Optional<FileType> typeOf(Extract file) {
        var head = file.head();
        if (Magic.at(head, 0, "%PDF-")) {
            return Optional.of(FileType.PDF);
        }
        if (Magic.at(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(FileType.JPEG);
        }
        if (Magic.at(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(FileType.PNG);
        }
        if (Heic.begins(head)) {
            return Optional.of(FileType.HEIC);
        }
        if (Magic.at(head, Dicom.PREAMBLE, "DICM")) {
            return Optional.of(FileType.DICOM);
        }
        return file.isText() && file.length() > 0 ? Optional.of(FileType.TEXT) : Optional.empty();
    }

    private static Optional<RejectionReason> fault(FileType type, Extract file) {
        return switch (type) {
            case PDF -> brokenUnless(Pdf.isWhole(file));
            case JPEG -> brokenUnless(Jpeg.isWhole(file));
            case PNG -> brokenUnless(Png.isWhole(file));
            case HEIC -> brokenUnless(Heic.isWhole(file));
            case DICOM -> Dicom.fault(file);
            case TEXT -> Optional.empty();
        };
    }

    private static Optional<RejectionReason> brokenUnless(boolean whole) {
        return whole ? Optional.empty() : Optional.of(RejectionReason.BROKEN);
    }

    /**
     * Tika sees a DICOM file with a TIFF preamble as TIFF, which it is too; the preamble has a rule
     * of its own.
     */
    private static boolean tikaAgrees(FileType type, Extract file) {
        return type == FileType.DICOM
                || type.contentType().equals(TIKA.detect(file.head()))
                || (type == FileType.HEIC && TIKA.detect(file.head()).startsWith("image/hei"));
    }
}
