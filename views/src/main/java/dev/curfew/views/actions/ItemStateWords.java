package dev.curfew.views.actions;

import dev.curfew.containment.ItemReport.State;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;

/** What became of an item, as word, icon and tone. */
record ItemStateWords(String word, String counted, AppIcon icon, Tone tone) {
    static ItemStateWords of(State state, Ui ui) {
        return switch (state) {
            case CONFIRMED ->
                    new ItemStateWords(
                            ui.text("actions.state.confirmed"),
                            "actions.count.confirmed",
                            AppIcon.DONE,
                            Tone.SUCCESS);
            case ACCEPTED ->
                    new ItemStateWords(
                            ui.text("actions.state.accepted"),
                            "actions.count.accepted",
                            AppIcon.CHECK,
                            Tone.NEUTRAL);
            case FAILED ->
                    new ItemStateWords(
                            ui.text("actions.state.failed"),
                            "actions.count.failed",
                            AppIcon.ERROR,
                            Tone.DANGER);
            case UNKNOWN ->
                    new ItemStateWords(
                            ui.text("actions.state.unknown"),
                            "actions.count.unknown",
                            AppIcon.UNKNOWN,
                            Tone.WARNING);
            case CONTRADICTED ->
                    new ItemStateWords(
                            ui.text("actions.state.contradicted"),
                            "actions.count.contradicted",
                            AppIcon.WARNING,
                            Tone.DANGER);
            case REVERTED ->
                    new ItemStateWords(
                            ui.text("actions.state.reverted"),
                            "actions.count.reverted",
                            AppIcon.REVERTED,
                            Tone.DANGER);
            case NOT_SENT ->
                    new ItemStateWords(
                            ui.text("actions.state.notSent"),
                            "actions.count.notSent",
                            AppIcon.WAITING,
                            Tone.MUTED);
        };
    }
}
