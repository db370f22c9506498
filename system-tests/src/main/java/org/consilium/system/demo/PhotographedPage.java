package org.consilium.system.demo;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A sheet of paper on a table, taken with a telephone and sent on: a JPEG without EXIF. */
final class PhotographedPage {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 1600;
    private static final double TILT_DEGREES = 2.4;
    private static final int GRAIN = 14;
    private static final Color TABLE = new Color(92, 71, 55);

    private PhotographedPage() {}

    static byte[] of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var sheet = new PDFRenderer(document).renderImageWithDPI(0, 130);
            var photo = onTheTable(sheet);
            spoil(photo);
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(photo, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage onTheTable(BufferedImage sheet) {
        var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var table = photo.createGraphics();
        table.setColor(TABLE);
        table.fillRect(0, 0, WIDTH, HEIGHT);
        table.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        table.rotate(Math.toRadians(TILT_DEGREES), WIDTH / 2.0, HEIGHT / 2.0);
        table.drawImage(
                sheet, (WIDTH - sheet.getWidth()) / 2, (HEIGHT - sheet.getHeight()) / 2, null);
        table.dispose();
        return photo;
    }

    /** Light falls off towards the lower right, and every pixel has its grain. */
    private static void spoil(BufferedImage photo) {
        var grain = new Random(2231);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double light = 1.0 - 0.35 * (x + y) / (WIDTH + HEIGHT);
                int noise = grain.nextInt(2 * GRAIN + 1) - GRAIN;
                photo.setRGB(x, y, shade(photo.getRGB(x, y), light, noise));
            }
        }
    }

    private static int shade(int rgb, double light, int noise) {
        int red = shadeChannel((rgb >> 16) & 0xff, light, noise);
        int green = shadeChannel((rgb >> 8) & 0xff, light, noise);
        int blue = shadeChannel(rgb & 0xff, light * 0.96, noise);
        return (red << 16) | (green << 8) | blue;
    }

    private static int shadeChannel(int value, double light, int noise) {
        return Math.clamp(Math.round(value * light) + noise, 0, 255);
    }
}
