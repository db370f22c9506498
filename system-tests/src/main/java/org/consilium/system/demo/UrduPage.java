package org.consilium.system.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/**
 * A page in Urdu as a scanner leaves it: one grey picture in a PDF. It is drawn by Java2D, which
 * shapes Nastaliq as it is written; PDFBox sets letters side by side and would break every word.
 */
final class UrduPage {

    private static final String FONT = "Noto Nastaliq Urdu";
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;
    private static final int MARGIN = 110;

    private final Graphics2D paper;
    private float y = MARGIN;

    private UrduPage(Graphics2D paper) {
        this.paper = paper;
    }

    static byte[] of(List<String> paragraphs) {
        try (var document = new PDDocument()) {
            // Otherwise the time of writing goes into the file's id.
            document.setDocumentId(2L);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var scan = LosslessFactory.createFromImage(document, scan(paragraphs));
            try (var content = new PDPageContentStream(document, page)) {
                var box = page.getMediaBox();
                content.drawImage(scan, 0, 0, box.getWidth(), box.getHeight());
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage scan(List<String> paragraphs) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var paper = image.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, WIDTH, HEIGHT);
        paper.setColor(Color.BLACK);
        paper.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        // Whole pixels for each letter's width would push words into one another.
        paper.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        var page = new UrduPage(paper);
        page.write(paragraphs.getFirst(), 58);
        page.write(paragraphs.get(1), 46);
        paragraphs.stream().skip(2).forEach(paragraph -> page.write(paragraph, 38));
        paper.dispose();
        return image;
    }

    /** Wraps the paragraph and sets each line against the right margin. */
    private void write(String paragraph, int size) {
        var text = new AttributedString(paragraph);
        text.addAttribute(TextAttribute.FONT, font(size));
        text.addAttribute(TextAttribute.RUN_DIRECTION, TextAttribute.RUN_DIRECTION_RTL);
        var lines = new LineBreakMeasurer(text.getIterator(), paper.getFontRenderContext());
        while (lines.getPosition() < paragraph.length()) {
            var line = lines.nextLayout(WIDTH - 2 * MARGIN);
            y += line.getAscent();
            line.draw(paper, WIDTH - MARGIN - line.getAdvance(), y);
            y += line.getDescent() + line.getLeading();
        }
        y += size / 3f;
    }

    private static Font font(int size) {
        var font = new Font(FONT, Font.PLAIN, size);
        if (!font.getFamily().equals(FONT)) {
            throw new IllegalStateException(FONT + " is missing: run scripts/install-needs");
        }
        return font;
    }
}
