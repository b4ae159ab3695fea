package dev.curfew.views.actions;

import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Which of the known trust domains an entry federates with. */
final class FederatesField extends VBox {
    private final EntryFormViewModel model;
    private final Label problem = Labels.wrapped("", "field-problem");

    FederatesField(EntryFormViewModel model, Ui ui) {
        this.model = model;
        setId("entry-federates");
        getStyleClass().add("field-box");
        Tone.DANGER.on(problem);
        problem.setId("entry-federates-problem");
        Set<String> names = new LinkedHashSet<>();
        model.server()
                .federatedBundles()
                .value()
                .forEach(bundle -> names.add(bundle.trustDomain().getName()));
        names.addAll(model.fields().federatesWith.get());
        FlowPane checks = new FlowPane();
        checks.getStyleClass().add("quick-choices");
        names.stream().sorted().forEach(name -> checks.getChildren().add(check(name)));
        getChildren().add(Labels.whole(ui.text("actions.field.federatesWith"), "field-name"));
        getChildren()
                .add(names.isEmpty() ? Labels.muted(ui.text("actions.entry.noBundles")) : checks);
        getChildren().add(problem);
        problem(Optional.empty());
    }

    private CheckBox check(String name) {
        CheckBox box = new CheckBox(name);
        box.setId("entry-federates-" + name);
        box.setMnemonicParsing(false);
        box.setSelected(model.fields().federatesWith.get().contains(name));
        box.selectedProperty().subscribe((before, now) -> choose(name, now));
        return box;
    }

    private void choose(String name, boolean chosen) {
        List<String> next = new ArrayList<>(model.fields().federatesWith.get());
        next.remove(name);
        if (chosen) {
            next.add(name);
        }
        model.fields().federatesWith.set(List.copyOf(next));
    }

    void problem(Optional<String> sentence) {
        problem.setText(sentence.orElse(""));
        problem.setVisible(sentence.isPresent());
        problem.setManaged(sentence.isPresent());
    }
}
