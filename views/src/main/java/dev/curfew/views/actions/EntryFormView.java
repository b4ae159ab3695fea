package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.containment.EntryForm.Field;
import dev.curfew.containment.EntryForm.Issue;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.SideBySide;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A registration entry, new or changed; each mistake is said beside its field. */
final class EntryFormView implements Attachable {
    private final EntryFormViewModel model;
    private final FlowContext context;
    private final Ui ui;
    private final TextField spiffeId = new TextField();
    private final TextField parent = new TextField();
    private final TextField x509 = new TextField();
    private final TextField jwt = new TextField();
    private final TextField hint = new TextField();
    private final ExpiryField expiry;
    private final LinesField selectors;
    private final LinesField dnsNames;
    private final FederatesField federates;
    private final ServedNote served;
    private final CheckBox admin;
    private final CheckBox downstream;
    private final CheckBox storeSvid;
    private final CheckBox prefetch;
    private final Map<Field, FieldBox> boxes;
    private final FlowCard card;

    EntryFormView(
            EntryFormViewModel model,
            FlowContext context,
            Runnable cancelled,
            Consumer<Change> planned) {
        this.model = model;
        this.context = context;
        this.ui = context.ui();
        EntryFields fields = model.fields();
        EntrySuggestions offers = new EntrySuggestions(model.server());
        spiffeId.getStyleClass().add("mono");
        parent.getStyleClass().add("mono");
        parent.setPromptText(ui.text("actions.entry.parent.prompt"));
        x509.setPromptText(ui.text("actions.entry.ttl.prompt"));
        jwt.setPromptText(ui.text("actions.entry.ttl.prompt"));
        Suggestions.offer(spiffeId, offers::spiffeIds);
        Suggestions.offer(parent, offers::parents);
        served = new ServedNote(ui);
        boxes =
                Map.of(
                        Field.SPIFFE_ID,
                                new FieldBox(
                                        "entry-spiffeId",
                                        ui.text("actions.field.spiffeId"),
                                        spiffeId),
                        Field.PARENT_ID,
                                new FieldBox(
                                        "entry-parent",
                                        ui.text("actions.field.parentId"),
                                        parent,
                                        served),
                        Field.X509_TTL,
                                new FieldBox("entry-x509", ui.text("actions.field.x509Ttl"), x509),
                        Field.JWT_TTL,
                                new FieldBox("entry-jwt", ui.text("actions.field.jwtTtl"), jwt));
        expiry =
                new ExpiryField(
                        "entry-expiry",
                        ui.text("actions.expiry.never.prompt"),
                        context.host().zone(),
                        ui);
        selectors =
                new LinesField(
                        "entry-selectors",
                        ui.text("actions.field.selectors"),
                        ui.text("actions.entry.selector.prompt"),
                        offers::selectors,
                        ui,
                        fields.selectors::set);
        dnsNames =
                new LinesField(
                        "entry-dns",
                        ui.text("actions.field.dnsNames"),
                        ui.text("actions.entry.dns.prompt"),
                        _ -> List.of(),
                        ui,
                        fields.dnsNames::set);
        federates = new FederatesField(model, ui);
        admin = check("entry-admin", ui.text("actions.entry.admin"));
        downstream = check("entry-downstream", ui.text("actions.entry.downstream"));
        storeSvid = check("entry-storeSvid", ui.text("actions.entry.storeSvid"));
        prefetch = check("entry-prefetch", ui.text("actions.entry.prefetch"));
        card =
                new FlowCard(
                                title(),
                                "flow-wide",
                                new SideBySide(left(), right(), PreviewBody.LEFT_SHARE))
                        .withButtons(
                                new Node[0],
                                FormButtons.cancel(ui, cancelled),
                                FormButtons.preview(
                                        ui,
                                        () ->
                                                model.read()
                                                        .ifPresentOrElse(
                                                                planned, this::toFirstMistake)))
                        .onEscape(cancelled);
    }

    private String title() {
        return model.edited()
                .map(entry ->
                        ui.text("actions.edit", ActionWords.shortName(entry.spiffeId().toString())))
                .orElseGet(() -> ui.text("actions.entry.new"));
    }

