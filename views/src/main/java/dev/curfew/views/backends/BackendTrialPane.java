package dev.curfew.views.backends;

import dev.curfew.estate.BackendTrial;
import dev.curfew.icons.AppIcon;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.views.backends.BackendFormViewModel.Trial;
import dev.curfew.views.kit.AnswerBox;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** What trying a policy backend found, or what went wrong and what to do. */
final class BackendTrialPane {
    private static final int MOST_NAMED = 6;

    private final Ui ui;
    private final AnswerBox box = new AnswerBox("backend-trial");

    BackendTrialPane(Ui ui) {
        this.ui = ui;
    }

    Node node() {
        return box;
    }

    void show(Trial trial) {
        switch (trial) {
            case Trial.None _ -> box.hide();
            case Trial.Trying _ ->
                    box.show(
                            Tone.ACCENT,
                            AppIcon.SCANNING,
                            ui.text("backends.trial.trying"),
                            List.of());
            case Trial.Found(var profile, var result) -> found(profile, result);
            case Trial.Failed(var why) -> box.failed(Explanations.of(why));
        }
    }

    private void found(PolicyProfile profile, BackendTrial result) {
        boolean well = result.warnings().isEmpty() && !result.isForeign() && result.whole();
        List<String> lines = new ArrayList<>();
        keeps(result, lines);
        result.warnings().forEach(warning -> lines.add(BackendWords.warning(warning, profile)));
        lines.add(missing(result));
        box.show(
                well ? Tone.SUCCESS : Tone.WARNING,
                well ? AppIcon.DONE : AppIcon.WARNING,
                ui.text(
                        "backends.trial.found",
                        BackendWords.kind(profile.target().kind(), ui),
                        ui.ages().latency(result.latency())),
                lines);
    }

    private void keeps(BackendTrial result, List<String> lines) {
        if (!result.capabilities().contains(PolicyCapability.LIST_RELATIONSHIPS)) {
            return;
        }
        lines.add(
                ui.text(
                        result.whole() ? "backends.trial.keeps" : "backends.trial.keepsMore",
                        Counts.of(result.relationships()),
                        Counts.of(result.grants())));
        result.failure().ifPresent(why -> lines.add(Explanations.of(why).asParagraph()));
        if (result.isForeign()) {
            lines.add(ui.text("backends.trial.foreign"));
        }
        if (!result.unmapped().isEmpty()) {
            lines.add(ui.text("backends.trial.unmapped", named(result)));
        }
    }

    private String named(BackendTrial result) {
        String first =
                result.unmapped().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = result.unmapped().size() - MOST_NAMED;
        return more > 0 ? ui.text("connections.andMore", first, more) : first;
    }

    private String missing(BackendTrial result) {
        String missing =
                Arrays.stream(PolicyCapability.values())
                        .filter(one -> !result.capabilities().contains(one))
                        .map(one -> BackendWords.capability(one, ui))
                        .collect(Collectors.joining("; "));
        return missing.isEmpty()
                ? ui.text("backends.trial.all")
                : ui.text("backends.trial.missing", missing);
    }
}
