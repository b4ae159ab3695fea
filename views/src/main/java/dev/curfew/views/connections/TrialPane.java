package dev.curfew.views.connections;

import dev.curfew.connect.Capabilities;
import dev.curfew.connect.Feature;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.connections.ConnectionFormViewModel.Trial;
import dev.curfew.views.kit.AnswerBox;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** What became of a test: who answered and what it offers, or what went wrong and what to do. */
final class TrialPane {
    private final Ui ui;
    private final AnswerBox box = new AnswerBox("connection-trial");

    TrialPane(Ui ui) {
        this.ui = ui;
    }

    Node node() {
        return box;
    }

    void show(Trial trial) {
        switch (trial) {
            case Trial.None _ -> box.hide();
            case Trial.Testing _ -> working(ui.text("connections.trial.testing"));
            case Trial.Passed(var result) ->
                    box.show(
                            Tone.SUCCESS,
                            AppIcon.DONE,
                            ui.text(
                                    "connections.trial.passed",
                                    result.capabilities().identification().trustDomain().getName()),
                            words(result));
            case Trial.Learning _ -> working(ui.text("connections.trial.learning"));
            case Trial.Learned(var timings) ->
                    box.show(
                            Tone.SUCCESS,
                            AppIcon.DONE,
                            ui.text("connections.trial.learned", timings.values().size()),
                            List.of(ui.text("connections.trial.learned.hint")));
            case Trial.Failed(var why) -> box.failed(Explanations.of(why));
        }
    }

    private void working(String title) {
        box.show(Tone.ACCENT, AppIcon.SCANNING, title, List.of());
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