    private VBox left() {
        VBox left = new VBox(box(Field.SPIFFE_ID), box(Field.PARENT_ID), selectors, dnsNames);
        left.getStyleClass().add("form-fields");
        return left;
    }

    private VBox right() {
        HBox ttls = new HBox(box(Field.X509_TTL), box(Field.JWT_TTL));
        ttls.getStyleClass().add("field-row");
        HBox.setHgrow(box(Field.X509_TTL), Priority.ALWAYS);
        HBox.setHgrow(box(Field.JWT_TTL), Priority.ALWAYS);
        VBox flags =
                new VBox(
                        Labels.whole(ui.text("actions.entry.flags"), "field-name"),
                        admin,
                        downstream,
                        storeSvid,
                        prefetch);
        flags.getStyleClass().add("choices");
        VBox right =
                new VBox(
                        ttls,
                        expiry,
                        federates,
                        new FieldBox("entry-hint", ui.text("actions.field.hint"), hint),
                        flags);
        right.getStyleClass().add("form-fields");
        return right;
    }

    private FieldBox box(Field field) {
        FieldBox box = boxes.get(field);
        if (box == null) {
            throw new IllegalArgumentException("no box for " + field);
        }
        return box;
    }

    private static CheckBox check(String id, String name) {
        CheckBox box = new CheckBox(name);
        box.setId(id);
        box.setWrapText(true);
        return box;
    }

    FlowCard card() {
        return card;
    }

    Node firstFocus() {
        return spiffeId;
    }

    private void toFirstMistake() {
        model.issuesProperty().get().stream()
                .findFirst()
                .map(issue ->
                        switch (issue.field()) {
                            case SPIFFE_ID -> spiffeId;
                            case PARENT_ID -> parent;
                            case X509_TTL -> x509;
                            case JWT_TTL -> jwt;
                            case EXPIRES_AT -> expiry.field();
                            case SELECTORS ->
                                    card.lookup("#entry-selectors-" + Math.max(0, issue.line()));
                            case DNS_NAMES ->
                                    card.lookup("#entry-dns-" + Math.max(0, issue.line()));
                            case FEDERATES_WITH -> federates;
                        })
                .ifPresent(Node::requestFocus);
    }

    @Override
    public Subscription attached() {
        EntryFields fields = model.fields();
        selectors.show(fields.selectors.get());
        dnsNames.show(fields.dnsNames.get());
        return new Subscriptions()
                .add(FormButtons.bind(spiffeId.textProperty(), fields.spiffeId))
                .add(FormButtons.bind(parent.textProperty(), fields.parentId))
                .add(FormButtons.bind(x509.textProperty(), fields.x509Ttl))
                .add(FormButtons.bind(jwt.textProperty(), fields.jwtTtl))
                .add(FormButtons.bind(expiry.textProperty(), fields.expiresAt))
                .add(FormButtons.bind(hint.textProperty(), fields.hint))
                .add(FormButtons.bind(admin.selectedProperty(), fields.admin))
                .add(FormButtons.bind(downstream.selectedProperty(), fields.downstream))
                .add(FormButtons.bind(storeSvid.selectedProperty(), fields.storeSvid))
                .add(FormButtons.bind(prefetch.selectedProperty(), fields.prefetchDisabled))
                .add(model.servedProperty().subscribe(served::show))
                .add(model.issuesProperty().subscribe(this::show));
    }

    private void show(List<Issue> issues) {
        boxes.forEach((field, box) -> box.problem(whole(issues, field)));
        expiry.problem(whole(issues, Field.EXPIRES_AT));
        federates.problem(whole(issues, Field.FEDERATES_WITH));
        selectors.problems(byLine(issues, Field.SELECTORS));
        dnsNames.problems(byLine(issues, Field.DNS_NAMES));
    }

    private Optional<String> whole(List<Issue> issues, Field field) {
        return issues.stream()
                .filter(issue -> issue.field() == field)
                .findFirst()
                .map(issue -> context.words().brief(issue.failure()));
    }

    private Map<Integer, String> byLine(List<Issue> issues, Field field) {
        return issues.stream()
                .filter(issue -> issue.field() == field)
                .collect(
                        Collectors.toMap(
                                Issue::line,
                                issue -> context.words().brief(issue.failure()),
                                (first, _) -> first));
    }
}
