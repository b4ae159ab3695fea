package dev.curfew.views.connections;

import dev.curfew.connect.Capabilities;
import dev.curfew.connect.Feature;
import dev.curfew.icons.AppIcon;
import dev.curfew.text.Explanation;
import dev.curfew.views.connections.ConnectionFormViewModel.Trial;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What became of a test: who answered and what it offers, or what went wrong and what to do. */
final class TrialPane {
    private final Ui ui;
    private final HBox box = new HBox();

    TrialPane(Ui ui) {
        this.ui = ui;
        box.setId("connection-trial");
        box.getStyleClass().add("banner");
    }

    Node node() {
        return box;
    }

    void show(Trial trial) {
        boolean something = !(trial instanceof Trial.None);
        box.setVisible(something);
        box.setManaged(something);
        switch (trial) {
            case Trial.None _ -> box.getChildren().clear();
            case Trial.Testing _ ->
                    fill(
                            Tone.ACCENT,
                            AppIcon.SCANNING,
                            ui.text("connections.trial.testing"),
                            List.of());
            case Trial.Passed(var result) ->
                    fill(
                            Tone.SUCCESS,
                            AppIcon.DONE,
                            ui.text(
                                    "connections.trial.passed",
                                    result.capabilities().identification().trustDomain().getName()),
                            words(result));
            case Trial.Learning _ ->
                    fill(
                            Tone.ACCENT,
                            AppIcon.SCANNING,
                            ui.text("connections.trial.learning"),
                            List.of());
            case Trial.Learned(var timings) ->
                    fill(
                            Tone.SUCCESS,
                            AppIcon.DONE,
                            ui.text("connections.trial.learned", timings.values().size()),
                            List.of(ui.text("connections.trial.learned.hint")));
            case Trial.Failed(var why) -> {
                Explanation told = Explanations.of(why);
                fill(Tone.DANGER, AppIcon.ERROR, told.what(), List.of(told.why(), told.next()));
            }
        }
    }

    private void fill(Tone tone, AppIcon icon, String title, List<String> lines) {
        VBox words = new VBox(Labels.wrapped(title, "banner-title"));
        lines.forEach(line -> words.getChildren().add(Labels.wrapped(line, "muted")));
        HBox.setHgrow(words, Priority.ALWAYS);
        box.getChildren().setAll(icon.view(), words);
        box.setAccessibleText(title + " " + String.join(" ", lines));
        tone.on(box);
    }

    private List<String> words(ConnectionDesk.TestResult result) {
        Capabilities capabilities = result.capabilities();
        String latency =
                capabilities.identification().roundTrip().map(ui.ages()::latency).orElse("–");
        String who =
                result.own()
                        .map(own ->
                                ui.text(
                                        "connections.trial.as",
                                        own.id().toString(),
                                        ui.ages().until(own.expiresAt())))
                        .orElseGet(() -> ui.text("connections.trial.bySocket"));
        String missing =
                Arrays.stream(Feature.values())
                        .filter(feature -> !capabilities.has(feature))
                        .map(feature -> FeatureWords.name(feature, ui))
                        .collect(Collectors.joining(", "));
        return List.of(
                ui.text("connections.trial.latency", latency, who),
                missing.isEmpty()
                        ? ui.text("connections.trial.all")
                        : ui.text("connections.trial.missing", missing));
    }
}
