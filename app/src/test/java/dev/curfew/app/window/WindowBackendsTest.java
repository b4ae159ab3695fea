package dev.curfew.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.connect.Arming;
import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.SavedBackends;
import dev.curfew.text.Texts;
import dev.curfew.views.backends.BackendDesk.Saved;
import dev.curfew.views.kit.Tasks;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved, over the real store; nothing is connected. */
class WindowBackendsTest {
    @TempDir Path folder;
    private final List<String> readings = new ArrayList<>();
    private final List<Optional<Failure>> answers = new ArrayList<>();
    private CoreGraph core;
    private WindowBackends desk;
    private WindowDesk servers;
    private int armingChanges;

    @BeforeEach
    void open() {
        core =
                new CoreGraph(
                        new CoreGraph.Setup(
                                InstantSource.system(),
                                folder.resolve("curfew.db"),
                                Duration.ofSeconds(5),
                                (_, purpose) ->
                                        Outcome.failed(
                                                Reason.CREDENTIAL_UNREADABLE, purpose, "none"),
                                new LabHost()));
        // Readings are noted and not made.
        Tasks tasks = new AtOnceTasks(readings::add);
        Consumer<Throwable> crashed =
                thrown -> {
                    throw new AssertionError(thrown);
                };
        Texts texts = Texts.load("dev.curfew.app.text.app", Locale.ROOT);
        Reading reading = new Reading(core.estates(), tasks, texts, crashed);
        desk = new WindowBackends(core, reading, tasks, crashed);
        servers = new WindowDesk(core, reading, desk, tasks, crashed, () -> armingChanges++);
    }

    @AfterEach
    void close() {
        core.close();
    }

    private static PolicyProfile profile(String name, int port) {
        return PolicyProfile.of(
                name,
                new PolicyTarget(
                        PolicyKind.OPENFGA,
                        new ServerAddress.Tcp("localhost", port),
                        Optional.empty()),
                new Tls.Plaintext(),
                new Key.None());
    }

    private List<PolicyProfile> stored() {
        return SavedBackends.of(core.store().preferences()).all();
    }

    @Test
    void whatIsSavedIsKeptListedAndConnected() {
        desk.save(profile("policies", 1), Optional.empty(), answers::add);
        assertThat(answers).containsExactly(Optional.empty());
        assertThat(stored()).containsExactly(profile("policies", 1));
        assertThat(desk.savedProperty().get())
                .containsExactly(new Saved(profile("policies", 1), false));
        assertThat(readings).containsExactly("Reading policies");
    }

    @Test
    void aNameThatWasTakenMeanwhileIsRefusedAndNothingIsLost() {
        core.store()
                .connections()
                .save(ConnectionProfile.local("prod", Path.of("/run/spire/api.sock")));
        new SavedBackends(List.of(profile("policies", 1))).keep(core.store().preferences());
        desk.save(profile("prod", 2), Optional.empty(), answers::add);
        desk.save(profile("policies", 2), Optional.empty(), answers::add);
        assertThat(answers)
                .extracting(failure -> failure.orElseThrow().reason())
                .containsExactly(Reason.ALREADY_EXISTS, Reason.ALREADY_EXISTS);
        assertThat(stored()).containsExactly(profile("policies", 1));
        assertThat(readings).isEmpty();
    }

