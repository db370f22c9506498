package org.consilium.documents.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Real pictures in forms that only other programs read, made here: the left half is darker. */
public final class DrawnFiles {

    public static final String UNCOMPRESSED = "1.2.840.10008.1.2.1";
    public static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";

    private static final int SIDE = 64;

    private DrawnFiles() {}

    /** A telephone's picture, black beside white, whose EXIF and XMP tell where it was taken. */
    public static byte[] heic() {
        return made("picture.heic", "heif-enc", "-q", "90", "picture.jpg", "-o", "picture.heic");
    }

    /** What a program that digitises films makes of a photograph (JPEG baseline). */
    public static byte[] film() {
        return made("film.dcm", "img2dcm", "-i", "JPEG", "picture.jpg", "film.dcm");
    }

    private static byte[] made(String file, String... command) {
        try {
            var directory = Files.createTempDirectory("drawn");
            Files.write(directory.resolve("picture.jpg"), photograph());
            var ended =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor();
            if (ended != 0) {
                throw new IllegalStateException(command[0] + " ended with " + ended);
            }
            var made = Files.readAllBytes(directory.resolve(file));
            for (var each : directory.toFile().listFiles()) {
                Files.delete(each.toPath());
            }
            Files.delete(directory);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] photograph() throws IOException {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(SIDE / 2, 0, SIDE / 2, SIDE);
        pen.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", file);
        return TellingFiles.telling(file.toByteArray(), 1);
    }

    /**
     * Slices of 16 bits, 100 beside 300 beside 20,000 of which a window of 200 about 200 makes
     * black beside white; without it 300 is all but black beside the brightest.
     */
    public static byte[] slices(int frames, boolean window, String syntax) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(ISO_8859_1));
        write(file, 0x0002, 0x0000, "UL", lengthOfHead(8 + text(syntax).length));
        write(file, 0x0002, 0x0010, "UI", text(syntax));
        write(file, 0x0008, 0x0016, "UI", text("1.2.840.10008.5.1.4.1.1.7"));
        write(file, 0x0008, 0x0018, "UI", text("1.2.3.4"));
        write(file, 0x0010, 0x0010, "PN", text(TellingFiles.SECRET));
        write(file, 0x0028, 0x0002, "US", number(1));
        write(file, 0x0028, 0x0004, "CS", text("MONOCHROME2"));
        write(file, 0x0028, 0x0008, "IS", text(Integer.toString(frames)));
        write(file, 0x0028, 0x0010, "US", number(SIDE));
        write(file, 0x0028, 0x0011, "US", number(SIDE));
        write(file, 0x0028, 0x0100, "US", number(16));
        write(file, 0x0028, 0x0101, "US", number(16));
        write(file, 0x0028, 0x0102, "US", number(15));
        write(file, 0x0028, 0x0103, "US", number(0));
        if (window) {
            write(file, 0x0028, 0x1050, "DS", text("200"));
            write(file, 0x0028, 0x1051, "DS", text("200"));
        }
        write(file, 0x7FE0, 0x0010, "OW", points(frames));
        return file.toByteArray();
    }

    private static byte[] points(int frames) {
        var points = ByteBuffer.allocate(frames * SIDE * SIDE * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames * SIDE * SIDE; i++) {
            int x = i % SIDE;
            boolean corner = x >= SIDE - 4;
            points.putShort((short) (corner ? 20_000 : x < SIDE / 2 ? 100 : 300));
        }
        return points.array();
    }

    private static void write(
            ByteArrayOutputStream file, int group, int number, String kind, byte[] value) {
        boolean wide = kind.equals("OW");
        var head =
                ByteBuffer.allocate(wide ? 12 : 8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) group)
                        .putShort((short) number)
                        .put(kind.getBytes(ISO_8859_1));
        if (wide) {
            head.putInt(8, value.length);
        } else {
            head.putShort(6, (short) value.length);
        }
        file.writeBytes(head.array());
        file.writeBytes(value);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) value)
                .array();
    }

    private static byte[] lengthOfHead(int length) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array();
    }

    /** Values have an even length. */
    private static byte[] text(String text) {
        var bytes = text.getBytes(ISO_8859_1);
        return bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
    }

    /** How bright a picture is there, from 0 to 255. */
    static int brightness(Path picture, double across) throws IOException {
        var image = ImageIO.read(picture.toFile());
        var point =
                new Color(image.getRGB((int) (image.getWidth() * across), image.getHeight() / 2));
        return (point.getRed() + point.getGreen() + point.getBlue()) / 3;
    }
}
