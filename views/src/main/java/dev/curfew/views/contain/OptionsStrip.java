package dev.curfew.views.contain;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
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
        getChildren().setAll(ttls, ban);
    }

    void show(PlanState state) {
        boolean fresh = state.source() instanceof PlanSource.Fresh;
        boolean tighten = state.strength() == Strength.TIGHTEN;
        boolean ofNode =
                state.source() instanceof PlanSource.Fresh(ContainmentTarget.NodeWithWorkloads _);
        visible(ttls, fresh && tighten);
        visible(ban, fresh && !tighten && !ofNode);
        visible(this, ttls.isVisible() || ban.isVisible());
        x509.problem(model.options().x509Issue());
        jwt.problem(model.options().jwtIssue());
        state.plan().ifPresent(this::nameNodes);
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
                .add(bind(x509.textProperty(), model.options().x509Property()))
                .add(bind(jwt.textProperty(), model.options().jwtProperty()))
                .add(bind(ban.selectedProperty(), model.options().banNodesProperty()));
    }

    private static <T> Subscription bind(Property<T> field, Property<T> of) {
        field.bindBidirectional(of);
        return () -> field.unbindBidirectional(of);
    }
}
