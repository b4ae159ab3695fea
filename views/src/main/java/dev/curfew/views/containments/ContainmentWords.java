package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepState;
import dev.curfew.icons.AppIcon;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.Optional;

/** States as word, shape and tone. Pure. */
final class ContainmentWords {
    private static final Texts SERVICES = Texts.ofServices();

    private ContainmentWords() {}

    static String step(StepState state) {
        return SERVICES.get("step." + state.name());
    }

    static AppIcon icon(StepState state) {
        return switch (state) {
            case WAITING -> AppIcon.WAITING;
            case SENT -> AppIcon.SENT;
            case RETRYING -> AppIcon.REFRESH;
            case GATED -> AppIcon.LOCK_OUTLINE;
            case ACCEPTED -> AppIcon.CHECK;
            case CONFIRMED -> AppIcon.DONE;
            case PARTIAL -> AppIcon.WARNING;
            case FAILED -> AppIcon.ERROR;
            case UNKNOWN -> AppIcon.UNKNOWN;
            case CONTRADICTED -> AppIcon.CRITICAL;
            case REVERTED -> AppIcon.REVERTED;
            case SKIPPED -> AppIcon.REMOVE;
        };
    }

    static Tone tone(StepState state) {
        return switch (state) {
            case CONFIRMED -> Tone.SUCCESS;
            case ACCEPTED, SENT -> Tone.NEUTRAL;
            case WAITING, SKIPPED -> Tone.MUTED;
            case RETRYING, GATED, PARTIAL, UNKNOWN -> Tone.WARNING;
            case FAILED, CONTRADICTED, REVERTED -> Tone.DANGER;
        };
    }

    static String proof(Proof.Verdict verdict) {
        return SERVICES.get("proof." + verdict.name());
    }

    static Tone tone(Proof.Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> Tone.NEUTRAL;
            case REVERTED, USED -> Tone.DANGER;
            case UNREADABLE -> Tone.WARNING;
        };
    }

    static String phase(Phase phase) {
        return SERVICES.get("containment." + phase.name());
    }

    static Tone tone(Phase phase) {
        return switch (phase) {
            case RUNNING, WATCHING -> Tone.ACCENT;
            case HELD, ABORTED -> Tone.WARNING;
            case CUT_OFF -> Tone.DANGER;
            case ENDED -> Tone.MUTED;
        };
    }

    static String kind(Residual.Kind kind) {
        return SERVICES.get("residual." + kind.name());
    }

    static String state(Residual.State state) {
        return SERVICES.get("residual." + state.name());
    }

    static Tone tone(Residual.State state) {
        return switch (state) {
            case RUNNING -> Tone.WARNING;
            case UNBOUNDED, UNKNOWN -> Tone.WARNING;
            case ENDED -> Tone.SUCCESS;
            case REVERTED -> Tone.DANGER;
        };
    }

    /** What it came to, in little room: the phase, or that something went wrong. */
    static String outcome(Kept kept, Ui ui) {
        ContainmentState state = kept.state();
        if (kept.restoredBy().isPresent()) {
            return ui.text("containments.outcome.restored");
        }
        if (state.count(StepState.REVERTED) > 0) {
            return step(StepState.REVERTED);
        }
        return phase(state.phase());
    }

    static Tone outcomeTone(Kept kept) {
        if (kept.restoredBy().isPresent()) {
            return Tone.MUTED;
        }
        return kept.state().count(StepState.REVERTED) > 0
                ? Tone.DANGER
                : tone(kept.state().phase());
    }

    /** What is left of something, in words that tick: "28 m 59 s", "ended", "no bound". */
    static String left(Residual.State state, Optional<Instant> by, Ui ui) {
        return switch (state) {
            case RUNNING -> by.map(ui.ages()::left).orElseGet(() -> ui.text("contain.noBound"));
            case UNBOUNDED -> ui.text("contain.noBound");
            case ENDED -> ui.text("containments.left.ended");
            case REVERTED -> ui.text("containments.left.reverted");
            case UNKNOWN -> ui.text("containments.left.unknown");
        };
    }
}
