package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.contain.ContainWords;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Containments that a crash or an end of Curfew cut off, above all others, to go on with. */
final class CutOffLines extends VBox {
    private static final int MOST = 3;

    private final Ui ui;
    private final ContainWords words;
    private final CaseActions actions;
    private final Consumer<String> open;
    private List<Kept> last = List.of();
    private List<Object> said = List.of();

    CutOffLines(Ui ui, CaseActions actions, Consumer<String> open) {
        this.ui = ui;
        this.actions = actions;
        this.open = open;
        words = new ContainWords(ui);
        setId("containments-cutOff");
        setVisible(false);
        setManaged(false);
    }

    void show(List<Kept> all) {
        last = all;
        List<Kept> cut = all.stream().filter(Kept::isCutOff).toList();
        List<Object> toSay =
                cut.stream()
                        .<Object>map(kept -> List.of(kept.id(), actions.readOnly(kept)))
                        .toList();
        if (toSay.equals(said)) {
            return;
        }
        said = toSay;
        setVisible(!cut.isEmpty());
        setManaged(!cut.isEmpty());
        getChildren().setAll(cut.stream().limit(MOST).map(this::line).toList());
        if (cut.size() > MOST) {
            getChildren()
                    .add(
                            new HBox(
                                    Labels.muted(
                                            ui.text(
                                                    "containments.cutOff.more",
                                                    cut.size() - MOST))));
        }
    }

    private Node line(Kept kept) {
        Optional<String> why = actions.whyNotResume(kept);
        ActionButton resume =
                Buttons.small(
                        Buttons.of(
                                "resume-" + kept.id(),
                                AppIcon.RUN,
                                ui.text("containments.resume"),
                                () -> actions.resume(kept)));
        resume.refuse(why.orElse(""));
        String what =
                ui.text(
                        "containments.cutOff.line",
                        words.title(kept.state().plan()),
                        kept.id(),
                        SafeText.of(kept.state().confirmation().operator()),
                        ui.ages().at(kept.state().startedAt()));
        String next = why.orElseGet(() -> ui.text("containments.cutOff.next"));
        VBox text = new VBox(Labels.wrapped(what, "banner-title"), Labels.wrapped(next, "muted"));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line =
                new HBox(
                        AppIcon.WARNING.view(),
                        text,
                        Buttons.small(
                                Buttons.text(
                                        "open-" + kept.id(),
                                        ui.text("containments.open"),
                                        () -> open.accept(kept.id()))),
                        resume,
                        Buttons.small(
                                Buttons.text(
                                        "giveUp-" + kept.id(),
                                        ui.text("containments.giveUp"),
                                        () -> actions.giveUp(kept))));
        if (why.isPresent()) {
            line.getChildren()
                    .add(
                            2,
                            Buttons.small(
                                    Buttons.of(
                                            "arm-" + kept.id(),
                                            AppIcon.ARMED,
                                            ui.text("actions.arm"),
                                            () -> {
                                                actions.arm(kept);
                                                show(last);
                                            })));
        }
        line.getStyleClass().add("banner");
        Tone.WARNING.on(line);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(what + " " + next);
        return line;
    }
}
