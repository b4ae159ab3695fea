package dev.curfew.evidence.report;

import dev.curfew.store.JournalEntry.Phase;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** The sign of each phase: a shape of its own, so that none is told by its colour alone. */
final class Marks {
    private static final float R = 3;

    /** How far the middle of a Bézier curve must reach to make a quarter of a circle. */
    private static final float ROUND = 0.5523f * R;

    private Marks() {}

    static void draw(Phase phase, float x, float y, PDPageContentStream ink) throws IOException {
        ink.setLineWidth(0.9f);
        switch (phase) {
            case PLANNED -> {
                ink.setStrokingColor(Ink.MUTED.color());
                circle(x, y, ink);
                ink.stroke();
            }
            case SENDING -> {
                ink.setNonStrokingColor(Ink.SENT.color());
                ink.moveTo(x - R, y + R);
                ink.lineTo(x + R, y);
                ink.lineTo(x - R, y - R);
                ink.fill();
            }
            case ACCEPTED -> {
                ink.setNonStrokingColor(Ink.ACCEPTED.color());
                ink.addRect(x - R + 0.4f, y - R + 0.4f, 2 * R - 0.8f, 2 * R - 0.8f);
                ink.fill();
            }
            case CONFIRMED -> {
                ink.setNonStrokingColor(Ink.CONFIRMED.color());
                circle(x, y, ink);
                ink.fill();
            }
            case FAILED, CONTRADICTED, REVERTED, ABORTED -> {
                ink.setStrokingColor(Ink.WRONG.color());
                ink.setLineWidth(1.5f);
                ink.moveTo(x - R, y - R);
                ink.lineTo(x + R, y + R);
                ink.moveTo(x - R, y + R);
                ink.lineTo(x + R, y - R);
                ink.stroke();
            }
            case FINISHED -> {
                ink.setStrokingColor(Ink.TEXT.color());
                ink.setLineWidth(1.8f);
                ink.moveTo(x, y - R - 1);
                ink.lineTo(x, y + R + 1);
                ink.stroke();
            }
            case NOTE -> {
                ink.setStrokingColor(Ink.MUTED.color());
                ink.moveTo(x, y + R);
                ink.lineTo(x + R, y);
                ink.lineTo(x, y - R);
                ink.lineTo(x - R, y);
                ink.closeAndStroke();
            }
        }
    }

    private static void circle(float x, float y, PDPageContentStream ink) throws IOException {
        ink.moveTo(x + R, y);
        ink.curveTo(x + R, y + ROUND, x + ROUND, y + R, x, y + R);
        ink.curveTo(x - ROUND, y + R, x - R, y + ROUND, x - R, y);
        ink.curveTo(x - R, y - ROUND, x - ROUND, y - R, x, y - R);
        ink.curveTo(x + ROUND, y - R, x + R, y - ROUND, x + R, y);
        ink.closePath();
    }
}
