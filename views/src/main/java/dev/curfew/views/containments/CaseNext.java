package dev.curfew.views.containments;

import dev.curfew.containment.Strength;
import dev.curfew.containment.book.Kept;
import dev.curfew.containment.run.StepState;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.contain.ContainWords;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be done next, as things are now. */
final class CaseNext {
    private final Ui ui;
    private final CaseActions actions;
    private final CasePane.Ways ways;
    private final VBox lines = new VBox();
    private final Card card;
    private List<String> shown = List.of();

    private record Line(String id, String what, String why, Optional<ActionButton> button) {}

    CaseNext(Ui ui, CaseActions actions, CasePane.Ways ways) {
        this.ui = ui;
        this.actions = actions;
        this.ways = ways;
        lines.getStyleClass().add("next-lines");
        card = new Card(ui.text("containments.next"), lines);
    }

    Region node() {
        return card;
    }

    void show(Kept kept, Instant now) {
        List<Line> all = lines(kept, now);
        List<String> words =
                all.stream().map(line -> line.id() + line.what() + line.why()).toList();
        if (!words.equals(shown)) {
            shown = words;
            lines.getChildren().setAll(all.stream().map(CaseNext::node).toList());
        }
    }

    private List<Line> lines(Kept kept, Instant now) {
        List<Line> all = new ArrayList<>();
        boolean open = kept.canStillAct(now);
        if (kept.runsHere()) {
            all.add(plain("wait", ui.text("containments.next.wait")));
        }
        if (canGoOn(kept)) {
            ActionButton resume =
                    button(
                            "resume",
                            AppIcon.RUN,
                            ui.text("containments.resume"),
                            () -> actions.resume(kept));
            Optional<String> why = actions.whyNotResume(kept);
            resume.refuse(why.orElse(""));
            all.add(
                    new Line(
                            "resume",
                            ui.text("containments.next.resume"),
                            why.orElseGet(() -> ui.text("containments.next.resume.why")),
                            Optional.of(resume)));
        }
        if (open && !kept.isRestore() && strength(kept) != Strength.SEVER) {
            Strength harder =
                    strength(kept) == Strength.TIGHTEN ? Strength.CONTAIN : Strength.SEVER;
            String name = ContainWords.strength(harder);
            all.add(
                    new Line(
                            "harder",
                            ui.text("containments.next.harder", name),
                            harder == Strength.SEVER
                                    ? ui.text("containments.next.sever.why")
                                    : ui.text("containments.next.contain.why"),
                            Optional.of(
                                    Buttons.grave(
                                            button(
                                                    "harder",
                                                    AppIcon.CONTAIN,
                                                    ui.text("containments.next.harder.verb", name),
                                                    () -> ways.harder(kept, harder))))));
        }
        if (open && !kept.isRestore()) {
            all.add(
                    new Line(
                            "streams",
                            ui.text("containments.next.streams"),
                            ui.text("containments.next.streams.why"),
                            Optional.empty()));
        }
        if (all.isEmpty()) {
            all.add(plain("nothing", ui.text("containments.next.nothing")));
        }
        return all;
    }

    private static Strength strength(Kept kept) {
        return kept.state().plan().request().strength();
    }

    /** Something of it was not done, and doing it again does no harm. */
    private static boolean canGoOn(Kept kept) {
        return !kept.runsHere()
                && kept.restoredBy().isEmpty()
                && kept.state().steps().stream()
                        .anyMatch(step ->
                                step.state() == StepState.SKIPPED
                                        || step.state() == StepState.FAILED
                                        || step.state() == StepState.PARTIAL
                                        || step.state() == StepState.UNKNOWN
                                        || step.state() == StepState.WAITING);
    }

    private static Line plain(String id, String what) {
        return new Line(id, what, "", Optional.empty());
    }

    private static ActionButton button(String id, AppIcon icon, String text, Runnable action) {
        return Buttons.small(Buttons.of("containment-next-" + id, icon, text, action));
    }

    private static Node node(Line line) {
        VBox words = new VBox(Labels.wrapped(line.what()));
        if (!line.why().isEmpty()) {
            words.getChildren().add(Labels.wrapped(line.why(), "caption"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words);
        line.button().ifPresent(row.getChildren()::add);
        row.getStyleClass().add("next-line");
        return row;
    }
}
