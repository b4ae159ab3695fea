package dev.curfew.views.exposure;

import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;

/**
 * The four lines: issuance stops by, SPIRE agents know by, last X509-SVID and last JWT-SVID dead by
 * — each with its terms — and what the action does not end. Shown anew each second, because "if it
 * were done now" moves with the clock. JavaFX thread only.
 */
public final class BoundLines extends VBox {
    static final PseudoClass END = PseudoClass.getPseudoClass("bound-end");
    static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("bound-unknown");

    private final String id;
    private final BoundPlace place;
    private final Ui ui;
    private final BoundWords words;
    private final List<BoundRow> rows = new ArrayList<>();
    private final Optional<BoundWhy> why;
    private final NotCovered notCovered;

    public BoundLines(String id, BoundPlace place, Ui ui) {
        this.id = id;
        this.place = place;
        this.ui = ui;
        this.words = new BoundWords(ui);
        boolean panel = place == BoundPlace.PANEL;
        notCovered = new NotCovered(id + "-notCovered", panel, ui);
        why =
                panel
                        ? Optional.of(
                                new BoundWhy(
                                        id + "-why",
                                        open -> rows.forEach(row -> row.unfold(open)),
                                        ui))
                        : Optional.empty();
        getStyleClass().addAll("bound-lines", panel ? "in-panel" : "in-dialog");
    }

    /** Only the most important of what is not covered, until it is unfolded. */
    public BoundLines briefly() {
        notCovered.briefly();
        return this;
    }

    /**
     * The newest times; what is unfolded stays so.
     *
     * @param start of the action
     * @param unknown what stands where there is no time
     */
    public void show(ExposureBound bound, Instant start, String unknown) {
        List<BoundLine> lines = words.lines(bound, start, unknown);
        if (rows.isEmpty()) {
            build(lines);
        }
        Instant from = place == BoundPlace.PREVIEW ? start : ui.ages().now();
        for (int i = 0; i < lines.size(); i++) {
            rows.get(i).show(lines.get(i), from);
        }
        why.ifPresent(it -> it.show(last(bound)));
        notCovered.show(bound.notCovered().stream().map(words::notCovered).toList());
    }

    private static Optional<Instant> last(ExposureBound bound) {
        return Stream.of(bound.x509Dead(), bound.jwtDead())
                .map(Bound::at)
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private void build(List<BoundLine> lines) {
        for (BoundLine line : lines) {
            rows.add(new BoundRow(id + "-" + line.id(), place, ui));
        }
        getChildren().addAll(rows);
        why.ifPresent(getChildren()::add);
        getChildren().add(notCovered);
    }
}
