package org.consilium.documents.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Says of a PDF whether it opens, and whether anything in it acts, sends or encloses something (ISO
 * 32000, 12.6.4 and 7.11.4), wherever it is written: in an object, in a compressed one, in what
 * only its own key makes readable.
 */
public final class PdfLook {

    /** The kind of what is only looked at. */
    public static final String KIND = "look";

    /** The file with one of the words below. */
    public static final String ANSWER = "look";

    public static final String NOTHING_ACTS = "nothing-acts";
    public static final String ACTS = "acts";

    /** It opens with a password that is not here. */
    public static final String LOCKED = "locked";

    /** What goes to a place in the same file, or to a page of the web, is no harm. */
    private static final Set<String> ACTIONS =
            Set.of(
                    "JavaScript",
                    "Launch",
                    "Rendition",
                    "SubmitForm",
                    "ImportData",
                    "GoToR",
                    "GoToE");

    private static final List<COSName> PARTS =
            List.of(
                    COSName.getPDFName("JavaScript"),
                    COSName.getPDFName("XFA"),
                    COSName.getPDFName("EmbeddedFiles"),
                    COSName.getPDFName("RichMediaContent"));

    private static final int MOST_NESTED = 50;

    private PdfLook() {}

    static void make(Path file, Path directory) throws IOException {
        Files.writeString(directory.resolve(ANSWER), answer(file));
    }

    private static String answer(Path file) throws IOException {
        try (var document =
                Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            var objects = document.getDocument();
            boolean acts = acts(objects.getTrailer(), 0);
            for (var key : List.copyOf(objects.getXrefTable().keySet())) {
                acts |= acts(objects.getObjectFromPool(key).getObject(), 0);
            }
            return acts ? ACTS : NOTHING_ACTS;
        } catch (InvalidPasswordException e) {
            return LOCKED;
        }
    }

    /** Direct children only: what is referred to has a turn of its own. */
    private static boolean acts(COSBase object, int depth) throws IOException {
        if (depth > MOST_NESTED) {
            throw new IOException("nested too deeply");
        }
        return switch (object) {
            case COSDictionary dictionary -> acts(dictionary) || anyActs(dictionary, depth);
            case COSArray array -> anyActs(array, depth);
            case null, default -> false;
        };
    }

    private static boolean anyActs(COSDictionary dictionary, int depth) throws IOException {
        return anyActs(dictionary.getValues(), depth);
    }

    private static boolean anyActs(Iterable<COSBase> values, int depth) throws IOException {
        for (var value : values) {
            if (!(value instanceof COSObject) && acts(value, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean acts(COSDictionary dictionary) {
        return PARTS.stream().anyMatch(part -> dictionary.getDictionaryObject(part) != null)
                || isAction(dictionary)
                || hasProgram(dictionary)
                || enclosesFile(dictionary)
                || "RichMedia".equals(dictionary.getNameAsString(COSName.SUBTYPE));
    }

    private static boolean isAction(COSDictionary dictionary) {
        var kind = dictionary.getNameAsString(COSName.S);
        var address = dictionary.getString(COSName.URI);
        return (kind != null && ACTIONS.contains(kind))
                || (address != null
                        && address.strip().toLowerCase(Locale.ROOT).startsWith("javascript:"));
    }

    /** A font may be called so too, and is neither. */
    private static boolean hasProgram(COSDictionary dictionary) {
        var program = dictionary.getDictionaryObject(COSName.JS);
        return program instanceof COSString || program instanceof COSStream;
    }

    private static boolean enclosesFile(COSDictionary dictionary) {
        return "EmbeddedFile".equals(dictionary.getNameAsString(COSName.TYPE))
                || (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary enclosed
                        && (enclosed.containsKey(COSName.F) || enclosed.containsKey(COSName.UF)));
    }
}
