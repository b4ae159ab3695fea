package dev.curfew.views.contain;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The three strengths beside each other: what each does, and by when it would be over. */
final class StrengthCards extends GridPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Ui ui;
    private final List<Choice> choices = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();

    StrengthCards(Ui ui, Consumer<Strength> chosen) {
        this.ui = ui;
        setId("contain-strengths");
        getStyleClass().add("strengths");
        for (Strength strength : Strength.values()) {
            Choice choice = new Choice(strength, chosen);
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / Strength.values().length);
            getColumnConstraints().add(third);
            add(choice, choices.size(), 0);
            choices.add(choice);
        }
    }

    void show(PlanState state) {
        choices.forEach(choice -> choice.show(state));
    }

    private final class Choice extends VBox {
        private final Strength strength;
        private final RadioButton name;
        private final Label note = Labels.wrapped("", "caption");
        private final Label by = Labels.wrapped("", "strength-by");

        Choice(Strength strength, Consumer<Strength> chosen) {
            this.strength = strength;
            name = new RadioButton(ContainWords.strength(strength));
            name.setId("contain-strength-" + strength.word());
            name.setToggleGroup(group);
            name.setMnemonicParsing(false);
            name.getStyleClass().add("strength-name");
            name.setMinWidth(RadioButton.USE_PREF_SIZE);
            name.setOnAction(_ -> chosen.accept(strength));
            by.setId("contain-strength-" + strength.word() + "-by");
            getStyleClass().add("strength");
            // Below the name where there is no room beside it: it is never cut.
            note.setTextAlignment(TextAlignment.RIGHT);
            FootRow head = new FootRow(name, note);
            head.getStyleClass().add("strength-head");
            Label what = Labels.wrapped(ContainWords.what(strength), "muted");
            getChildren().setAll(head, what, by);
            setMinWidth(0);
            setOnMouseClicked(_ -> {
                name.setSelected(true);
                chosen.accept(strength);
            });
            setAccessibleRole(AccessibleRole.PARENT);
        }

        void show(PlanState state) {
            boolean is = state.strength() == strength;
            name.setSelected(is);
            pseudoClassStateChanged(CHOSEN, is);
            ContainmentPlan plan = state.plans().get(strength);
            if (plan == null) {
                note.setText(ContainWords.undo(strength));
                by.setText(ui.text("contain.planning"));
                Tone.MUTED.on(by);
                return;
            }
            int count = plan.steps().size();
            note.setText(
                    count == 1
                            ? ui.text("contain.strength.one", ContainWords.undo(strength))
                            : ui.text(
                                    "contain.strength.steps", count, ContainWords.undo(strength)));
            by.setText(last(plan));
            boolean can = plan.isRunnable();
            (can ? Tone.WARNING : Tone.MUTED).on(by);
            name.setAccessibleText(
                    ui.text(
                            "contain.strength.words",
                            ContainWords.strength(strength),
                            ContainWords.what(strength),
                            note.getText(),
                            by.getText()));
        }

        /** A tightened identity goes on: only what is out now ends. */
        private String last(ContainmentPlan plan) {
            if (!plan.isRunnable()) {
                return ui.text("contain.strength.refused");
            }
            Optional<Instant> x509 = plan.bound().x509Dead().at();
            Optional<Instant> jwt = plan.bound().jwtDead().at();
            if (x509.isEmpty() || jwt.isEmpty()) {
                return ui.text("contain.strength.noBound");
            }
            Instant latest = x509.get().isAfter(jwt.get()) ? x509.get() : jwt.get();
            return ui.text(
                    strength == Strength.TIGHTEN ? "contain.strength.oldBy" : "contain.strength.by",
                    ui.ages().at(latest));
        }
    }
}
