package dev.curfew.views.contain;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.PageBody;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.SideBySide;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The page of a containment before it runs. */
public final class PlanPane implements Attachable {
    /** Where the page leads to. */
    public interface Ways {
        /** Back to where one came from. */
        void cancelled();

        void begun(String containmentId);

        /** Shows on the picture of delegation what it would do. */
        void picture(ContainmentPlan plan);

        /** Leaves a saved plan for a fresh one. */
        void plan(PlanSource source);
    }

    private final PlanViewModel model;
    private final EstateModel estate;
    private final Ui ui;
    private final ContainWords words;
    private final Ways ways;
    private final StrengthCards strengths;
    private final OptionsStrip options;
    private final BlastCard blast;
    private final StepsCard steps;
    private final ExposureCard exposure;
    private final NotesBlock notes;
    private final Footer footer;
    private final List<Node> parts;
    private final VBox right;
    private final PageBody scroll = new PageBody();
    private final BorderPane node = new BorderPane();
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final Pill adds;
    private final ActionButton picture;
    private final ActionButton save;

    public PlanPane(PlanViewModel model, EstateModel estate, Ui ui, Ways ways) {
        this.model = model;
        this.estate = estate;
        this.ui = ui;
        this.ways = ways;
        words = new ContainWords(ui);
        title = new ReadOnlyStringWrapper(ui.text("contain.planning"));
        strengths = new StrengthCards(ui, model::choose);
        options = new OptionsStrip(model, ui);
        blast = new BlastCard(ui);
        steps = new StepsCard(ui, words);
        exposure = new ExposureCard(model.state().isRestore(), estate, ui);
        notes = new NotesBlock(model, ui, this::planAgain, this::focusFirst);
        footer = new Footer(model, ui, words, ways::cancelled, this::confirmed);
        right = new VBox();
        right.getStyleClass().add("flow-column");
        adds = new Pill(ui.text("actions.addsAccess"), Tone.WARNING);
        picture =
                Buttons.of(
                        "contain-picture",
                        AppIcon.DELEGATION,
                        ui.text("contain.picture"),
                        () -> model.state().plan().ifPresent(ways::picture));
        save = Buttons.of("contain-save", AppIcon.EXPORT, ui.text("contain.save"), this::save);
        order(model.state().strength());
        parts = List.of(strengths, options, steps.node(), exposure.node(), blast.node());
        scroll.setBlocks(
                notes.urgent(),
                strengths,
                options,
                // Putting something back hits nothing.
                model.state().isRestore() ? right : new SideBySide(blast.node(), right, 0.26));
        node.setCenter(scroll);
        node.setBottom(footer.node());
        node.setId("contain-page");
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public Node node() {
        return node;
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    public List<Node> actions() {
        return List.of(adds, picture, save);
    }

    /** Cancel: so that no key pressed by accident confirms anything. */
    public void focusFirst() {
        footer.firstFocus().requestFocus();
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.attached())
                .add(options.attached())
                .add(footer.attached())
                .add(model.stateProperty().subscribe(this::show))
                .add(model.refusalProperty().subscribe(_ -> notes.show(model.state())));
    }

    private void show(PlanState state) {
        boolean restore = state.isRestore();
        adds.setVisible(restore);
        adds.setManaged(restore);
        save.refuse(state.plan().isPresent() ? "" : ui.text("contain.planning"));
        picture.refuse(whyNoPicture(state));
        order(state.strength());
        strengths.show(state);
        options.show(state);
        notes.show(state);
        footer.show(state);
        state.plan().ifPresent(this::show);
        // Only what is there or not: setting the same nodes again would take the focus away.
        boolean planned = state.plan().isPresent();
        for (Node node : planned ? List.<Node>of() : parts) {
            visible(node, false);
        }
        if (planned) {
            visible(strengths, state.source() instanceof PlanSource.Fresh);
            visible(steps.node(), true);
            visible(exposure.node(), true);
            visible(blast.node(), !restore);
        }
    }

    private String whyNoPicture(PlanState state) {
        if (state.plan().isEmpty()) {
            return ui.text("contain.planning");
        }
        boolean read =
                estate.estateProperty().get().backends().stream()
                        .anyMatch(backend -> backend.grants().isKnown());
        return read ? "" : ui.text("contain.picture.none");
    }

    /** What can not be taken back is to be read before any figure. */
    private void order(Strength strength) {
        List<Node> wanted =
                strength == Strength.SEVER
                        ? List.of(steps.node(), notes.notes(), exposure.node())
                        : List.of(steps.node(), exposure.node(), notes.notes());
        if (!right.getChildren().equals(wanted)) {
            right.getChildren().setAll(wanted);
        }
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void show(ContainmentPlan plan) {
        title.set(words.title(plan));
        subtitle.set(
                plan.restores()
                        .map(id -> ui.text("contain.subtitle.restore", id))
                        .orElseGet(() -> SafeText.of(plan.request().target().subject())));
        blast.show(plan.blast());
        steps.show(plan);
        exposure.show(plan);
    }

    private void confirmed() {
        model.run(ways::begun);
    }

    private void planAgain() {
        if (model.state().source() instanceof PlanSource.Saved(_, var saved)) {
            ways.plan(
                    saved.restores()
                            .<PlanSource>map(PlanSource.Restore::new)
                            .orElseGet(() -> new PlanSource.Fresh(saved.request().target())));
        }
    }

    private void save() {
        model.state()
                .plan()
                .ifPresent(plan ->
                        ui.dialogs()
                                .chooseSave(
                                        new FileQuestion(
                                                ui.text("contain.save.title"),
                                                plan.id() + ".json",
                                                ui.text("contain.save.kind"),
                                                "json"),
                                        model::save));
    }

    /** A chord, not a key that is pressed by habit; refused as the button is. */
    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            key.consume();
            confirmed();
        }
    }
}
