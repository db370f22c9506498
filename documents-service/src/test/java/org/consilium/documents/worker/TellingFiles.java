package org.consilium.documents.worker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files that say more than they show; whatever they should not say contains {@link #SECRET}. */
public final class TellingFiles {

    public static final String SECRET = "lat 31.5204 lon 74.3587";

    private TellingFiles() {}

    /** Upside down, as its EXIF says, with a comment and something behind its end. */
    public static byte[] jpeg() {
        var picture = picture("jpg");
        var orientation =
                ByteBuffer.allocate(26)
                        .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                        .putInt(8)
                        .putShort((short) 1)
                        .putShort((short) 0x0112)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) 3)
                        .putShort((short) 0)
                        .putInt(0)
                        .array();
        return joined(
                Arrays.copyOf(picture, 2),
                segment(0xE1, joined(text("Exif\0\0"), orientation, text(SECRET))),
                segment(0xE1, text("http://ns.adobe.com/xap/1.0/\0" + SECRET)),
                segment(0xFE, text(SECRET)),
                Arrays.copyOfRange(picture, 2, picture.length),
                text(SECRET));
    }

    public static byte[] png() {
        var picture = picture("png");
        int header = 33;
        return joined(
                Arrays.copyOf(picture, header),
                chunk("tEXt", text("Comment\0" + SECRET)),
                chunk("eXIf", text(SECRET)),
                Arrays.copyOfRange(picture, header, picture.length));
    }

    /**
     * Two pages, the first with a telling photograph, and an action that runs when it is opened.
     */
    public static byte[] pdf() {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            document.addPage(new PDPage());
            var photograph = JPEGFactory.createFromByteArray(document, jpeg());
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(photograph, 50, 50);
            }
            document.getDocumentInformation().setAuthor(SECRET);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            var file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture(String format) {
        try (var file = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static byte[] chunk(String name, byte[] content) {
        var named = joined(text(name), content);
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
