package dev.curfew.views.graph;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Plain pixels: rectangles and lines without smoothing, for the thousands that a canvas would be
 * too slow for. JavaFX thread only.
 */
final class Raster {
    private final int width;
    private final int height;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    Raster(int width, int height) {
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
        pixels = new int[this.width * this.height];
        buffer =
                new PixelBuffer<>(
                        this.width,
                        this.height,
                        IntBuffer.wrap(pixels),
                        PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    boolean isSized(int wantedWidth, int wantedHeight) {
        return width == wantedWidth && height == wantedHeight;
    }

    /** What was drawn since it was asked for last. */
    Image image() {
        buffer.updateBuffer(any -> null);
        return image;
    }

    static int argb(Color color) {
        return 0xff000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    void clear(int argb) {
        Arrays.fill(pixels, argb);
    }

    void fill(double x, double y, double wide, double high, int argb) {
        int left = (int) Math.clamp(Math.rint(x), 0, width);
        int right = (int) Math.clamp(Math.rint(x + wide), 0, width);
        int top = (int) Math.clamp(Math.rint(y), 0, height);
        int bottom = (int) Math.clamp(Math.rint(y + high), 0, height);
        for (int row = top; row < bottom; row++) {
            Arrays.fill(pixels, row * width + left, row * width + right, argb);
        }
    }

    void line(double fromX, double fromY, double toX, double toY, int argb) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double longer = Math.max(Math.abs(dx), Math.abs(dy));
        double[] seen = {0, 1};
        boolean visible =
                clip(-dx, fromX, seen)
                        && clip(dx, width - 1 - fromX, seen)
                        && clip(-dy, fromY, seen)
                        && clip(dy, height - 1 - fromY, seen);
        if (!visible) {
            return;
        }
        int steps = (int) Math.ceil((seen[1] - seen[0]) * longer);
        double x = fromX + dx * seen[0];
        double y = fromY + dy * seen[0];
        double stepX = steps == 0 ? 0 : dx * (seen[1] - seen[0]) / steps;
        double stepY = steps == 0 ? 0 : dy * (seen[1] - seen[0]) / steps;
        for (int i = 0; i <= steps; i++) {
            int column = (int) Math.clamp(Math.round(x), 0L, width - 1L);
            int row = (int) Math.clamp(Math.round(y), 0L, height - 1L);
            pixels[row * width + column] = argb;
            x += stepX;
            y += stepY;
        }
    }

    /** Liang and Barsky's test against one edge; narrows the seen part of a line. */
    private static boolean clip(double direction, double distance, double[] seen) {
        if (direction == 0) {
            return distance >= 0;
        }
        double at = distance / direction;
        if (direction < 0) {
            seen[0] = Math.max(seen[0], at);
        } else {
            seen[1] = Math.min(seen[1], at);
        }
        return seen[0] <= seen[1];
    }
}
