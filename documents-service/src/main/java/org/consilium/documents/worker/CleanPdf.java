package org.consilium.documents.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A PDF with its pages: no word on author, program and time, nothing that acts, nothing enclosed,
 * and its photographs cleaned as photographs are.
 */
final class CleanPdf {

    /** Of any dictionary anywhere in the file. */
    private static final List<COSName> TELLING_OR_ACTING =
            List.of(
                    COSName.METADATA,
                    COSName.getPDFName("PieceInfo"),
                    COSName.getPDFName("LastModified"),
                    COSName.OPEN_ACTION,
                    COSName.AA,
                    COSName.getPDFName("JavaScript"),
                    COSName.JS,
                    COSName.getPDFName("EmbeddedFiles"),
                    COSName.EF,
                    COSName.getPDFName("XFA"));

    private CleanPdf() {}

    static void make(Path file, Path directory) throws IOException {
        try (var document =
                Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getPages().iterator().hasNext()) {
                clean(document);
                document.save(directory.resolve(CleanCopy.CLEAN).toFile());
                CleanCopy.count(document.getNumberOfPages(), directory);
                PagePicture.ofPages(document, directory);
            } else {
                throw new IOException("no page");
            }
        }
    }

    private static void clean(PDDocument document) throws IOException {
        document.setAllSecurityToBeRemoved(true);
        document.setDocumentInformation(new PDDocumentInformation());
        var objects = document.getDocument();
        for (var key : List.copyOf(objects.getXrefTable().keySet())) {
            clean(objects.getObjectFromPool(key), 0);
        }
    }

    /** Direct children only: what is referred to has a turn of its own. */
    private static void clean(COSBase object, int depth) throws IOException {
        if (depth > 50) {
            throw new IOException("nested too deeply");
        }
        switch (object instanceof COSObject pointer && depth == 0 ? pointer.getObject() : object) {
            case COSStream stream -> {
                clean((COSDictionary) stream, depth);
                cleanPhotograph(stream);
            }
            case COSDictionary dictionary -> clean(dictionary, depth);
            case COSArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    clean(array.get(i), depth + 1);
                }
            }
            case null, default -> {}
        }
    }

    private static void clean(COSDictionary dictionary, int depth) throws IOException {
        TELLING_OR_ACTING.forEach(dictionary::removeItem);
        if (isAction(dictionary.getDictionaryObject(COSName.A))) {
            dictionary.removeItem(COSName.A);
        }
        for (var value : List.copyOf(dictionary.getValues())) {
            if (!(value instanceof COSObject)) {
                clean(value, depth + 1);
            }
        }
    }

    /** Going to a page of the same file is none. */
    private static boolean isAction(COSBase action) {
        return action instanceof COSDictionary dictionary
                && dictionary.containsKey(COSName.S)
                && !"GoTo".equals(dictionary.getNameAsString(COSName.S));
    }

    private static void cleanPhotograph(COSStream stream) throws IOException {
        if (!COSName.DCT_DECODE.equals(stream.getFilters())) {
            return;
        }
        byte[] photograph;
        try (var raw = stream.createRawInputStream()) {
            photograph = raw.readAllBytes();
        }
        var clean = CleanJpeg.of(photograph);
        try (var raw = stream.createRawOutputStream()) {
            raw.write(clean);
        }
    }
}
