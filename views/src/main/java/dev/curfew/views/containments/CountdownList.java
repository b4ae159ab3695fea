package dev.curfew.views.containments;

import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residual.Kind;
import dev.curfew.containment.residual.Residual.State;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.contain.ContainWords;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Countdowns below each other. Numbers tick in place; rows are made anew only for other ones. */
final class CountdownList extends VBox {
    private final Ui ui;
    private final int most;
    private final Consumer<String> open;
    private final List<Item> items = new ArrayList<>();
    private final Label more = Labels.muted("");

    /**
     * @param most so many are shown, the rest is counted
     * @param open goes to a containment
     */
    CountdownList(Ui ui, int most, Consumer<String> open) {
        this.ui = ui;
        this.most = most;
        this.open = open;
        getStyleClass().add("countdowns");
        more.getStyleClass().add("countdown-more");
    }

    void show(List<Countdown> countdowns) {
        List<Countdown> shown = countdowns.subList(0, Math.min(most, countdowns.size()));
        List<String> ids = shown.stream().map(one -> one.kept().id()).toList();
        if (!ids.equals(items.stream().map(item -> item.id).toList())) {
            items.clear();
            shown.forEach(one -> items.add(new Item(one)));
            getChildren().setAll(items);
            getChildren().add(more);
        }
        for (int i = 0; i < shown.size(); i++) {
            items.get(i).show(shown.get(i));
        }
        int left = countdowns.size() - shown.size();
        more.setText(left > 0 ? ui.text("containments.countdown.more", left) : "");
        more.setManaged(left > 0);
    }

    private final class Item extends VBox {
        private final String id;
        private final Label note = Labels.caption("");
        private final List<Line> lines = List.of(new Line(), new Line());

        Item(Countdown countdown) {
            id = countdown.kept().id();
            String title = SafeText.of(countdown.kept().state().plan().title());
            ActionButton name = Buttons.link("countdown-" + id, title, () -> open.accept(id));
            name.getStyleClass().add("countdown-name");
            name.setMinWidth(0);
            HBox.setHgrow(note, Priority.SOMETIMES);
            HBox head = new HBox(name, note);
            head.getStyleClass().add("countdown-head");
            GridPane grid = new GridPane();
            grid.getStyleClass().add("countdown-grid");
            ColumnConstraints kind = new ColumnConstraints();
            kind.setMinWidth(Region.USE_PREF_SIZE);
            ColumnConstraints bar = new ColumnConstraints();
            bar.setHgrow(Priority.ALWAYS);
            bar.setFillWidth(true);
            ColumnConstraints fixed = new ColumnConstraints();
            fixed.setMinWidth(Region.USE_PREF_SIZE);
            ColumnConstraints last = new ColumnConstraints();
            last.setMinWidth(Region.USE_PREF_SIZE);
            grid.getColumnConstraints().setAll(kind, bar, fixed, last);
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).into(grid, i);
            }
            getStyleClass().add("countdown-item");
            getChildren().setAll(head, grid);
        }

        void show(Countdown now) {
            note.setText(
                    now.kept().restoredBy().isPresent()
                            ? ui.text("containments.outcome.restored")
                            : ui.text(
                                    "containments.countdown.note",
                                    ContainWords.strength(
                                            now.kept().state().plan().request().strength()),
                                    ui.ages().at(now.kept().state().startedAt())));
            lines.get(0).show(ui.text("contain.x509"), now, Kind.X509_SVID);
            lines.get(1).show(ui.text("contain.jwt"), now, Kind.JWT_SVID);
        }
    }

    /** One kind: its name, how much of its time is left, by when, and how long still. */
    private final class Line {
        private final Label name = Labels.muted("");
        private final ProgressBar bar = new ProgressBar(0);
        private final Label by = Labels.whole("", "caption");
        private final Label left = Labels.whole("", "mono", "countdown-left");

        void into(GridPane grid, int row) {
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add("countdown-bar");
            bar.setFocusTraversable(false);
            left.setAccessibleRole(AccessibleRole.TEXT);
            grid.addRow(row, name, bar, by, left);
        }

        void show(String kindName, Countdown countdown, Kind kind) {
            List<Residual> of = countdown.of(kind);
            State state = Countdown.worst(of).orElse(State.UNKNOWN);
            Optional<Instant> end = Countdown.latest(of);
            Tone tone =
                    countdown.kept().restoredBy().isPresent()
                            ? Tone.MUTED
                            : ContainmentWords.tone(state);
            name.setText(kindName);
            tone.on(bar);
            bar.setProgress(part(countdown, state, end));
            by.setText(by(countdown, state, end));
            String words = ContainmentWords.left(state, end, ui);
            left.setText(words);
            tone.on(left);
            left.setAccessibleText(
                    ui.text(
                            "containments.countdown.words",
                            SafeText.of(countdown.kept().state().plan().title()),
                            kindName,
                            words));
        }

        private String by(Countdown countdown, State state, Optional<Instant> end) {
            return switch (state) {
                case RUNNING ->
                        end.map(at -> ui.text("containments.countdown.by", ui.ages().at(at)))
                                .orElse("");
                case ENDED ->
                        countdown
                                .provedAfterEnd()
                                .map(proof ->
                                        ui.text(
                                                "containments.countdown.looked",
                                                ui.ages().at(proof.at())))
                                .or(() ->
                                        end.map(at -> ui.text("contain.atMost", ui.ages().at(at))))
                                .orElse("");
                case UNBOUNDED, REVERTED, UNKNOWN -> "";
            };
        }

        /** Of its time what is left; an ended one is whole, so that the bar is seen. */
        private double part(Countdown countdown, State state, Optional<Instant> end) {
            if (state != State.RUNNING || end.isEmpty()) {
                return 1;
            }
            Instant start = countdown.kept().state().startedAt();
            double all = Math.max(1, Duration.between(start, end.get()).toMillis());
            return Math.clamp(Duration.between(ui.ages().now(), end.get()).toMillis() / all, 0, 1);
        }
    }
}
