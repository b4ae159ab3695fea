package dev.curfew.views.contain;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.views.actions.TextInput;
import dev.curfew.views.actions.TtlInput;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What can be chosen within the strength on screen. */
final class OptionsStrip extends VBox implements Attachable {
    private final PlanViewModel model;
    private final Ui ui;
    private final TtlInput x509;
    private final TtlInput jwt;
    private final HBox ttls;
    private final CheckBox ban = new CheckBox();
    private final TextInput endpoints;

    OptionsStrip(PlanViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("contain-options");
        x509 = new TtlInput("contain-x509", ui.text("contain.ttl.x509"), 300, ui);
        jwt = new TtlInput("contain-jwt", ui.text("contain.ttl.jwt"), 60, ui);
        HBox.setHgrow(x509.node(), Priority.ALWAYS);
        HBox.setHgrow(jwt.node(), Priority.ALWAYS);
        ttls = new HBox(x509.node(), jwt.node());
        ttls.getStyleClass().add("contain-ttls");
        ban.setId("contain-ban");
        ban.setMnemonicParsing(false);
        ban.setWrapText(true);
        boolean named = model.options().namesEachEndpoint();
        endpoints =
                new TextInput(
                        "contain-endpoints",
                        ui.text("contain.endpoints"),
                        ui.text(named ? "contain.endpoints.named" : "contain.endpoints.prompt"),
                        ui);
        getChildren().setAll(ttls, ban, endpoints.node());
    }

    void show(PlanState state) {
        boolean fresh = state.source() instanceof PlanSource.Fresh;
        boolean tighten = state.strength() == Strength.TIGHTEN;
        boolean ofNode =
                state.source() instanceof PlanSource.Fresh(ContainmentTarget.NodeWithWorkloads _);
        visible(ttls, fresh && tighten);
        visible(ban, fresh && !tighten && !ofNode);
        visible(endpoints.node(), fresh);
        visible(this, fresh);
        state.plan().ifPresent(this::nameNodes);
    }

    /** As one types: while something is wrong nothing is planned anew. */
    private void mark() {
        x509.problem(model.options().x509Issue());
        jwt.problem(model.options().jwtIssue());
        endpoints.problem(model.options().endpointsIssue());
    }

    private void nameNodes(ContainmentPlan plan) {
        List<Node> nodes =
                plan.scope().parts().stream().flatMap(part -> part.servedBy().stream()).toList();
        if (nodes.isEmpty()) {
            ban.setText(ui.text("contain.ban.none"));
        } else if (nodes.size() == 1) {
            ban.setText(ui.text("contain.ban.one", HostNames.orShortName(nodes.getFirst())));
        } else {
            ban.setText(ui.text("contain.ban", nodes.size()));
        }
        ban.setDisable(nodes.isEmpty() && !ban.isSelected());
    }

    private static void visible(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.options().onChange(this::mark))
                .add(bind(x509.textProperty(), model.options().x509Property()))
                .add(bind(jwt.textProperty(), model.options().jwtProperty()))
                .add(bind(ban.selectedProperty(), model.options().banNodesProperty()))
                .add(bind(endpoints.textProperty(), model.options().endpointsProperty()));
    }

    private static <T> Subscription bind(Property<T> field, Property<T> of) {
        field.bindBidirectional(of);
        return () -> field.unbindBidirectional(of);
    }
}
