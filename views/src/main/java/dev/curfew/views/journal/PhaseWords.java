package dev.curfew.views.journal;

import dev.curfew.icons.AppIcon;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;

/** Phases as word, shape and tone. */
public final class PhaseWords {
    private PhaseWords() {}

    public static String word(Phase phase, Ui ui) {
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

    public static AppIcon icon(Phase phase) {
        return switch (phase) {
            case PLANNED -> AppIcon.WAITING;
            case SENDING -> AppIcon.SENT;
            case ACCEPTED -> AppIcon.CHECK;
            case FAILED -> AppIcon.ERROR;
            case CONFIRMED -> AppIcon.DONE;
            case CONTRADICTED -> AppIcon.WARNING;
            case REVERTED -> AppIcon.REVERTED;
            case FINISHED -> AppIcon.DONE;
            case ABORTED -> AppIcon.STOP;
            case NOTE -> AppIcon.INFO;
        };
    }

    public static Tone tone(Phase phase) {
        return switch (phase) {
            case CONFIRMED -> Tone.SUCCESS;
            case FAILED, CONTRADICTED, REVERTED -> Tone.DANGER;
            case ABORTED -> Tone.WARNING;
            case PLANNED, SENDING, ACCEPTED, FINISHED, NOTE -> Tone.NEUTRAL;
        };
    }

    /** For a cell or an icon; empty for the usual colour. */
    public static String style(Phase phase) {
        return tone(phase) == Tone.NEUTRAL ? "" : tone(phase).styleClass();
    }
}