    @Test
    void anyEditOfAServerMakesItReadOnlyAgain() {
        ConnectionProfile first = ConnectionProfile.local("prod", Path.of("/run/spire/api.sock"));
        servers.save(first, Optional.empty(), answers::add);
        List<ConnectionProfile> edits =
                List.of(
                        ConnectionProfile.local("prod", Path.of("/run/spire/other.sock")),
                        new ConnectionProfile(
                                "prod",
                                first.address(),
                                first.credentials(),
                                Optional.of(TrustDomain.parse("acme.test")),
                                first.timings()),
                        new ConnectionProfile(
                                "prod",
                                new ServerAddress.Tcp("spire.acme.test", 8081),
                                new Credentials.WorkloadApi("unix:/run/agent.sock"),
                                Optional.empty(),
                                first.timings()),
                        ConnectionProfile.local("renamed", Path.of("/run/spire/other.sock")));
        for (ConnectionProfile edited : edits) {
            core.arming().arm("prod", Arming.DEFAULT);
            servers.look();
            assertThat(servers.armedProperty().get()).containsOnlyKeys("prod");
            int before = armingChanges;
            servers.save(edited, Optional.of("prod"), answers::add);
            assertThat(core.arming().armedUntil("prod")).as("%s", edited).isEmpty();
            assertThat(servers.armedProperty().get()).as("%s", edited).isEmpty();
            assertThat(armingChanges).isGreaterThan(before);
        }
        assertThat(core.store().connections().all()).containsExactly(edits.getLast());
        assertThat(answers).allMatch(Optional::isEmpty).hasSize(5);
    }

    @Test
    void oneThatCanNotBeReadIsListedApartAndOutlivesEverySave() {
        String newer = "{\"name\":\"newer\",\"target\":\"topaz:h:1\"}";
        core.store().preferences().put("policy.backends", "[" + newer + "]");
        desk.showLab();
        desk.save(profile("policies", 1), Optional.empty(), answers::add);
        desk.save(profile("newer", 2), Optional.empty(), answers::add);
        desk.remove("policies", answers::add);
        assertThat(answers)
                .extracting(failure -> failure.map(Failure::reason))
                .containsExactly(
                        Optional.empty(), Optional.of(Reason.ALREADY_EXISTS), Optional.empty());
        assertThat(core.store().preferences().get("policy.backends")).contains("[" + newer + "]");
        assertThat(desk.unreadProperty().get())
                .extracting(UnreadConnection::name)
                .containsExactly("newer");
        desk.remove("newer", answers::add);
        assertThat(desk.unreadProperty().get()).isEmpty();
        assertThat(core.store().preferences().get("policy.backends")).contains("[]");
    }

    @Test
    void aServersNameIsNotTakenFromABackendNorFromAnotherServer() {
        new SavedBackends(List.of(profile("policies", 1))).keep(core.store().preferences());
        ConnectionProfile prod = ConnectionProfile.local("prod", Path.of("/run/spire/api.sock"));
        servers.save(prod, Optional.empty(), answers::add);
        core.arming().arm("prod", Arming.DEFAULT);
        for (String taken : List.of("policies", "prod")) {
            servers.save(
                    ConnectionProfile.local(taken, Path.of("/run/other.sock")),
                    Optional.empty(),
                    answers::add);
        }
        servers.save(
                ConnectionProfile.local("policies", Path.of("/run/other.sock")),
                Optional.of("prod"),
                answers::add);
        assertThat(answers)
                .extracting(failure -> failure.map(Failure::reason))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Reason.ALREADY_EXISTS),
                        Optional.of(Reason.ALREADY_EXISTS),
                        Optional.of(Reason.ALREADY_EXISTS));
        assertThat(core.store().connections().all()).containsExactly(prod);
        assertThat(stored()).containsExactly(profile("policies", 1));
        assertThat(core.arming().isArmed("prod")).as("nothing was changed").isTrue();
    }

    @Test
    void anEditedOneTakesTheOldOnesPlaceAndIsReadOnlyAgain() {
        desk.save(profile("policies", 1), Optional.empty(), answers::add);
        core.arming().arm("policies", Arming.DEFAULT);
        desk.save(profile("policies", 2), Optional.of("policies"), answers::add);
        assertThat(stored()).containsExactly(profile("policies", 2));
        assertThat(core.arming().armedUntil("policies")).isEmpty();
        desk.save(profile("renamed", 2), Optional.of("policies"), answers::add);
        assertThat(stored()).containsExactly(profile("renamed", 2));
        desk.remove("renamed", answers::add);
        assertThat(stored()).isEmpty();
        assertThat(desk.savedProperty().get()).isEmpty();
        assertThat(answers).allMatch(Optional::isEmpty).hasSize(4);
    }
}
