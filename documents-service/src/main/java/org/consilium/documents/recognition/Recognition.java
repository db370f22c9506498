package org.consilium.documents.recognition;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tika.Tika;
import org.consilium.documents.document.RejectionReason;
import org.consilium.documents.writing.Letter;
import org.consilium.documents.writing.Writing;

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

    public record Recognised(FileType type, String contentType) implements Result {}

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
                .orElseGet(() -> new Recognised(type.get(), contentType(type.get(), file)));
    }

    private static String contentType(FileType type, Extract file) {
        return type == FileType.TEXT ? Writing.contentType(file.charset()) : type.contentType();
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
            case JPEG -> when(file.behind() == null, RejectionReason.BROKEN);
            case PNG ->
                    when(
                            file.behind() == null || !Png.beginsWell(file.head()),
                            RejectionReason.BROKEN);
            case HEIC -> when(!Heic.isWhole(file), RejectionReason.BROKEN);
            case DICOM -> Dicom.fault(file);
            case TEXT -> when(file.isBlank(), RejectionReason.EMPTY);
        };
    }

    /** Something that another program would run or open. */
    private static boolean carriesMore(FileType type, Extract file) {
        return switch (type) {
            case PDF ->
                    file.smuggled().pdfAction()
                            || file.carriesForeign()
                            || Pdf.behind(file.tail()).isHarmful();
            case JPEG, PNG -> isMoreThanPicture(file) || file.behind().isHarmful();
            case HEIC -> isMoreThanPicture(file);
            case DICOM -> file.smuggled().script() || file.carriesForeign();
            case TEXT -> Letter.carriesMore(file.beginning());
        };
    }

    private static boolean isMoreThanPicture(Extract file) {
        return file.smuggled().script() || file.smuggled().pdf() || file.carriesForeign();
    }

    private static Optional<RejectionReason> when(boolean wrong, RejectionReason reason) {
        return wrong ? Optional.of(reason) : Optional.empty();
    }

    /**
     * Tika sees a DICOM file with a TIFF preamble as TIFF, which it is too; the preamble has a rule
     * of its own.
     */
    private static boolean tikaAgrees(FileType type, Extract file) {
        if (type == FileType.TEXT) {
            var beginning = file.beginning();
            var opinion = TIKA.detect(beginning.getBytes(StandardCharsets.UTF_8));
            return Letter.isWords(beginning, opinion);
        }
        return type == FileType.DICOM
                || type.contentType().equals(TIKA.detect(file.head()))
                || (type == FileType.HEIC && TIKA.detect(file.head()).startsWith("image/hei"));
    }
}
