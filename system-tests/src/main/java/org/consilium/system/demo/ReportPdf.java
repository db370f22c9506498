package org.consilium.system.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * A page of text as a PDF. A line that begins with {@code #} is the letterhead, with {@code ##} a
 * heading; tabs part the columns of a table.
 */
final class ReportPdf {

    private static final float LEFT = 60;
    private static final float TOP = 780;
    private static final float LINE = 17;
    private static final float[] COLUMNS = {0, 190, 280, 360};
    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    private final PDPageContentStream page;
    private float y = TOP;

    private ReportPdf(PDPageContentStream page) {
        this.page = page;
    }

    static byte[] of(List<String> lines) {
        try (var document = new PDDocument()) {
            // Otherwise the time of writing goes into the file's id.
            document.setDocumentId(1L);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                new ReportPdf(content).write(lines);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> lines) throws IOException {
        for (var line : lines) {
            write(line);
        }
        y = 40;
        text(PLAIN, 8, 0, "Made for demonstration and tests. There is no such patient.");
    }

    private void write(String line) throws IOException {
        if (line.startsWith("## ")) {
            y -= 4;
            text(BOLD, 12, 0, line.substring(3));
        } else if (line.startsWith("# ")) {
            text(BOLD, 17, 0, line.substring(2));
        } else {
            var cells = line.split("\t");
            for (int column = 0; column < cells.length; column++) {
                text(PLAIN, 11, COLUMNS[column], cells[column]);
            }
        }
        y -= LINE;
    }

    private void text(PDFont font, float size, float indent, String words) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(LEFT + indent, y);
        page.showText(words);
        page.endText();
    }
}
