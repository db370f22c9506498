package org.consilium.documents.worker;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;

/**
 * What makes a photograph stand upright, after EXIF's eight ways of holding a camera.
 *
 * @param mirrored left and right are changed, before anything else
 * @param degrees to turn it clockwise
 */
record Upright(boolean mirrored, int degrees) {

    static Upright of(int orientation) {
        return switch (orientation) {
            case 2 -> new Upright(true, 0);
            case 3 -> new Upright(false, 180);
            case 4 -> new Upright(true, 180);
            case 5 -> new Upright(true, 270);
            case 6 -> new Upright(false, 90);
            case 7 -> new Upright(true, 90);
            case 8 -> new Upright(false, 270);
            default -> new Upright(false, 0);
        };
    }

    BufferedImage turned(BufferedImage image) {
        if (!mirrored && degrees == 0) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lies = degrees % 180 != 0;
        var turn = new AffineTransform();
        turn.translate((lies ? height : width) / 2.0, (lies ? width : height) / 2.0);
        turn.quadrantRotate(degrees / 90);
        turn.scale(mirrored ? -1 : 1, 1);
        turn.translate(-width / 2.0, -height / 2.0);
        var upright =
                new BufferedImage(
                        lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(image, upright);
    }
}
