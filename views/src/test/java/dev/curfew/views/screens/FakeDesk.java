package dev.curfew.views.screens;

import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.timing.LearnedTimings;
import dev.curfew.views.connections.ConnectionDesk;
import dev.curfew.views.kit.Tasks.Running;
import dev.curfew.views.testing.TestUi;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Remembers what was asked; a test's answer waits until the test gives it. */
public final class FakeDesk implements ConnectionDesk {
    final ReadOnlyObjectWrapper<List<Saved>> saved = new ReadOnlyObjectWrapper<>(List.of());
    final ReadOnlyObjectWrapper<List<UnreadConnection>> unread =
            new ReadOnlyObjectWrapper<>(List.of());
    final ReadOnlyObjectWrapper<Map<String, Instant>> armed = new ReadOnlyObjectWrapper<>(Map.of());
    final List<String> asked = new ArrayList<>();
    final List<ConnectionProfile> kept = new ArrayList<>();
    Optional<Consumer<Outcome<TestResult>>> trial = Optional.empty();
    Optional<Consumer<Outcome<LearnedTimings>>> learning = Optional.empty();
    Optional<Failure> refusal = Optional.empty();

    public ReadOnlyObjectWrapper<List<Saved>> saved() {
        return saved;
    }

    public List<ConnectionProfile> kept() {
        return kept;
    }

    public void willRefuse(Failure why) {
        refusal = Optional.of(why);
    }

    public void answerTest(Outcome<TestResult> answer) {
        trial.orElseThrow().accept(answer);
    }

    /** The lab's two, and two saved ones of other kinds. */
    static FakeDesk withSome(List<ConnectionProfile> lab) {
        FakeDesk desk = new FakeDesk();
        List<Saved> all = new ArrayList<>();
        lab.forEach(profile -> all.add(new Saved(profile, !profile.name().contains("-"))));
        for (ConnectionProfile profile : List.of(prod(), partner())) {
            if (lab.stream().noneMatch(one -> one.name().equals(profile.name()))) {
                all.add(new Saved(profile, false));
            }
        }
        desk.saved.set(all);
        return desk;
    }

    static ConnectionProfile prod() {
        return new ConnectionProfile(
                "prod-eu",
                new ServerAddress.Tcp("spire.prod-eu.acme.test", 8081),
                new Credentials.WorkloadApi("unix:/run/spire/agent/public/api.sock"),
                Optional.of(TrustDomain.parse("acme.test")),
                new ServerTimings(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofHours(4),
                        Duration.ofHours(1),
                        false));
    }

    static ConnectionProfile partner() {
        return new ConnectionProfile(
                "partner-dr",
                new ServerAddress.Tcp("10.20.0.7", 8081),
                new Credentials.Pkcs12(
                        Path.of("/etc/curfew/console.p12"),
                        new SecretRef.EnvironmentVariable("CURFEW_P12"),
                        Path.of("/etc/curfew/partner.pem")),
                Optional.of(TrustDomain.parse("partner.test")),
                ServerTimings.SPIRE_DEFAULTS);
    }

    @Override
    public ReadOnlyObjectProperty<List<Saved>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<List<UnreadConnection>> unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** One that a newer Curfew has saved. */
    public void unreadable(String name, String why) {
        unread.set(
                List.of(
                        new UnreadConnection(
                                name, new Failure(Reason.CONNECTION_UNREADABLE, name, why))));
    }

    @Override
    public ReadOnlyObjectProperty<Map<String, Instant>> armedProperty() {
        return armed.getReadOnlyProperty();
    }

    @Override
    public Optional<OwnIdentity> own(String name) {
        return name.startsWith("prod")
                ? Optional.of(
                        new OwnIdentity(
                                SpiffeId.parse("spiffe://acme.test/ops/console"),
                                TestUi.NOW.plusSeconds(2_400)))
                : Optional.empty();
    }

    @Override
    public void save(
            ConnectionProfile profile, Optional<String> former, Consumer<Optional<Failure>> done) {
        if (refusal.isEmpty()) {
            kept.add(profile);
        }
        done.accept(refusal);
    }

    @Override
    public void remove(String name, Consumer<Optional<Failure>> done) {
        asked.add("remove " + name);
        unread.set(unread.get().stream().filter(one -> !one.name().equals(name)).toList());
        done.accept(refusal);
    }

    @Override
    public void connect(String name) {
        asked.add("connect " + name);
    }

    @Override
    public void disconnect(String name) {
        asked.add("disconnect " + name);
    }

    @Override
    public void readNow(String name) {
        asked.add("read " + name);
    }

    @Override
    public Running test(ConnectionProfile profile, Consumer<Outcome<TestResult>> done) {
        asked.add("test " + profile.address().display());
        trial = Optional.of(done);
        return () -> asked.add("stop test");
    }

    @Override
    public void arm(String name) {
        asked.add("arm " + name);
    }

    @Override
    public void disarm(String name) {
        asked.add("disarm " + name);
    }

    @Override
    public void measureClock(String name, Consumer<Outcome<ClockSkew>> done) {
        done.accept(Outcome.ok(new ClockSkew(Duration.ofMillis(100), Duration.ofMillis(900))));
    }

    @Override
    public void learnTimings(String name, Consumer<Outcome<LearnedTimings>> done) {
        asked.add("learn " + name);
        learning = Optional.of(done);
    }

    public void answerLearning(Outcome<LearnedTimings> answer) {
        learning.orElseThrow().accept(answer);
    }
}
