package dev.curfew.views.delegation;

import dev.curfew.delegation.check.Severity;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.Failure;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * How many findings of delegation are open, on the overview; each line leads to them. Not there
 * where no policy backend is connected. JavaFX thread only.
 */
public final class FindingsCard implements Attachable {
    private final ObservableValue<FindingsState> findings;
    private final ObservableValue<Estate> estate;
    private final Navigator navigator;
    private final Ui ui;
    private final FindingWords words;
    private final VBox rows = new VBox();
    private final Label read = Labels.wrapped("", "caption");
    private final HBox foot = new HBox(read);
    private final Card card;

    public FindingsCard(
            ObservableValue<FindingsState> findings,
            ObservableValue<Estate> estate,
            Navigator navigator,
            Ui ui) {
        this.findings = findings;
        this.estate = estate;
        this.navigator = navigator;
        this.ui = ui;
        words = new FindingWords(ui);
        rows.setId("overview-findings");
        rows.getStyleClass().add("notable-rows");
        read.setId("overview-findings-read");
        foot.getStyleClass().add("card-foot");
        card =
                new Card(ui.text("findings.card"), new VBox(rows, foot))
                        .with(
                                Buttons.link(
                                        "overview-findings-all",
                                        ui.text("findings.card.all"),
                                        () -> go(FindingFilter.ALL_FINDINGS)));
    }

    public Node node() {
        return card;
    }

    @Override
    public Subscription attached() {
        return findings.subscribe(_ -> show())
                .and(estate.subscribe(_ -> show()))
                .and(ui.ticker().everySecond(this::tell));
    }

    private void show() {
        boolean any = estate.getValue().backends().stream().anyMatch(FindingsCard::mayHaveGrants);
        card.setVisible(any);
        card.setManaged(any);
        if (any) {
            rows.getChildren().setAll(rows());
            tell();
        }
    }

    /** Until it was reached nobody knows what it can do. */
    private static boolean mayHaveGrants(BackendEstate backend) {
        return backend.capabilities().isEmpty() || backend.can(PolicyCapability.LIST_RELATIONSHIPS);
    }

    private List<Node> rows() {
        Optional<Findings> known = findings.getValue().findings();
        if (known.isEmpty()) {
            return List.of(
                    new EmptyState(
                            AppIcon.NOT_SEEN, ui.text("findings.card.unread"), whyNotKnown()));
        }
        Findings found = known.get();
        List<Node> all = new ArrayList<>();
        Arrays.stream(Severity.values())
                .filter(severity -> found.count(severity) > 0)
                .forEach(severity ->
                        all.add(
                                row(
                                        severity.name().toLowerCase(Locale.ROOT),
                                        SeverityMark.of(severity),
                                        words.severity(severity),
                                        found.count(severity))));
        if (all.isEmpty()) {
            all.add(Labels.wrapped(ui.text("findings.card.none")));
        }
        if (found.countNotKnown() > 0) {
            all.add(
                    row(
                            FindingFilter.NOT_KNOWN,
                            SeverityMark.ofUnknown(),
                            ui.text("findings.card.notKnown"),
                            found.countNotKnown()));
        }
        return all;
    }

    private String whyNotKnown() {
        return estate.getValue().backends().stream()
                .map(BackendEstate::grants)
                .flatMap(reading -> reading.failure().stream())
                .findFirst()
                .map((Failure why) -> Explanations.of(why).asParagraph())
                .orElse(ui.text("findings.card.unread.hint"));
    }

    private Node row(String argument, Node mark, String word, int count) {
        HBox content =
                new HBox(
                        mark,
                        Labels.of(word),
                        Labels.gap(),
                        Labels.whole(Counts.of(count), "notable-count"),
                        AppIcon.CHEVRON_RIGHT.view("cell-icon"));
        content.getStyleClass().add("notable-content");
        Button row = new Button("", content);
        row.setId("overview-findings-" + argument.replace(' ', '-'));
        row.getStyleClass().add("list-row");
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty()
                .bind(row.widthProperty().map(width -> Math.max(0, width.doubleValue() - 2)));
        row.setAccessibleText(word + ": " + Counts.of(count));
        row.setOnAction(event -> go(argument));
        return row;
    }

    private void go(String argument) {
        navigator.go(
                new Location(
                        Places.DELEGATION, (DelegationPage.FINDINGS + " " + argument).strip()));
    }

    /** When what is counted was read, and what is not counted. */
    private void tell() {
        Optional<Findings> known = findings.getValue().findings();
        String told =
                known.map(
                                found -> {
                                    String from =
                                            ui.text(
                                                    "findings.card.read",
                                                    found.of().source(),
                                                    ui.ages().since(found.of().readAt()));
                                    return found.countWaived() == 0
                                            ? from
                                            : from
                                                    + " "
                                                    + ui.text(
                                                            "findings.status.waived",
                                                            Counts.of(found.countWaived()));
                                })
                        .orElse("");
        String partial = known.map(found -> found.of().partial()).orElse("");
        read.setText((told + " " + partial).strip());
        foot.setVisible(!read.getText().isEmpty());
        foot.setManaged(!read.getText().isEmpty());
    }
}
