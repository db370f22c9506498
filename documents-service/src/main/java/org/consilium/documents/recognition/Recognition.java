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
        return structuralFault(type, file)
                .or(() -> when(carriesMore(type, file), RejectionReason.ACTIVE_CONTENT))
                .or(() -> when(Pixels.areTooMany(type, file), RejectionReason.TOO_MANY_PIXELS));
    }

    private static Optional<RejectionReason> structuralFault(FileType type, Extract file) {
        return switch (type) {
            case PDF -> when(!Pdf.isWhole(file), RejectionReason.BROKEN);
            case JPEG -> when(!Jpeg.isWhole(file), RejectionReason.BROKEN);
            case PNG -> when(!Png.isWhole(file), RejectionReason.BROKEN);
            case HEIC -> when(!Heic.isWhole(file), RejectionReason.BROKEN);
            case DICOM -> Dicom.fault(file);
            case TEXT -> when(file.isBlank(), RejectionReason.EMPTY);
        };
    }

    /** Something that another program would run or open. */
    private static boolean carriesMore(FileType type, Extract file) {
        return switch (type) {
            case PDF -> file.smuggled().pdfAction() || Zip.endsLikeOne(file.tail());
            case JPEG, PNG, HEIC, DICOM -> file.smuggled().script() || Zip.endsLikeOne(file.tail());
            case TEXT -> false;
        };
    }

    private static Optional<RejectionReason> when(boolean wrong, RejectionReason reason) {
        return wrong ? Optional.of(reason) : Optional.empty();
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
