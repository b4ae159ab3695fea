package dev.curfew.views.graph;

import javafx.scene.paint.Color;

/** How a line is drawn. */
record Stroke(Color color, double width, Dash dash) {
    enum Dash {
        NONE(),
        DASHED(4, 4),
        DOTTED(1.5, 3);

        private final double[] pattern;

        Dash(double... pattern) {
            this.pattern = pattern;
        }

        double[] pattern() {
            return pattern.clone();
        }
    }

    Stroke(Color color, double width) {
        this(color, width, Dash.NONE);
    }
}
