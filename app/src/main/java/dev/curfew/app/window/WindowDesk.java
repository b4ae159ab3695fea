package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.connect.Arming;
import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Connected;
import dev.curfew.estate.Link;
import dev.curfew.estate.LiveConnector;
import dev.curfew.estate.ServerEstate;
import dev.curfew.localstore.LocalStore;
import dev.curfew.localstore.database.StoreException;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.SavedBackends;
import dev.curfew.timing.LearnedTimings;
import dev.curfew.timing.TimingProbe;
import dev.curfew.views.connections.ConnectionDesk;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Tasks.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Connections as the window handles them: saved ones, the lab's, and what is armed. */
final class WindowDesk implements ConnectionDesk {
    private final CoreGraph core;
    private final Reading reading;
    private final WindowBackends backends;
    private final Tasks tasks;
    private final Connected.Connector trials;
    private final Consumer<Throwable> crashed;
    private final Runnable armingChanged;
    private final ReadOnlyObjectWrapper<List<Saved>> saved = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<UnreadConnection>> unread =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<String, Instant>> armed =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final Map<String, OwnIdentity> own = new HashMap<>();
    private final Map<String, Instant> ownAsked = new HashMap<>();
    private volatile boolean labRuns;

    /**
     * @param armingChanged to be called when something was armed or disarmed
     */
    WindowDesk(
            CoreGraph core,
            Reading reading,
            WindowBackends backends,
            Tasks tasks,
            Consumer<Throwable> crashed,
            Runnable armingChanged) {
        this.core = core;
        this.reading = reading;
        this.backends = backends;
        this.tasks = tasks;
        this.crashed = crashed;
        this.armingChanged = armingChanged;
        this.trials = new LiveConnector(core.secrets());
    }

    /** Connects to what is saved, or to the lab where nothing is or it is asked for. */
    void begin(boolean lab) {
        tasks.start(
                "connections.saved",
                () -> {
                    labRuns = lab || list(false).isEmpty();
                    return list(labRuns);
                },
                found -> {
                    show(found);
                    List<ConnectionProfile> wanted =
                            found.saved().stream()
                                    .filter(one -> one.lab() || !lab)
                                    .map(Saved::profile)
                                    .toList();
                    wanted.forEach(core.estates()::announce);
                    wanted.forEach(this::open);
                    backends.begin(labRuns, lab);
                },
                crashed);
    }

    /** Lists the lab's connections, which somebody else has opened. */
    void showLab() {
        labRuns = true;
        tasks.start("connections.saved", () -> list(true), this::show, crashed);
        backends.showLab();
    }

    /** A server of the lab has come or gone: connects to it, or forgets it. */
    void labChanged() {
        tasks.start(
                "connections.saved",
                () -> list(labRuns),
                found -> {
                    List<String> before = saved.get().stream().map(Saved::name).toList();
                    List<String> now = found.saved().stream().map(Saved::name).toList();
                    show(found);
                    before.stream().filter(name -> !now.contains(name)).forEach(this::disconnect);
                    found.saved().stream()
                            .filter(one -> !before.contains(one.name()))
                            .map(Saved::profile)
                            .forEach(profile -> {
                                core.estates().announce(profile);
                                open(profile);
                            });
                },
                crashed);
    }

    /** Looks again what is armed, because arming ends by itself. */
    void look() {
        Map<String, Instant> now = new LinkedHashMap<>();
        Stream.of(
                        saved.get().stream().map(Saved::name),
                        // Those that were opened by their address, too.
                        core.estates().estate().backends().stream().map(BackendEstate::name))
                .flatMap(names -> names)
                .forEach(name ->
                        core.arming().armedUntil(name).ifPresent(until -> now.put(name, until)));
        armed.set(now);
        core.estates().estate().servers().forEach(this::lookWhoWeAre);
    }

