package dev.curfew.views.actions;

import dev.curfew.containment.BundleFate;
import dev.curfew.containment.Change;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What becomes of the other bundle when a federation ends. */
final class RemoveFederationForm implements Attachable {
    private final Map<BundleFate, RadioButton> choices = new EnumMap<>(BundleFate.class);
    private final FlowCard card;

    RemoveFederationForm(
            FederationRelationship relationship,
            ServerEstate server,
            FlowContext context,
            Runnable cancelled,
            Consumer<Change> planned) {
        Ui ui = context.ui();
        String peer = relationship.trustDomain().getName();
        long linked =
                server.entries().value().entries().stream()
                        .filter(entry -> entry.federatesWith().contains(relationship.trustDomain()))
                        .count();
        ToggleGroup group = new ToggleGroup();
        VBox body =
                new VBox(
                        Labels.wrapped(
                                ui.text("actions.unfederate.text", peer, Counts.of(linked))));
        body.getStyleClass().add("form-fields");
        for (BundleFate fate : BundleFate.values()) {
            RadioButton choice = new RadioButton(name(fate, ui));
            choice.setId("unfederate-" + fate.name().toLowerCase(java.util.Locale.ROOT));
            choice.setToggleGroup(group);
            choices.put(fate, choice);
            VBox box =
                    new VBox(choice, Labels.wrapped(means(fate, Counts.of(linked), ui), "muted"));
            box.getStyleClass().add("choice-line");
            body.getChildren().add(box);
        }
        choice(BundleFate.KEEP).setSelected(true);
        card =
                new FlowCard(ui.text("actions.removeFederation", peer), "flow-narrow", body)
                        .withButtons(
                                new Node[0],
                                FormButtons.cancel(ui, cancelled),
                                FormButtons.preview(
                                        ui, () -> planned.accept(chosen().remove(relationship))));
    }

    private RadioButton choice(BundleFate fate) {
        RadioButton button = choices.get(fate);
        if (button == null) {
            throw new IllegalStateException("no choice for " + fate);
        }
        return button;
    }

    private BundleFate chosen() {
        for (BundleFate fate : BundleFate.values()) {
            if (choice(fate).isSelected()) {
                return fate;
            }
        }
        return BundleFate.KEEP;
    }

    private static String name(BundleFate fate, Ui ui) {
        return switch (fate) {
            case KEEP -> ui.text("actions.unfederate.keep");
            case RESTRICT -> ui.text("actions.unfederate.restrict");
            case DISSOCIATE -> ui.text("actions.unfederate.dissociate");
            case DELETE -> ui.text("actions.unfederate.delete");
        };
    }

    private static String means(BundleFate fate, String linked, Ui ui) {
        return switch (fate) {
            case KEEP -> ui.text("actions.unfederate.keep.means", linked);
            case RESTRICT -> ui.text("actions.unfederate.restrict.means", linked);
            case DISSOCIATE -> ui.text("actions.unfederate.dissociate.means", linked);
            case DELETE -> ui.text("actions.unfederate.delete.means", linked);
        };
    }

    FlowCard card() {
        return card;
    }

    Node firstFocus() {
        return choice(BundleFate.KEEP);
    }

    @Override
    public Subscription attached() {
        return Subscription.EMPTY;
    }
}
