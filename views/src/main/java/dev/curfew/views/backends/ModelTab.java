package dev.curfew.views.backends;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicyModel.Part;
import dev.curfew.policy.PolicyModel.Type;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tasks.Running;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What a backend goes by: its model as it is written, or what its policies are made of. */
final class ModelTab extends VBox {
    private static final Texts SERVICES = Texts.ofServices();

    private final BackendLooks looks;
    private final String name;
    private final Ui ui;
    private final TextArea area = new TextArea();
    private final Label status = Labels.wrapped("", "caption");
    private Optional<Instant> readAt = Optional.empty();
    private int types;
    private Running running = Running.NONE;

    ModelTab(BackendLooks looks, String name, Ui ui) {
        this.looks = looks;
        this.name = name;
        this.ui = ui;
        area.setId("backend-model");
        area.setAccessibleText(ui.text("backends.look.model"));
        area.getStyleClass().add("mono");
        area.setEditable(false);
        status.setId("backend-model-status");
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getStyleClass().add("backend-log");
        getChildren().setAll(area, status);
    }

    Node firstFocus() {
        return area;
    }

    void read() {
        running.cancel();
        status.setText(ui.text("backends.look.reading"));
        running = looks.model(name, this::show);
    }

    Subscription attached() {
        return ui.ticker().everySecond(this::tell).and(() -> running.cancel());
    }

    private void show(Outcome<PolicyModel> outcome) {
        switch (outcome) {
            case Ok<PolicyModel>(var model) -> {
                readAt = Optional.of(ui.ages().now());
                types = model.types().size();
                area.setText(model.text().isEmpty() ? parts(model) : safe(model.text()));
                tell();
            }
            case Failed<PolicyModel>(var why) -> status.setText(Explanations.of(why).asParagraph());
        }
    }

    private static String safe(String text) {
        return text.lines().map(SafeText::of).collect(Collectors.joining("\n"));
    }

    private void tell() {
        readAt.ifPresent(at ->
                status.setText(ui.text("backends.look.model.status", types, ui.ages().since(at))));
    }

    private String parts(PolicyModel model) {
        StringJoiner lines = new StringJoiner("\n");
        for (Type type : model.types()) {
            lines.add(type.name());
            type.relations()
                    .forEach(relation ->
                            lines.add("    " + ui.text("backends.look.actionOf", relation.name())));
            type.parts().forEach(part -> lines.add("    " + told(part)));
        }
        return lines.toString();
    }

    private String told(Part part) {
        String named = SERVICES.get("policy.part." + part.kind().name(), part.name());
        String valued = part.value().isEmpty() ? named : named + " = " + part.value();
        return switch (part.origin()) {
            case OWN, UNKNOWN -> valued;
            case IMPORTED -> ui.text("backends.look.imported", valued, part.source());
            case UNDEFINED -> ui.text("backends.look.undefined", valued);
        };
    }
}
