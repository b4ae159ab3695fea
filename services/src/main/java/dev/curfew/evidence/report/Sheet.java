package dev.curfew.evidence.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Pages of A4 that are filled from top to bottom. Measures are points, from the lower left corner.
 * All text is made drawable here. One thread.
 */
final class Sheet {
    static final float LEFT = 51;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 51;
    private static final float BOTTOM = 60;
    private static final float FOOT = 34;

    private final PDDocument document;
    private final Typeface type;
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private PDPageContentStream ink;
    private float y = TOP;

    Sheet(PDDocument document, Typeface type) throws IOException {
        this.document = document;
        this.type = type;
        ink = begin();
    }

    /** The page that is being filled. */
    PDPageContentStream ink() {
        return ink;
    }

    /** Where the next thing begins, counted from below. */
    float y() {
        return y;
    }

    void newPage() throws IOException {
        ink = begin();
        y = TOP;
    }

    private PDPageContentStream begin() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDPageContentStream stream = new PDPageContentStream(document, page);
        pages.add(stream);
        return stream;
    }

    /** Goes on to the next page unless there is room for so much. True: it did. */
    boolean need(float height) throws IOException {
        boolean full = y - height < BOTTOM && y < TOP;
        if (full) {
            newPage();
        }
        return full;
    }

    /** A note between a heading and what it explains. */
    void hint(String text) throws IOException {
        paragraph(text, Letters.CAPTION, 0);
        y -= 3;
    }

    void down(float height) {
        y -= height;
    }

    /** A paragraph over the whole width from {@code indent} on. */
    void paragraph(String text, Letters letters, float indent) throws IOException {
        for (String line : lines(text, letters, WIDTH - indent)) {
            need(letters.leading());
            y -= letters.leading();
            put(line, letters, LEFT + indent, y);
        }
    }

    /** A heading stays with what follows it. */
    void heading(String text) throws IOException {
        need(90);
        y -= 14;
        paragraph(text, Letters.HEADING, 0);
        y -= 4;
    }

    List<String> lines(String text, Letters letters, float width) {
        return type.lines(type.drawable(text), letters.size(), width);
    }

    float widthOf(String text, Letters letters) {
        return type.width(type.drawable(text), letters.size());
    }

    /** One line at a place; nothing moves on. */
    void write(String text, Letters letters, float x, float baseline) throws IOException {
        put(type.drawable(text), letters, x, baseline);
    }

    private void put(String drawable, Letters letters, float x, float baseline) throws IOException {
        ink.beginText();
        ink.setFont(type.font(), letters.size());
        ink.setNonStrokingColor(letters.ink().color());
        if (letters.bold()) {
            ink.setRenderingMode(RenderingMode.FILL_STROKE);
            ink.setStrokingColor(letters.ink().color());
            ink.setLineWidth(letters.size() * 0.024f);
        } else {
            ink.setRenderingMode(RenderingMode.FILL);
        }
        ink.newLineAtOffset(x, baseline);
        ink.showText(drawable);
        ink.endText();
    }

    void rule(Ink color) throws IOException {
        line(LEFT, y, LEFT + WIDTH, y, color, 0.6f);
    }

    void line(float fromX, float fromY, float toX, float toY, Ink color, float width)
            throws IOException {
        ink.setStrokingColor(color.color());
        ink.setLineWidth(width);
        ink.moveTo(fromX, fromY);
        ink.lineTo(toX, toY);
        ink.stroke();
    }

    void box(float x, float bottom, float width, float height, Ink color) throws IOException {
        ink.setNonStrokingColor(color.color());
        ink.addRect(x, bottom, width, height);
        ink.fill();
    }

    /** Puts the foot on every page: a text at the left, and the page's number. */
    void finish(String foot, PageWords words) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            ink = pages.get(i);
            String number = words.page(i + 1, pages.size());
            float from = LEFT + WIDTH - widthOf(number, Letters.CAPTION);
            line(LEFT, FOOT + 12, LEFT + WIDTH, FOOT + 12, Ink.LINE, 0.6f);
            write(foot, Letters.CAPTION, LEFT, FOOT);
            write(number, Letters.CAPTION, from, FOOT);
            ink.close();
        }
    }

    /** How a page is numbered. */
    @FunctionalInterface
    interface PageWords {
        String page(int number, int count);
    }
}
