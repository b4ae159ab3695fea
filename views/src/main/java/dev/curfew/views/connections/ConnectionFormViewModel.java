package dev.curfew.views.connections;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.views.connections.ConnectionDesk.Saved;
import dev.curfew.views.connections.ConnectionDesk.TestResult;
import dev.curfew.views.connections.ProfileDraft.Field;
import dev.curfew.views.kit.Tasks.Running;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The form of one connection: its draft, what is wrong with it, and what a test said. */
public final class ConnectionFormViewModel {
    /** What became of the last test, or of saving. */
    public sealed interface Trial {
        record None() implements Trial {}

        record Testing() implements Trial {}

        record Passed(TestResult result) implements Trial {}

        record Failed(Failure why) implements Trial {}
    }

    private final ConnectionDesk desk;
    private final Optional<String> former;
    private final Set<String> taken;
    private final Set<Field> touched = EnumSet.noneOf(Field.class);
    private final ReadOnlyObjectWrapper<ProfileDraft> draft;
    private final ReadOnlyObjectWrapper<Trial> trial =
            new ReadOnlyObjectWrapper<>(new Trial.None());
    private DraftCheck check;
    private Running running = Running.NONE;
    private Runnable problemsChanged = () -> {};

    /**
     * @param edited the one to change; empty for a new one
     */
    public ConnectionFormViewModel(Optional<ConnectionProfile> edited, ConnectionDesk desk) {
        this.desk = desk;
        this.former = edited.map(ConnectionProfile::name);
        this.taken =
                desk.savedProperty().get().stream()
                        .map(Saved::name)
                        .filter(name -> !former.equals(Optional.of(name)))
                        .collect(Collectors.toSet());
        this.draft =
                new ReadOnlyObjectWrapper<>(
                        edited.map(ProfileDraft::of).orElseGet(ProfileDraft::empty));
        this.check = DraftCheck.of(draft.get(), taken);
    }

    public boolean isNew() {
        return former.isEmpty();
    }

    public ReadOnlyObjectProperty<ProfileDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Trial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    public void type(Field field, String text) {
        if (!draft.get().texts().getOrDefault(field, "").equals(text)) {
            touched.add(field);
            change(now -> now.with(field, text));
        }
    }

    public void choose(ProfileDraft.Kind kind) {
        change(now -> now.with(kind));
    }

    public void choose(ProfileDraft.Passphrase passphrase) {
        change(now -> now.with(passphrase));
    }

    public void confirm(boolean timings) {
        change(now -> now.confirmed(timings));
    }

    private void change(UnaryOperator<ProfileDraft> next) {
        stopTest();
        ProfileDraft changed = next.apply(draft.get());
        check = DraftCheck.of(changed, taken);
        draft.set(changed);
    }

    /** What to say beside a field: only of one that was typed into, or once all were asked for. */
    public Optional<DraftCheck.Problem> problem(Field field) {
        return touched.contains(field) && draft.get().needs(field)
                ? check.problem(field)
                : Optional.empty();
    }

    /** The connection, or every field says what is wrong with it. */
    private Optional<ConnectionProfile> complete() {
        if (check.profile().isEmpty()) {
            touched.addAll(EnumSet.allOf(Field.class));
            problemsChanged.run();
        }
        return check.profile();
    }

    /** Told when what is said of the fields changes and the draft does not. */
    void onProblems(Runnable action) {
        problemsChanged = action;
    }

    public void test() {
        complete()
                .ifPresent(profile -> {
                    stopTest();
                    trial.set(new Trial.Testing());
                    running = desk.test(profile, this::tested);
                });
    }

    private void tested(Outcome<TestResult> outcome) {
        trial.set(
                switch (outcome) {
                    case Outcome.Ok<TestResult>(var result) -> new Trial.Passed(result);
                    case Outcome.Failed<TestResult>(var why) -> new Trial.Failed(why);
                });
    }

    /** What was tested is not what stands there now. */
    public void stopTest() {
        running.cancel();
        running = Running.NONE;
        trial.set(new Trial.None());
    }

    public void save(Runnable saved) {
        complete()
                .ifPresent(profile ->
                        desk.save(
                                profile,
                                former,
                                failure ->
                                        failure.ifPresentOrElse(
                                                why -> trial.set(new Trial.Failed(why)), saved)));
    }
}
