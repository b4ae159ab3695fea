package dev.curfew.views.delegation;

import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.KeptRules;
import dev.curfew.delegation.rules.Matrix;
import dev.curfew.delegation.rules.RulesReading;
import dev.curfew.delegation.rules.RulesText;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.views.delegation.RulesState.Check;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Tasks.Running;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that are written in the window. What is typed is kept as a draft wherever the operator
 * goes meanwhile, and over a restart. Lives as long as the window. JavaFX thread only.
 */
public final class RulesModel {
    /** How long nothing must be typed before it is looked at. */
    public static final Duration PAUSE = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(RulesModel.class);

    private final KeptRules kept;
    private final FindingsModel findings;
    private final String operator;
    private final Duration pause;
    private final Ui ui;
    private final ReadOnlyObjectWrapper<RulesState> state =
            new ReadOnlyObjectWrapper<>(RulesState.UNREAD);
    private Running checking = Running.NONE;

    private record Read(String saved, Optional<String> draft) {}

    /**
     * @param operator who puts them in force
     */
    public RulesModel(
            KeptRules kept, FindingsModel findings, String operator, Duration pause, Ui ui) {
        this.kept = kept;
        this.findings = findings;
        this.operator = operator;
        this.pause = pause;
        this.ui = ui;
        ui.tasks()
                .start(
                        "rules.read",
                        () -> new Read(kept.text().orElse(""), kept.draft()),
                        this::read,
                        bug -> LOG.error("The rules could not be read", bug));
    }

    public ReadOnlyObjectProperty<RulesState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void read(Read found) {
        String text = found.draft().orElse(found.saved());
        state.set(new RulesState(true, found.saved(), text, new Check.Pending(), false));
        check();
    }

    /** Somebody types; the newest text is the one that is looked at and kept. */
    public void type(String text) {
        if (state.get().read() && !text.equals(state.get().text())) {
            state.set(state.get().typed(text));
            check();
        }
    }

    /** Back to what is in force. */
    public void discard() {
        type(state.get().saved());
    }

    private void check() {
        checking.cancel();
        RulesState asked = state.get();
        Optional<GrantSnapshot> there = findings.snapshotProperty().get();
        Instant now = ui.ages().now();
        checking =
                ui.tasks()
                        .start(
                                "rules.check",
                                () -> {
                                    if (!pause.isZero()) {
                                        Thread.sleep(pause);
                                    }
                                    kept.keepDraft(asked.isChanged() ? asked.text() : "");
                                    return checked(asked.text(), there, now);
                                },
                                found -> state.set(state.get().with(found)),
                                this::crashed);
    }

    private static Check checked(String text, Optional<GrantSnapshot> there, Instant now) {
        RulesReading reading =
                text.isBlank() ? new RulesReading.Read(DelegationRules.NONE) : RulesText.look(text);
        return switch (reading) {
            case RulesReading.Wrong(var problem) -> new Check.Wrong(problem);
            case RulesReading.Read(var rules) -> {
                Matrix matrix =
                        there.map(all -> Matrix.of(all.grants(), rules, now))
                                .orElseGet(() -> new Matrix(java.util.List.of(), rules.rules()));
                yield new Check.Valid(rules, matrix.broken(), matrix.there());
            }
        };
    }

    private void crashed(Throwable bug) {
        if (!(bug instanceof InterruptedException)) {
            LOG.error("Rules could not be checked", bug);
            ui.dialogs().tell(Notice.warning(ui.text("rules.check.failed", String.valueOf(bug))));
        }
    }

    /** Why it can not be saved, in a sentence; empty: it can. */
    public String whyNotSaved() {
        RulesState now = state.get();
        if (now.saving()) {
            return ui.text("rules.save.saving");
        }
        if (!now.isChanged()) {
            return ui.text("rules.save.unchanged");
        }
        return switch (now.check()) {
            case Check.Pending _ -> ui.text("rules.save.pending");
            case Check.Valid _ -> "";
            case Check.Wrong(var problem) ->
                    ui.text("rules.save.wrong", problem.line(), problem.column(), problem.what());
        };
    }

    /**
     * Puts the text in force, for the command line as well, and checks everything by it.
     *
     * @param reason for the journal; may be empty
     * @param done runs once they are in force
     */
    public void save(String reason, Runnable done) {
        if (!whyNotSaved().isEmpty()) {
            return;
        }
        String text = state.get().text();
        state.set(state.get().saving(true));
        ui.tasks()
                .start(
                        "rules.save",
                        () -> {
                            Outcome<DelegationRules> saved = kept.save(text, operator, reason);
                            if (saved instanceof Ok<?>) {
                                kept.keepDraft("");
                            }
                            return saved;
                        },
                        saved -> saved(text, saved, done),
                        this::notSaved);
    }

    private void saved(String text, Outcome<DelegationRules> saved, Runnable done) {
        switch (saved) {
            case Ok<DelegationRules> _ -> {
                done.run();
                state.set(state.get().saved(text));
                // What was typed meanwhile is a draft again.
                check();
                findings.check();
                ui.dialogs().tell(Notice.done(ui.text("rules.saved")));
            }
            case Failed<DelegationRules>(var why) -> {
                state.set(state.get().saving(false));
                ui.dialogs().tell(Notice.warning(Explanations.of(why).asParagraph()));
            }
        }
    }

    private void notSaved(Throwable bug) {
        LOG.error("Rules could not be saved", bug);
        state.set(state.get().saving(false));
        ui.dialogs().tell(Notice.warning(ui.text("rules.save.failed", String.valueOf(bug))));
    }
}
