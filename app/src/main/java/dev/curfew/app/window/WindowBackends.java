package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.delegation.map.MappingFile;
import dev.curfew.estate.BackendTrial;
import dev.curfew.localstore.LocalStore;
import dev.curfew.localstore.database.StoreException;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyChange;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.SavedBackends;
import dev.curfew.policy.question.Answer;
import dev.curfew.policy.question.TypedQuestion;
import dev.curfew.views.backends.BackendDesk;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Tasks.Running;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Policy backends as the window handles them: the saved ones, and the lab's. */
final class WindowBackends implements BackendDesk {
    private final CoreGraph core;
    private final Reading reading;
    private final Tasks tasks;
    private final Consumer<Throwable> crashed;
    private final ReadOnlyObjectWrapper<List<Saved>> saved = new ReadOnlyObjectWrapper<>(List.of());

    private final ReadOnlyObjectWrapper<List<UnreadConnection>> unread =
            new ReadOnlyObjectWrapper<>(List.of());

    /** They are saved as one list: two changes at once would lose one. */
    private final ReentrantLock changing = new ReentrantLock();

    private volatile boolean labRuns;

    WindowBackends(CoreGraph core, Reading reading, Tasks tasks, Consumer<Throwable> crashed) {
        this.core = core;
        this.reading = reading;
        this.tasks = tasks;
        this.crashed = crashed;
    }

    /**
     * Connects to those that are saved, and to the lab's.
     *
     * @param labAlone the saved ones are listed, and not connected
     */
    void begin(boolean lab, boolean labAlone) {
        labRuns = lab;
        tasks.start(
                "connections.policy",
                this::list,
                found -> {
                    show(found);
                    found.saved().stream()
                            .filter(one -> one.lab() || !labAlone)
                            .map(Saved::profile)
                            .forEach(reading::connect);
                },
                crashed);
    }

    /** Lists the lab's, which somebody else has opened. */
    void showLab() {
        labRuns = true;
        tasks.start("connections.policy", this::list, this::show, crashed);
    }

    private record Listed(List<Saved> saved, List<UnreadConnection> unread) {}

    private void show(Listed found) {
        saved.set(found.saved());
        unread.set(found.unread());
    }

    private Listed list() {
        List<Saved> all = new ArrayList<>();
        SavedBackends stored = SavedBackends.of(core.store().preferences());
        stored.all().forEach(profile -> all.add(new Saved(profile, false)));
        if (labRuns) {
            all.add(new Saved(core.lab().policy(), true));
        }
        return new Listed(List.copyOf(all), stored.told());
    }

    @Override
    public ReadOnlyObjectProperty<List<Saved>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<List<UnreadConnection>> unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    @Override
    public void save(
            PolicyProfile profile, Optional<String> former, Consumer<Optional<Failure>> done) {
        change(
                () -> kept(profile, former),
                failure -> {
                    if (failure.isEmpty()) {
                        reading.connect(profile);
                    }
                    done.accept(failure);
                });
    }

    /** The command line may have taken the name while the form was open. */
    private Outcome<Listed> kept(PolicyProfile profile, Optional<String> former) {
        LocalStore store = core.store();
        SavedBackends before = SavedBackends.of(store.preferences());
        boolean same = former.equals(Optional.of(profile.name()));
        if (store.connections().isTaken(profile.name())
                || !same && before.isTaken(profile.name())) {
            return Outcome.failed(
                    Reason.ALREADY_EXISTS,
                    "The connection " + profile.name(),
                    "choose another name");
        }
        // What was armed is not what stands there now.
        former.ifPresent(core.arming()::disarm);
        former.filter(_ -> !same).ifPresent(core.estates()::disconnect);
        (same ? before : former.map(before::without).orElse(before))
                .with(profile)
                .keep(store.preferences());
        return Outcome.ok(list());
    }

    @Override
    public void remove(String name, Consumer<Optional<Failure>> done) {
        core.arming().disarm(name);
        core.estates().disconnect(name);
        change(
                () -> {
                    SavedBackends.of(core.store().preferences())
                            .without(name)
                            .keep(core.store().preferences());
                    return Outcome.ok(list());
                },
                done);
    }

    private void change(Callable<Outcome<Listed>> work, Consumer<Optional<Failure>> done) {
        tasks.start(
                "connections.change",
                () -> {
                    changing.lock();
                    try {
                        return work.call();
                    } finally {
                        changing.unlock();
                    }
                },
                (Outcome<Listed> outcome) -> {
                    switch (outcome) {
                        case Outcome.Ok<Listed>(var now) -> {
                            show(now);
                            done.accept(Optional.empty());
                        }
                        case Outcome.Failed<Listed>(var why) -> done.accept(Optional.of(why));
                    }
                },
                thrown -> {
                    if (thrown instanceof StoreException refused) {
                        done.accept(Optional.of(refused.failure()));
                    } else {
                        crashed.accept(thrown);
                    }
                });
    }

    @Override
    public void connect(String name) {
        saved.get().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .ifPresent(one -> reading.connect(one.profile()));
    }

    @Override
    public Running test(PolicyProfile profile, Consumer<Outcome<BackendTrial>> done) {
        return tasks.start(
                "connections.test",
                () ->
                        BackendTrial.of(
                                profile,
                                one ->
                                        PolicyBackends.open(
                                                one,
                                                core.secrets(),
                                                core.clock().withZone(ZoneOffset.UTC)),
                                core.clock()),
                done,
                crashed);
    }

    @Override
    public Running decisions(
            String name, LoggedDecision.Wanted wanted, Consumer<Outcome<LoggedDecision.Log>> done) {
        return look(name, backend -> backend.decisions(wanted), done);
    }

    @Override
    public Running changes(String name, String from, Consumer<Outcome<PolicyChange.Page>> done) {
        return look(name, backend -> backend.changes(from), done);
    }

    @Override
    public Running model(String name, Consumer<Outcome<PolicyModel>> done) {
        return look(name, PolicyBackend::model, done);
    }

    @Override
    public Running ask(String name, TypedQuestion question, Consumer<Outcome<Answer>> done) {
        return look(
                name,
                backend -> question.spelt(backend.ids()).then(spelt -> Answer.of(spelt, backend)),
                done);
    }

    private <T> Running look(
            String name, Function<PolicyBackend, Outcome<T>> call, Consumer<Outcome<T>> done) {
        return tasks.start(
                "backends.look", () -> core.estates().backend(name).then(call), done, crashed);
    }

    @Override
    public Running readMapping(Path file, Consumer<Outcome<GrantMapping>> done) {
        return tasks.start("connections.mapping", () -> MappingFile.read(file), done, crashed);
    }
}
