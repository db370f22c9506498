package org.consilium.documents.worker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
        return jpeg(3);
    }

    /** Held as EXIF's number says. */
    public static byte[] jpeg(int orientationNumber) {
        return telling(picture("jpg"), orientationNumber);
    }

    /** The same picture, which says more now. */
    static byte[] telling(byte[] picture, int orientationNumber) {
        var orientation =
                ByteBuffer.allocate(26)
                        .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                        .putInt(8)
                        .putShort((short) 1)
                        .putShort((short) 0x0112)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientationNumber)
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

    /** One EXIF item behind its boxes, and a picture. */
    public static byte[] heic() {
        var told = text("\0\0\0\0" + SECRET);
        var kinds = box("iinf", text("\0\0\0\0\0\1"), box("infe", text("\2\0\0\0\0\7\0\0Exif\0")));
        int metaSize = 12 + kinds.length + 34;
        int from = 20 + metaSize + 8;
        var places =
                ByteBuffer.allocate(26)
                        .putInt(0x0100_0000)
                        .putShort((short) 0x4400)
                        .putShort((short) 1)
                        .putShort((short) 7)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) 1)
                        .putInt(from)
                        .putInt(told.length)
                        .putShort((short) 0)
                        .array();
        return joined(
                box("ftyp", text("heic\0\0\0\0mif1")),
                box("meta", text("\0\0\0\0"), kinds, box("iloc", places)),
                box("mdat", told, text("the picture")));
    }

    /** A patient's name, one in a sequence, a private element, a date and a picture. */
    public static byte[] dicom(String syntax) {
        boolean explicit = !syntax.equals("1.2.840.10008.1.2");
        var inside = element(0x0008, 0x0090, "PN", text(SECRET), explicit);
        var item = joined(little(0xFFFE, 0xE000, inside.length), inside);
        return joined(
                Arrays.copyOf(text(SECRET), 128),
                text("DICM"),
                element(0x0002, 0x0010, "UI", text(syntax), true),
                element(0x0008, 0x0020, "DA", text("20261101"), explicit),
                element(0x0008, 0x1110, "SQ", item, explicit),
                element(0x0009, 0x0010, "LO", text(SECRET), explicit),
                element(0x0010, 0x0010, "PN", text(SECRET), explicit),
                element(0x7FE0, 0x0010, "OW", text("the picture"), explicit));
    }

    private static byte[] element(
            int group, int number, String kind, byte[] value, boolean explicit) {
        if (!explicit) {
            return joined(little(group, number, value.length), value);
        }
        boolean longLength = kind.equals("SQ") || kind.equals("OW");
        var head =
                ByteBuffer.allocate(longLength ? 12 : 8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) group)
                        .putShort((short) number)
                        .put(text(kind));
        if (longLength) {
            head.putInt(8, value.length);
        } else {
            head.putShort(6, (short) value.length);
        }
        var bytes = new byte[head.capacity()];
        head.get(0, bytes);
        return joined(bytes, value);
    }

    private static byte[] little(int group, int number, int length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) group)
                .putShort((short) number)
                .putInt(length)
                .array();
    }

    private static byte[] box(String type, byte[]... contents) {
        var content = joined(contents);
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(text(type))
                .put(content)
                .array();
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
