package org.consilium.documents.worker;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pictures of pages, small enough for any telephone. */
final class PagePicture {

    /** About 1,000 by 1,400: a page that can be read. */
    private static final double MOST_PIXELS = 1_400_000;

    /** Of a longer document those that come first have pictures. */
    static final int MOST_PAGES = 20;

    private PagePicture() {}

    /**
     * What cannot be drawn has no picture, and neither has what comes behind it; the copy stays.
     */
    static void ofPages(PDDocument document, Path directory) {
        try {
            drawPages(document, directory);
        } catch (IOException | RuntimeException | LinkageError e) {
            System.err.println("no more pictures of pages: " + e.getClass().getName());
        }
    }

    /** The same for the one page that a picture is. */
    static void ofImage(Path image, int page, Upright upright, Path directory) {
        try {
            drawImage(image, page, upright, directory);
        } catch (IOException | RuntimeException | LinkageError e) {
            System.err.println("no picture of the page: " + e.getClass().getName());
        }
    }

    private static void drawPages(PDDocument document, Path directory) throws IOException {
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        int pages = Math.min(MOST_PAGES, document.getNumberOfPages());
        for (int i = 0; i < pages; i++) {
            var size = document.getPage(i).getCropBox();
            double fits = Math.sqrt(MOST_PIXELS / (size.getWidth() * size.getHeight()));
            write(
                    renderer.renderImage(i, (float) Math.min(2, fits), ImageType.RGB),
                    i + 1,
                    directory);
        }
    }

    /** Reads every n-th pixel only, so a large picture needs no more memory than a small one. */
    private static void drawImage(Path image, int page, Upright upright, Path directory)
            throws IOException {
        try (var stream = ImageIO.createImageInputStream(image.toFile())) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return;
            }
            var reader = readers.next();
            reader.setInput(stream, true, true);
            double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
            int step = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS)));
            var wish = reader.getDefaultReadParam();
            wish.setSourceSubsampling(step, step, 0, 0);
            write(upright.turned(opaque(reader.read(0, wish))), page, directory);
        }
    }

    private static BufferedImage opaque(BufferedImage image) {
        var opaque =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = opaque.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return opaque;
    }

    private static void write(BufferedImage page, int number, Path directory) throws IOException {
        ImageIO.write(page, "jpg", directory.resolve("page-" + number + ".jpg").toFile());
    }
}
