package org.consilium.documents.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * Photographs as the pages of one PDF, each cleaned as any photograph, upright, in its own shape.
 * In place of one that cannot be shown stands a page that says so: nobody shall take the document
 * for whole.
 */
final class CleanPhotographs {

    private static final float LONGER_SIDE = PDRectangle.A4.getHeight();
    private static final int JPEG = 0xFF;

    private CleanPhotographs() {}

    static void make(Path directory) throws IOException {
        try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            for (int page = 1; Files.exists(source(directory, page)); page++) {
                add(Files.readAllBytes(source(directory, page)), page, document, directory);
            }
            document.save(directory.resolve(CleanCopy.CLEAN).toFile());
            CleanCopy.count(document.getNumberOfPages(), directory);
        }
    }

    private static Path source(Path directory, int page) {
        return directory.resolve(CleanCopy.original(page));
    }

    private static void add(byte[] file, int number, PDDocument document, Path directory)
            throws IOException {
        try {
            boolean isJpeg = file.length > 0 && (file[0] & 0xFF) == JPEG;
            var clean = isJpeg ? CleanJpeg.of(file) : CleanPng.of(file);
            var upright = Upright.of(isJpeg ? CleanJpeg.orientationOf(clean) : 1);
            show(PDImageXObject.createFromByteArray(document, clean, "page"), upright, document);
            PagePicture.ofImage(source(directory, number), number, upright, directory);
        } catch (IOException | RuntimeException e) {
            sayThatItIsNotShown(number, document);
        }
    }

    private static void show(PDImageXObject image, Upright upright, PDDocument document)
            throws IOException {
        float scale = LONGER_SIDE / Math.max(image.getWidth(), image.getHeight());
        float width = image.getWidth() * scale;
        float height = image.getHeight() * scale;
        var page = new PDPage(new PDRectangle(width, height));
        try (var pen = new PDPageContentStream(document, page)) {
            pen.drawImage(
                    image,
                    upright.mirrored()
                            ? new Matrix(-width, 0, 0, height, width, 0)
                            : new Matrix(width, 0, 0, height, 0, 0));
        }
        page.setRotation(upright.degrees());
        document.addPage(page);
    }

    private static void sayThatItIsNotShown(int number, PDDocument document) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        try (var pen = new PDPageContentStream(document, page)) {
            pen.beginText();
            pen.setFont(new PDType1Font(FontName.HELVETICA), 14);
            pen.newLineAtOffset(60, LONGER_SIDE / 2);
            pen.showText(
                    "Page "
                            + number
                            + " is here and cannot be shown. Ask for another photograph of it.");
            pen.endText();
        }
        document.addPage(page);
    }
}
