package dev.curfew.views.journal;

import dev.curfew.icons.AppIcon;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;

/** A phase in a word, with an icon, in a tone: never by colour alone. */
final class PhaseWords {
    private PhaseWords() {}

    static String word(Phase phase, Ui ui) {
        return switch (phase) {
            case PLANNED -> ui.text("journal.phase.planned");
            case SENDING -> ui.text("journal.phase.sending");
            case ACCEPTED -> ui.text("journal.phase.accepted");
            case FAILED -> ui.text("journal.phase.failed");
            case CONFIRMED -> ui.text("journal.phase.confirmed");
            case CONTRADICTED -> ui.text("journal.phase.contradicted");
            case REVERTED -> ui.text("journal.phase.reverted");
            case FINISHED -> ui.text("journal.phase.finished");
            case ABORTED -> ui.text("journal.phase.aborted");
            case NOTE -> ui.text("journal.phase.note");
        };
    }

    static AppIcon icon(Phase phase) {
        return switch (phase) {
            case CONFIRMED -> AppIcon.DONE;
            case FAILED -> AppIcon.ERROR;
            case REVERTED -> AppIcon.REVERTED;
            case CONTRADICTED, ABORTED -> AppIcon.WARNING;
            case SENDING -> AppIcon.SENT;
            case ACCEPTED, FINISHED -> AppIcon.CHECK;
            case PLANNED -> AppIcon.WAITING;
            case NOTE -> AppIcon.INFO;
        };
    }

    static Tone tone(Phase phase) {
        return switch (phase) {
            case CONFIRMED -> Tone.SUCCESS;
            case CONTRADICTED, REVERTED, ABORTED -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case PLANNED, SENDING, ACCEPTED, FINISHED, NOTE -> Tone.MUTED;
        };
    }

    static String style(Phase phase) {
        return switch (tone(phase)) {
            case SUCCESS -> "tone-success";
            case WARNING -> "tone-warning";
            case DANGER -> "tone-danger";
            default -> "muted";
        };
    }
}
