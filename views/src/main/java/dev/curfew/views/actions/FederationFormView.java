package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.containment.FederationForm.Field;
import dev.curfew.outcome.Failure;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A new federation: with whom, where its bundle is polled, and how that endpoint is known. */
final class FederationFormView implements Attachable {
    private final FederationViewModel model;
    private final FlowContext context;
    private final Ui ui;
    private final TextField trustDomain = new TextField();
    private final TextField url = new TextField();
    private final TextField endpointId = new TextField();
    private final RadioButton bySpiffe = new RadioButton();
    private final RadioButton byWeb = new RadioButton();
    private final FieldBox trustDomainBox;
    private final FieldBox urlBox;
    private final FieldBox endpointBox;
    private final BundleField bundle;
    private final VBox note = new VBox();
    private final FlowCard card;

    FederationFormView(
            FederationViewModel model,
            FlowContext context,
            Runnable cancelled,
            Consumer<Change> planned) {
        this.model = model;
        this.context = context;
        this.ui = context.ui();
        trustDomain.setPromptText(ui.text("actions.federation.trustDomain.prompt"));
        url.setPromptText(ui.text("actions.federation.url.prompt"));
        url.getStyleClass().add("mono");
        endpointId.getStyleClass().add("mono");
        trustDomainBox =
                new FieldBox("federation-td", ui.text("actions.field.trustDomain"), trustDomain);
        urlBox = new FieldBox("federation-url", ui.text("actions.field.endpointUrl"), url);
        endpointBox =
                new FieldBox(
                        "federation-endpoint",
                        ui.text("actions.federation.endpointId"),
                        endpointId);
        bundle = new BundleField(model.bundle(), context);
        ToggleGroup group = new ToggleGroup();
        bySpiffe.setId("federation-spiffe");
        bySpiffe.setText(ui.text("actions.federation.spiffe"));
        bySpiffe.setMnemonicParsing(false);
        bySpiffe.setToggleGroup(group);
        byWeb.setId("federation-web");
        byWeb.setText(ui.text("actions.federation.web"));
        byWeb.setMnemonicParsing(false);
        byWeb.setToggleGroup(group);
        VBox profile =
                new VBox(
                        Labels.whole(ui.text("actions.field.profile"), "field-name"),
                        bySpiffe,
                        byWeb);
        profile.getStyleClass().add("choices");
        note.setId("federation-note");
        VBox body = new VBox(trustDomainBox, urlBox, profile, endpointBox, bundle, note);
        body.getStyleClass().add("form-fields");
        card =
                new FlowCard(ui.text("actions.federation.title"), "flow-narrow", body)
                        .withButtons(
                                new Node[0],
                                FormButtons.cancel(ui, cancelled),
                                FormButtons.preview(
                                        ui,
                                        () ->
                                                model.read()
                                                        .map(Change.AddFederation::new)
                                                        .ifPresent(planned::accept)))
                        .onEscape(cancelled);
    }

    FlowCard card() {
        return card;
    }

    Node firstFocus() {
        return trustDomain;
    }

    @Override
    public Subscription attached() {
        (model.spiffeProperty().get() ? bySpiffe : byWeb).setSelected(true);
        return new Subscriptions()
                .add(FormButtons.bind(trustDomain.textProperty(), model.trustDomainProperty()))
                .add(FormButtons.bind(url.textProperty(), model.urlProperty()))
                .add(FormButtons.bind(endpointId.textProperty(), model.endpointIdProperty()))
                .add(bundle.attached())
                .add(model.bundle().bundleProperty().subscribe(_ -> note()))
                .add(bySpiffe.selectedProperty().subscribe(this::profileChosen))
                .add(model.trustDomainProperty().subscribe(_ -> note()))
                .add(model.issuesProperty().subscribe(this::show));
    }

    private void profileChosen(boolean spiffe) {
        model.spiffeProperty().set(spiffe);
        for (Region part : List.of(endpointBox, bundle)) {
            part.setVisible(spiffe);
            part.setManaged(spiffe);
        }
        note();
    }

    /** Which bundle is needed before the first fetch. */
    private void note() {
        note.getChildren().setAll(sentence());
    }

    private Region sentence() {
        if (!model.spiffeProperty().get()) {
            return Sentences.note(ui.text("actions.federation.webNote"));
        }
        if (model.isBundleKnown()) {
            return Sentences.note(ui.text("actions.federation.bundleKnown"));
        }
        return model.bundle().isGiven()
                ? Sentences.note(ui.text("actions.federation.bundleGiven"))
                : Sentences.warning(ui.text("actions.federation.bundleFirst"));
    }

    private void show(Map<Field, Failure> issues) {
        trustDomainBox.problem(problem(issues, Field.TRUST_DOMAIN));
        urlBox.problem(problem(issues, Field.URL));
        endpointBox.problem(problem(issues, Field.ENDPOINT_ID));
        bundle.problem(problem(issues, Field.BUNDLE));
    }

    private Optional<String> problem(Map<Field, Failure> issues, Field field) {
        return Optional.ofNullable(issues.get(field)).map(context.words()::brief);
    }
}
