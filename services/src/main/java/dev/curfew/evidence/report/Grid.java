package dev.curfew.evidence.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows of wrapped cells below a head that comes again on every page. */
final class Grid {
    private static final float PADDING = 3;

    private final Sheet sheet;
    private final List<String> head;
    private final float[] widths;
    private boolean shaded;

    /**
     * @param shares of the width, for each column; their sum does not matter
     */
    Grid(Sheet sheet, List<String> head, float... shares) {
        this.sheet = sheet;
        this.head = head;
        float sum = 0;
        for (float share : shares) {
            sum += share;
        }
        widths = new float[shares.length];
        for (int i = 0; i < shares.length; i++) {
            widths[i] = Sheet.WIDTH * shares[i] / sum;
        }
    }

    /**
     * A text in a cell.
     *
     * @param letters how it is written
     */
    record Cell(String text, Letters letters) {
        static Cell of(String text) {
            return new Cell(text, Letters.SMALL);
        }
    }

    void begin() throws IOException {
        row(head.stream().map(text -> new Cell(text, Letters.CAPTION_STRONG)).toList(), false);
        sheet.rule(Ink.LINE);
        shaded = false;
    }

    void row(List<Cell> cells) throws IOException {
        row(cells, shaded);
        shaded = !shaded;
    }

    private void row(List<Cell> cells, boolean shade) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            lines.add(sheet.lines(cell.text(), cell.letters(), widths[i] - 2 * PADDING));
            most = Math.max(most, lines.getLast().size());
        }
        float leading = cells.getFirst().letters().leading();
        float height = most * leading + PADDING;
        if (sheet.need(height) && !cells.getFirst().letters().equals(Letters.CAPTION_STRONG)) {
            begin();
        }
        if (shade) {
            sheet.box(Sheet.LEFT, sheet.y() - height, Sheet.WIDTH, height, Ink.SHADE);
        }
        float x = Sheet.LEFT + PADDING;
        for (int i = 0; i < cells.size(); i++) {
            float baseline = sheet.y() - leading;
            for (String line : lines.get(i)) {
                sheet.write(line, cells.get(i).letters(), x, baseline);
                baseline -= leading;
            }
            x += widths[i];
        }
        sheet.down(height);
    }
}
