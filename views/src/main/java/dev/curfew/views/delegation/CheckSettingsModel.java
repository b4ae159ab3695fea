package dev.curfew.views.delegation;

import dev.curfew.delegation.check.CheckSetting;
import dev.curfew.delegation.check.CheckSettings;
import dev.curfew.delegation.check.CheckSettingsText;
import dev.curfew.delegation.check.KeptCheckSettings;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of the checks while they are typed. What is typed stays wherever the operator goes
 * meanwhile. JavaFX thread only.
 */
final class CheckSettingsModel {
    private static final Logger LOG = LoggerFactory.getLogger(CheckSettingsModel.class);

    /**
     * @param inForce what holds; empty: it was not read yet
     * @param texts what stands in the fields, by setting
     */
    record State(Optional<CheckSettings> inForce, Map<CheckSetting, String> texts, boolean saving) {
        State {
            texts = new EnumMap<>(texts);
        }

        String text(CheckSetting setting) {
            return texts.getOrDefault(setting, setting.byDefault());
        }

        Optional<Failure> problem(CheckSetting setting) {
            return CheckSettingsText.problem(setting, text(setting));
        }
    }

    private final KeptCheckSettings kept;
    private final FindingsModel findings;
    private final Ui ui;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(
                    new State(Optional.empty(), new EnumMap<>(CheckSetting.class), false));

    CheckSettingsModel(FindingsModel findings, Ui ui) {
        this.kept = findings.memory().settings();
        this.findings = findings;
        this.ui = ui;
        ui.tasks()
                .start(
                        "checks.read",
                        kept::inForce,
                        read -> state.set(new State(Optional.of(read), texts(read), false)),
                        bug -> LOG.error("The settings of the checks could not be read", bug));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private static Map<CheckSetting, String> texts(CheckSettings settings) {
        Map<CheckSetting, String> texts = new EnumMap<>(CheckSetting.class);
        for (CheckSetting setting : CheckSetting.values()) {
            texts.put(setting, setting.text(settings));
        }
        return texts;
    }

    void type(CheckSetting setting, String text) {
        State now = state.get();
        if (now.inForce().isPresent() && !text.equals(now.text(setting))) {
            Map<CheckSetting, String> texts = new EnumMap<>(CheckSetting.class);
            texts.putAll(now.texts());
            texts.put(setting, text);
            state.set(new State(now.inForce(), texts, now.saving()));
        }
    }

    /** Writes the defaults into the fields; they hold once they are saved. */
    void typeDefaults() {
        state.set(
                new State(
                        state.get().inForce(), texts(CheckSettings.DEFAULT), state.get().saving()));
    }

    /** Why there is nothing to go back to, in a sentence; empty: there is. */
    String whyNoDefaults() {
        return state.get().texts().equals(texts(CheckSettings.DEFAULT))
                ? ui.text("checks.defaults.already")
                : "";
    }

    /** Why they can not be saved, in a sentence; empty: they can. */
    String whyNotSaved() {
        State now = state.get();
        if (now.inForce().isEmpty()) {
            return ui.text("checks.save.unread");
        }
        if (now.saving()) {
            return ui.text("checks.save.saving");
        }
        return switch (CheckSettingsText.read(now.texts())) {
            case Failed<CheckSettings>(var failure) -> Explanations.detail(failure);
            case Ok<CheckSettings>(var typed) ->
                    typed.equals(now.inForce().get()) ? ui.text("checks.save.unchanged") : "";
        };
    }

    /**
     * Puts them in force, for the command line as well, and checks everything by them.
     *
     * @param reason for the journal; may be empty
     * @param done runs once they are in force
     */
    void save(String reason, Runnable done) {
        if (!whyNotSaved().isEmpty()) {
            return;
        }
        State now = state.get();
        state.set(new State(now.inForce(), now.texts(), true));
        ui.tasks()
                .start(
                        "checks.save",
                        () -> kept.save(now.texts(), findings.memory().operator(), reason),
                        saved -> saved(saved, done),
                        this::notSaved);
    }

    private void saved(Outcome<CheckSettings> saved, Runnable done) {
        switch (saved) {
            case Ok<CheckSettings>(var settings) -> {
                done.run();
                state.set(new State(Optional.of(settings), texts(settings), false));
                findings.check();
                ui.dialogs().tell(Notice.done(ui.text("checks.saved")));
            }
            case Failed<CheckSettings>(var why) -> {
                state.set(new State(state.get().inForce(), state.get().texts(), false));
                ui.dialogs().tell(Notice.warning(Explanations.of(why).asParagraph()));
            }
        }
    }

    private void notSaved(Throwable bug) {
        LOG.error("The settings of the checks could not be saved", bug);
        state.set(new State(state.get().inForce(), state.get().texts(), false));
        ui.dialogs().tell(Notice.warning(ui.text("checks.save.failed", String.valueOf(bug))));
    }
}
