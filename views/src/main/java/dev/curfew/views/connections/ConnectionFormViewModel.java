package dev.curfew.views.connections;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.TimingValue;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.timing.LearnedTimings;
import dev.curfew.views.connections.ConnectionDesk.Saved;
import dev.curfew.views.connections.ConnectionDesk.TestResult;
import dev.curfew.views.connections.ProfileDraft.Field;
import dev.curfew.views.kit.FieldProblem;
import dev.curfew.views.kit.Tasks.Running;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The form of one connection: its draft, what is wrong with it, and what a test said. */
public final class ConnectionFormViewModel {
    /** What became of the last test, or of saving. */
    public sealed interface Trial {
        record None() implements Trial {}

        record Testing() implements Trial {}

        record Passed(TestResult result) implements Trial {}

        /** Asked for its timings. */
        record Learning() implements Trial {}

        record Learned(LearnedTimings timings) implements Trial {}

        record Failed(Failure why) implements Trial {}
    }

    private final ConnectionDesk desk;
    private final InstantSource clock;
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
     * @param alsoTaken names that no server has, and that are not free
     */
    public ConnectionFormViewModel(
            Optional<ConnectionProfile> edited,
            ConnectionDesk desk,
            Set<String> alsoTaken,
            InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
        this.former = edited.map(ConnectionProfile::name);
        this.taken =
                Stream.concat(
                                desk.savedProperty().get().stream().map(Saved::name),
                                alsoTaken.stream())
                        .filter(name -> !former.equals(Optional.of(name)))
                        .collect(Collectors.toSet());
        this.draft =
                new ReadOnlyObjectWrapper<>(
                        edited.map(ProfileDraft::of).orElseGet(ProfileDraft::empty));
        this.check = DraftCheck.of(draft.get(), taken, clock.instant());
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
        check = DraftCheck.of(changed, taken, clock.instant());
        draft.set(changed);
    }

    /** What to say beside a field: only of one that was typed into, or once all were asked for. */
    public Optional<FieldProblem> problem(Field field) {
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

    /** Where a timing comes from; empty while it can not be read. */
    public Optional<TimingValue> timingIn(Field field) {
        return check.timingIn(field);
    }

    /**
     * Reads the timings that the open connection shows, with a mint of one SVID of each kind, into
     * their fields; the question was asked. Nothing is saved.
     */
    public void learn() {
        former.ifPresent(name -> {
            stopTest();
            trial.set(new Trial.Learning());
            desk.learnTimings(name, this::learned);
        });
    }

    private void learned(Outcome<LearnedTimings> outcome) {
        switch (outcome) {
            case Outcome.Ok<LearnedTimings>(var timings) -> {
                change(now -> now.with(timings));
                trial.set(new Trial.Learned(timings));
            }
            case Outcome.Failed<LearnedTimings>(var why) -> trial.set(new Trial.Failed(why));
        }
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
