package dev.curfew.views.backends;

import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.estate.BackendTrial;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.views.backends.BackendDraft.Field;
import dev.curfew.views.kit.FieldProblem;
import dev.curfew.views.kit.Tasks.Running;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The form of one policy backend: its draft, what is wrong with it, and what trying it found. */
public final class BackendFormViewModel {
    /** What became of the last try, or of saving. */
    public sealed interface Trial {
        record None() implements Trial {}

        record Trying() implements Trial {}

        record Found(PolicyProfile profile, BackendTrial result) implements Trial {}

        record Failed(Failure why) implements Trial {}
    }

    private final BackendDesk desk;
    private final Optional<String> former;
    private final Set<String> taken;
    private final Set<Field> touched = EnumSet.noneOf(Field.class);
    private final ReadOnlyObjectWrapper<BackendDraft> draft;
    private final ReadOnlyObjectWrapper<Trial> trial =
            new ReadOnlyObjectWrapper<>(new Trial.None());
    private BackendCheck check;
    private Optional<Outcome<GrantMapping>> mapping = Optional.empty();
    private Running running = Running.NONE;
    private Running reading = Running.NONE;
    private Runnable problemsChanged = () -> {};

    /**
     * @param edited the one to change; empty for a new one
     * @param alsoTaken names that no policy backend has, and that are not free
     */
    public BackendFormViewModel(
            Optional<PolicyProfile> edited, BackendDesk desk, Set<String> alsoTaken) {
        this.desk = desk;
        this.former = edited.map(PolicyProfile::name);
        this.taken =
                Stream.concat(
                                desk.savedProperty().get().stream().map(BackendDesk.Saved::name),
                                alsoTaken.stream())
                        .filter(name -> !former.equals(Optional.of(name)))
                        .collect(Collectors.toSet());
        this.draft =
                new ReadOnlyObjectWrapper<>(
                        edited.map(BackendDraft::of).orElseGet(BackendDraft::empty));
        this.check = BackendCheck.of(draft.get(), taken);
        check.mapping().ifPresent(this::readMapping);
    }

    public boolean isNew() {
        return former.isEmpty();
    }

    public ReadOnlyObjectProperty<BackendDraft> draftProperty() {
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

    /** Something else than a text was chosen. */
    public void choose(UnaryOperator<BackendDraft> next) {
        change(next);
    }

    private void change(UnaryOperator<BackendDraft> next) {
        stopTrial();
        Optional<Path> before = check.mapping();
        BackendDraft changed = next.apply(draft.get());
        check = BackendCheck.of(changed, taken);
        boolean otherMapping = !check.mapping().equals(before);
        if (otherMapping) {
            mapping = Optional.empty();
        }
        draft.set(changed);
        if (otherMapping) {
            check.mapping().ifPresent(this::readMapping);
        }
    }

    private void readMapping(Path file) {
        reading = desk.readMapping(file, this::mappingRead);
    }

    private void mappingRead(Outcome<GrantMapping> outcome) {
        mapping = Optional.of(outcome);
        touched.add(Field.MAPPING);
        problemsChanged.run();
    }

    /** What to say beside a field: only of one that was typed into, or once all were asked for. */
    public Optional<FieldProblem> problem(Field field) {
        if (!touched.contains(field) || !draft.get().needs(field)) {
            return Optional.empty();
        }
        return check.problem(field)
                .or(() -> field == Field.MAPPING ? unusableMapping() : Optional.empty());
    }

    private Optional<FieldProblem> unusableMapping() {
        return mapping.flatMap(read ->
                read instanceof Outcome.Failed<GrantMapping>(var why)
                        ? Optional.of(new FieldProblem.Said(why))
                        : Optional.empty());
    }

    /** The mapping that was read; empty: none is named, or it can not be used. */
    public Optional<GrantMapping> mapping() {
        return mapping.flatMap(read ->
                read instanceof Outcome.Ok<GrantMapping>(var usable)
                        ? Optional.of(usable)
                        : Optional.empty());
    }

    /** What is sent is not encrypted, and may leave this machine. */
    public boolean isExposed() {
        return check.isExposed();
    }

    /** Told when what is said of the fields changes and the draft does not. */
    void onProblems(Runnable action) {
        problemsChanged = action;
    }

    /** Goes on with the whole backend, or every field says what is wrong with it. */
    private void complete(Consumer<PolicyProfile> next) {
        if (check.profile().isEmpty()) {
            touched.addAll(EnumSet.allOf(Field.class));
            problemsChanged.run();
            return;
        }
        PolicyProfile profile = check.profile().get();
        stopTrial();
        if (profile.mapping().isEmpty()) {
            next.accept(profile);
            return;
        }
        // The file may have been mended, or spoiled, since it was typed.
        reading =
                desk.readMapping(
                        profile.mapping().get(),
                        read -> {
                            mappingRead(read);
                            if (read instanceof Outcome.Ok<GrantMapping>) {
                                next.accept(profile);
                            }
                        });
    }

    /** Connects and looks; nothing is saved. */
    public void test() {
        complete(profile -> {
            trial.set(new Trial.Trying());
            running = desk.test(profile, outcome -> tried(profile, outcome));
        });
    }

    private void tried(PolicyProfile profile, Outcome<BackendTrial> outcome) {
        trial.set(
                switch (outcome) {
                    case Outcome.Ok<BackendTrial>(var result) -> new Trial.Found(profile, result);
                    case Outcome.Failed<BackendTrial>(var why) -> new Trial.Failed(why);
                });
    }

    /** What was tried is not what stands there now. */
    public void stopTrial() {
        running.cancel();
        running = Running.NONE;
        reading.cancel();
        reading = Running.NONE;
        trial.set(new Trial.None());
    }

    public void save(Runnable saved) {
        complete(profile ->
                desk.save(
                        profile,
                        former,
                        failure ->
                                failure.ifPresentOrElse(
                                        why -> trial.set(new Trial.Failed(why)), saved)));
    }
}
