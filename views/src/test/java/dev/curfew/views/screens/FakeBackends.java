package dev.curfew.views.screens;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.estate.BackendTrial;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyChange;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.question.Answer;
import dev.curfew.policy.question.TypedQuestion;
import dev.curfew.views.backends.BackendDesk;
import dev.curfew.views.kit.Tasks.Running;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Remembers what was asked; the answer to a try waits until the test gives it. */
public final class FakeBackends implements BackendDesk {
    private final ReadOnlyObjectWrapper<List<Saved>> saved = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<UnreadConnection>> unread =
            new ReadOnlyObjectWrapper<>(List.of());
    private final List<String> asked = new ArrayList<>();
    private final List<PolicyProfile> kept = new ArrayList<>();
    private final Map<Path, Outcome<GrantMapping>> mappings = new HashMap<>();
    private final List<Outcome<LoggedDecision.Log>> decisions = new ArrayList<>();
    private final List<Outcome<PolicyChange.Page>> changes = new ArrayList<>();
    private Optional<Outcome<Answer>> answer = Optional.empty();
    private Optional<PolicyModel> model = Optional.empty();
    private Optional<Consumer<Outcome<BackendTrial>>> trial = Optional.empty();
    private Optional<Failure> refusal = Optional.empty();

    /** With these, which are saved. */
    public static FakeBackends with(PolicyProfile... profiles) {
        FakeBackends desk = new FakeBackends();
        desk.saved.set(List.of(profiles).stream().map(one -> new Saved(one, false)).toList());
        return desk;
    }

    /** OpenFGA over TLS with a key from the environment. */
    public static PolicyProfile policies() {
        return PolicyProfile.of(
                "policies-eu",
                new PolicyTarget(
                        PolicyKind.OPENFGA,
                        new ServerAddress.Tcp("authz.prod-eu.acme.test", 8081),
                        Optional.of("agents")),
                new Tls.ByName(Optional.of(Path.of("/etc/curfew/authz.pem")), Optional.empty()),
                new Key.Bearer(new SecretRef.EnvironmentVariable("FGA_KEY")));
    }

    public static PolicyProfile gateway() {
        return PolicyProfile.of(
                "gateway",
                new PolicyTarget(
                        PolicyKind.EXT_AUTHZ,
                        new ServerAddress.Tcp("10.20.0.9", 9191),
                        Optional.empty()),
                new Tls.Plaintext(),
                new Key.None());
    }

    public List<String> asked() {
        return asked;
    }

    public List<PolicyProfile> kept() {
        return kept;
    }

    public void willRefuse(Failure why) {
        refusal = Optional.of(why);
    }

    public void mapping(String file, Outcome<GrantMapping> answer) {
        mappings.put(Path.of(file), answer);
    }

    public void answerTest(Outcome<BackendTrial> answer) {
        trial.orElseThrow().accept(answer);
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
    public void save(
            PolicyProfile profile, Optional<String> former, Consumer<Optional<Failure>> done) {
        if (refusal.isEmpty()) {
            kept.add(profile);
        }
        done.accept(refusal);
    }

    @Override
    public void remove(String name, Consumer<Optional<Failure>> done) {
        asked.add("remove " + name);
        done.accept(refusal);
    }

    @Override
    public void connect(String name) {
        asked.add("connect " + name);
    }

    @Override
    public Running test(PolicyProfile profile, Consumer<Outcome<BackendTrial>> done) {
        asked.add("test " + profile.target().display());
        trial = Optional.of(done);
        return () -> asked.add("stop test");
    }

    /** What it tells when it is asked for its decisions, one after the other. */
    public void willTell(List<Outcome<LoggedDecision.Log>> logs) {
        decisions.addAll(logs);
    }

    public void willChange(List<Outcome<PolicyChange.Page>> pages) {
        changes.addAll(pages);
    }

    public void hasModel(PolicyModel told) {
        model = Optional.of(told);
    }

    @Override
    public Running decisions(
            String name, LoggedDecision.Wanted wanted, Consumer<Outcome<LoggedDecision.Log>> done) {
        asked.add("decisions " + name + " " + wanted.from() + " " + wanted.to());
        done.accept(decisions.removeFirst());
        return Running.NONE;
    }

    @Override
    public Running changes(String name, String from, Consumer<Outcome<PolicyChange.Page>> done) {
        asked.add("changes " + name + " " + from);
        done.accept(changes.removeFirst());
        return Running.NONE;
    }

    @Override
    public Running model(String name, Consumer<Outcome<PolicyModel>> done) {
        asked.add("model " + name);
        model.map(Outcome::ok).ifPresent(done);
        return Running.NONE;
    }

    public void willAnswer(Outcome<Answer> told) {
        answer = Optional.of(told);
    }

    @Override
    public Running ask(String name, TypedQuestion question, Consumer<Outcome<Answer>> done) {
        asked.add("ask " + name + " " + question);
        answer.ifPresent(done);
        return Running.NONE;
    }

    @Override
    public Running readMapping(Path file, Consumer<Outcome<GrantMapping>> done) {
        Optional.ofNullable(mappings.get(file)).ifPresent(done);
        return Running.NONE;
    }
}