    /** The SVID of the console is renewed meanwhile; asked with each answer of the server. */
    private void lookWhoWeAre(ServerEstate server) {
        if (server.link() instanceof Link.Up(_, var seenAt)
                && !seenAt.equals(ownAsked.put(server.name(), seenAt))) {
            askWhoWeAre(server.name());
        }
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
    public ReadOnlyObjectProperty<Map<String, Instant>> armedProperty() {
        return armed.getReadOnlyProperty();
    }

    @Override
    public Optional<OwnIdentity> own(String name) {
        return Optional.ofNullable(own.get(name));
    }

    @Override
    public void save(
            ConnectionProfile profile, Optional<String> former, Consumer<Optional<Failure>> done) {
        change(
                () -> kept(profile, former),
                failure -> {
                    if (failure.isEmpty()) {
                        changed();
                        open(profile);
                    }
                    done.accept(failure);
                });
    }

    /** The command line may have taken the name while the form was open. */
    private Outcome<Listed> kept(ConnectionProfile profile, Optional<String> former) {
        LocalStore store = core.store();
        String name = profile.name();
        boolean same = former.equals(Optional.of(name));
        if (SavedBackends.of(store.preferences()).isTaken(name)
                || !same && store.connections().isTaken(name)) {
            return Outcome.failed(
                    Reason.ALREADY_EXISTS, "The connection " + name, "choose another name");
        }
        // What was armed is not what stands there now.
        former.ifPresent(core.arming()::disarm);
        // The new one first: a store that refuses it must not have lost the old one.
        store.connections().save(profile);
        former.filter(_ -> !same)
                .ifPresent(gone -> {
                    store.connections().remove(gone);
                    core.estates().disconnect(gone);
                });
        return Outcome.ok(list(labRuns));
    }

    @Override
    public void remove(String name, Consumer<Optional<Failure>> done) {
        core.arming().disarm(name);
        core.estates().disconnect(name);
        change(
                () -> {
                    core.store().connections().remove(name);
                    return Outcome.ok(list(labRuns));
                },
                done);
    }

    private void change(Callable<Outcome<Listed>> work, Consumer<Optional<Failure>> done) {
        tasks.start(
                "connections.change",
                work,
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

    private record Listed(List<Saved> saved, List<UnreadConnection> unread) {
        boolean isEmpty() {
            return saved.isEmpty() && unread.isEmpty();
        }
    }

    private void show(Listed found) {
        saved.set(found.saved());
        unread.set(found.unread());
    }

    private Listed list(boolean lab) {
        List<Saved> all = new ArrayList<>();
        core.store().connections().all().forEach(profile -> all.add(new Saved(profile, false)));
        if (lab) {
            core.lab().profiles().forEach(profile -> all.add(new Saved(profile, true)));
        }
        return new Listed(List.copyOf(all), core.store().connections().unread());
    }

    @Override
    public void connect(String name) {
        saved.get().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .ifPresent(one -> open(one.profile()));
    }

    private void open(ConnectionProfile profile) {
        reading.connect(profile, this::look);
    }

    private void askWhoWeAre(String name) {
        tasks.start(
                "connections.own",
                () -> core.estates().own(name),
                (Optional<Connected.Own> found) ->
                        found.ifPresentOrElse(
                                o -> own.put(name, new OwnIdentity(o.id(), o.expiresAt())),
                                () -> own.remove(name)),
                crashed);
    }

    @Override
    public void disconnect(String name) {
        core.arming().disarm(name);
        core.estates().disconnect(name);
        own.remove(name);
        ownAsked.remove(name);
        changed();
    }

    @Override
    public void readNow(String name) {
        reading.again(name);
    }

    @Override
    public Running test(ConnectionProfile profile, Consumer<Outcome<TestResult>> done) {
        return tasks.start("connections.test", () -> tried(profile), done, crashed);
    }

    private Outcome<TestResult> tried(ConnectionProfile profile) {
        return trials.open(profile)
                .map(connection -> {
                    try (connection) {
                        return new TestResult(
                                connection.probe(),
                                connection.own().map(o -> new OwnIdentity(o.id(), o.expiresAt())));
                    }
                });
    }

    @Override
    public void arm(String name) {
        core.arming().arm(name, Arming.DEFAULT);
        changed();
    }

    @Override
    public void disarm(String name) {
        core.arming().disarm(name);
        changed();
    }

    private void changed() {
        look();
        armingChanged.run();
    }

    @Override
    public void measureClock(String name, Consumer<Outcome<ClockSkew>> done) {
        tasks.start("connections.clock", () -> core.estates().measureClock(name), done, crashed);
    }

    @Override
    public void learnTimings(String name, Consumer<Outcome<LearnedTimings>> done) {
        tasks.start("connections.timings", () -> learned(name), done, crashed);
    }

    private Outcome<LearnedTimings> learned(String name) {
        return new TimingProbe(core.estates(), core.store().journal(), core.clock())
                .ask(name, System.getProperty("user.name", "unknown"))
                .map(found ->
                        core.estates()
                                .estate()
                                .server(name)
                                .map(LearnedTimings::of)
                                .orElse(LearnedTimings.NONE)
                                .and(found));
    }
}
