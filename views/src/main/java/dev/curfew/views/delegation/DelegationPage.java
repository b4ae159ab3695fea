package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.delegation.GrantActions.Action;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Page;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** The screen of delegation: who acts for whom, and what is wrong with it. */
public final class DelegationPage implements Page, FindingDetails.Leads {
    /** Leads to the findings; after it, which ones. */
    static final String FINDINGS = "findings";

    /** In the order in which they can be chosen. */
    private enum Shape {
        PICTURE,
        TABLE,
        FINDINGS,
        RULES;

        boolean isPicture() {
            return this == PICTURE || this == TABLE;
        }
    }

    private final DelegationViewModel model;
    private final FindingsModel findings;
    private final GrantActions actions;
    private final PlanPreview preview;
    private final Runnable readNow;
    private final Ui ui;
    private final PicturePane picture;
    private final FindingsPane findingsPane;
    private final RulesPane rulesPane;
    private final DelegationExport export;
    private final AddMenu add;
    private final StackPane body = new StackPane();
    private final Segments shapes;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private Shape shape = Shape.PICTURE;

    /**
     * @param readNow reads the grants again
     */
    public DelegationPage(
            DelegationViewModel model,
            FindingsModel findings,
            RulesModel rules,
            GrantActions actions,
            PlanPreview preview,
            AddedModel added,
            Runnable readNow,
            Ui ui) {
        this.model = model;
        this.findings = findings;
        this.actions = actions;
        this.preview = preview;
        this.readNow = readNow;
        this.ui = ui;
        picture = new PicturePane(model, actions, preview, this::showFinding, ui);
        findingsPane = new FindingsPane(findings, actions, this, ui);
        rulesPane = new RulesPane(findings, rules, this, ui);
        export = new DelegationExport(picture.view(), picture.table(), subtitle::get, ui);
        add = new AddMenu(added, ui);
        add.acceptDrops(body);
        body.setMinSize(0, 0);
        shapes =
                new Segments(
                        "delegation-shape",
                        ui.text("delegation.shape"),
                        List.of(
                                ui.text("delegation.graph"),
                                ui.text("delegation.table"),
                                ui.text("findings.heading"),
                                ui.text("rules.heading")),
                        index -> showAs(Shape.values()[index]));
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    @Override
    public List<Node> actions() {
        return List.of(shapes, add.button(), export.button());
    }

    /** Someone to show, as {@link Party#display()} writes it, or the findings. */
    @Override
    public void open(String argument) {
        if (argument.equals(FINDINGS) || argument.startsWith(FINDINGS + " ")) {
            showAs(Shape.FINDINGS);
            findingsPane.open(argument.substring(FINDINGS.length()).strip());
        } else if (!argument.isBlank() && model.stateProperty().get().snapshot().isPresent()) {
            showAs(Shape.PICTURE);
            picture.open(argument);
        }
    }

    @Override
    public void readNow() {
        readNow.run();
    }

    @Override
    public void focusFilter() {
        switch (shape) {
            case PICTURE, TABLE -> picture.focusSearch();
            case FINDINGS -> findingsPane.focusFilter();
            case RULES -> rulesPane.focus();
        }
    }

    @Override
    public void export() {
        switch (shape) {
            case PICTURE, TABLE -> export.button().show();
            case FINDINGS -> findingsPane.exportButton().show();
            case RULES -> {}
        }
    }

    @Override
    public void contain() {
        Optional<Party> party = shape.isPicture() ? picture.chosenParty() : findingsPane.culprit();
        Optional<String> refusal =
                party.isEmpty()
                        ? Optional.of(ui.text("delegation.chooseFirst"))
                        : actions.whyNot(Action.CONTAIN, party.get());
        refusal.ifPresentOrElse(
                why -> ui.dialogs().tell(Notice.of(why)),
                () -> party.ifPresent(one -> actions.run(Action.CONTAIN, one)));
    }

    @Override
    public boolean escape() {
        return switch (shape) {
            case PICTURE, TABLE -> picture.closeDetailsIfOpen();
            case FINDINGS -> findingsPane.closeDetails();
            case RULES -> rulesPane.closeDetails();
        };
    }

    @Override
    public Subscription attached() {
        return model.attached()
                .and(model.stateProperty().subscribe(this::show))
                .and(findings.stateProperty().subscribe(this::count))
                .and(preview.shownProperty().subscribe(this::show))
                .and(picture.attached())
                .and(add.attached())
                .and(findingsPane.attached())
                .and(rulesPane.attached());
    }

    /** Whoever asks for a plan on the picture is shown the picture, or the table of the same. */
    private void show(Optional<PlanPreview.Shown> plan) {
        if (plan.isPresent() && !shape.isPicture()) {
            showAs(Shape.PICTURE);
        }
    }

    private void show(DelegationState state) {
        boolean fed = state.snapshot().isPresent();
        body.getChildren().setAll(fed ? shown() : empty());
        subtitle.set(state.snapshot().map(this::told).orElse(ui.text("delegation.subtitle.none")));
        shapes.setDisable(!fed);
        export.button().setDisable(!fed);
        show(export.button(), shape.isPicture());
    }

    private Node shown() {
        return switch (shape) {
            case PICTURE, TABLE -> picture.node();
            case FINDINGS -> findingsPane.node();
            case RULES -> rulesPane.node();
        };
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private String told(GrantSnapshot snapshot) {
        String read =
                ui.text(
                        "delegation.subtitle",
                        snapshot.source(),
                        ui.ages().since(snapshot.readAt()));
        return snapshot.partial().isEmpty() ? read : read + " " + snapshot.partial();
    }

    private Node empty() {
        return new EmptyState(
                AppIcon.DELEGATION,
                ui.text("delegation.empty"),
                ui.text("delegation.empty.what"),
                add.buttons());
    }

    private void count(FindingsState state) {
        String word = ui.text("findings.heading");
        shapes.rename(
                Shape.FINDINGS.ordinal(),
                state.findings()
                        .map(found ->
                                ui.text("findings.segment", word, Counts.of(found.countFound())))
                        .orElse(word));
    }

    private void showAs(Shape wanted) {
        shape = wanted;
        shapes.choose(shape.ordinal());
        picture.showAs(shape == Shape.TABLE);
        show(model.stateProperty().get());
    }

    @Override
    public void show(Party party) {
        showAs(Shape.PICTURE);
        picture.select(party);
    }

    @Override
    public void show(Grant grant) {
        showAs(Shape.PICTURE);
        picture.show(grant);
    }

    private void showFinding(FindingRow row) {
        showAs(Shape.FINDINGS);
        findingsPane.select(row);
    }

    /** Its chain, in the picture or in the table. */
    void select(Grant grant) {
        picture.select(grant);
    }
}
