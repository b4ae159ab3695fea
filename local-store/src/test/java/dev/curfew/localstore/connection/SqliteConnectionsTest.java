package dev.curfew.localstore.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.localstore.Fixtures;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteConnectionsTest {
    private static final ServerAddress TCP = new ServerAddress.Tcp("spire.bank.example", 8081);
    private static final Path BUNDLE = Path.of("/etc/curfew/bundle.pem");
    private static final Optional<TrustDomain> BANK =
            Optional.of(TrustDomain.parse("bank.example"));
    private static final ServerTimings OWN =
            new ServerTimings(
                            Duration.ofMillis(1500),
                            Duration.ofSeconds(30),
                            Duration.ofDays(2),
                            Duration.ofNanos(1),
                            false)
                    .with(
                            Timing.NODE_STALENESS,
                            TimingValue.declared(Duration.ofSeconds(3), Fixtures.CLOCK.instant()))
                    .with(
                            Timing.CA_TTL,
                            TimingValue.learned(Duration.ofDays(1), Fixtures.CLOCK.instant()));

    @TempDir Path folder;

    static Stream<ConnectionProfile> everyKind() {
        return Stream.of(
                ConnectionProfile.local("local", Path.of("/run/spire/api.sock")),
                tcp(new Credentials.WorkloadApi("unix:/run/agent.sock"), BANK),
                tcp(new Credentials.WorkloadApi(""), Optional.empty()),
                tcp(
                        new Credentials.PemFiles(
                                Path.of("/keys/svid.pem"), Path.of("relative/key.pem"), BUNDLE),
                        BANK),
                pkcs12(new SecretRef.EnvironmentVariable("KEYSTORE_PASSPHRASE")),
                pkcs12(new SecretRef.SecretFile(Path.of("/run/secrets/a b'c\"d"))),
                pkcs12(new SecretRef.Prompt()),
                new ConnectionProfile(
                        "Größe 'x'; DROP TABLE connections; -- 🦊",
                        new ServerAddress.Tcp("::1", 0),
                        new Credentials.LocalSocket(),
                        BANK,
                        ServerTimings.SPIRE_DEFAULTS));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindComesBackAsItWasSavedAlsoAfterReopening(ConnectionProfile profile) {
        Path file = folder.resolve("store.db");
        try (LocalStore store = Fixtures.open(file)) {
            store.connections().save(profile);
            assertThat(store.connections().all()).containsExactly(profile);
        }
        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.connections().all()).containsExactly(profile);
            assertThat(store.connections().find(profile.name())).contains(profile);
        }
    }

    @Test
    void savingANameAgainReplacesEveryColumnOfIt() {
        try (LocalStore store = LocalStore.inMemory(Fixtures.CLOCK)) {
            everyKind()
                    .map(p -> named("same", p))
                    .forEach(profile -> {
                        store.connections().save(profile);
                        assertThat(store.connections().all()).containsExactly(profile);
                    });
        }
    }

    @Test
    void listsInTheOrderOfNamesAsPeopleReadThem() {
        try (LocalStore store = LocalStore.inMemory(Fixtures.CLOCK)) {
            for (String name : List.of("prod", "Lab", "lab", "Prod-2", "a")) {
                store.connections().save(ConnectionProfile.local(name, Path.of("/s")));
            }
            assertThat(store.connections().all())
                    .extracting(ConnectionProfile::name)
                    .containsExactly("a", "Lab", "lab", "prod", "Prod-2");
        }
    }

    @Test
    void removesByNameAndFindsNothingOfAnUnknownOne() {
        try (LocalStore store = LocalStore.inMemory(Fixtures.CLOCK)) {
            ConnectionProfile kept = ConnectionProfile.local("kept", Path.of("/s"));
            store.connections().save(kept);
            store.connections().save(ConnectionProfile.local("gone", Path.of("/s")));

            store.connections().remove("gone");
            store.connections().remove("never there");

            assertThat(store.connections().all()).containsExactly(kept);
            assertThat(store.connections().find("gone")).isEmpty();
            assertThat(store.connections().find("KEPT")).isEmpty();
        }
    }

    @Test
    void aRowThatCanNotBeReadIsToldAndStaysUntilItIsForgotten() {
        Path file = folder.resolve("store.db");
        ConnectionProfile good = ConnectionProfile.local("good", Path.of("/s"));
        try (LocalStore store = Fixtures.open(file)) {
            store.connections().save(good);
            store.connections().save(ConnectionProfile.local("time", Path.of("/s")));
            store.connections().save(ConnectionProfile.local("domain", Path.of("/s")));
        }
        Fixtures.tamper(
                file,
                "UPDATE connections SET timings = '{\"AGENT_SYNC\":{\"value\":\"soon\"}}'"
                        + " WHERE name = 'time'",
                "UPDATE connections SET trust_domain = 'NOT ONE' WHERE name = 'domain'");
        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.connections().all()).containsExactly(good);
            assertThat(store.connections().find("time")).isEmpty();
            assertThat(store.connections().isTaken("time")).isTrue();
            assertThat(store.connections().named("time").orElseThrow())
                    .isEqualTo(
                            Outcome.failed(
                                    Reason.CONNECTION_UNREADABLE,
                                    "time",
                                    "timings are no timings"));
            assertThat(store.connections().unread())
                    .extracting(UnreadConnection::name)
                    .containsExactly("domain", "time");
            store.connections().remove("time");
            assertThat(store.connections().unread())
                    .extracting(UnreadConnection::name)
                    .containsExactly("domain");
            assertThat(store.connections().all()).containsExactly(good);
        }
    }

    private static ConnectionProfile tcp(
            Credentials credentials, Optional<TrustDomain> trustDomain) {
        return new ConnectionProfile("bank", TCP, credentials, trustDomain, OWN);
    }

    private static ConnectionProfile pkcs12(SecretRef passphrase) {
        return tcp(new Credentials.Pkcs12(Path.of("/keys/admin.p12"), passphrase, BUNDLE), BANK);
    }

    private static ConnectionProfile named(String name, ConnectionProfile p) {
        return new ConnectionProfile(
                name, p.address(), p.credentials(), p.trustDomain(), p.timings());
    }
}
