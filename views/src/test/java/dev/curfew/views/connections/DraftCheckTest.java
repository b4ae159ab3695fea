package dev.curfew.views.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.views.connections.ProfileDraft.Field;
import dev.curfew.views.connections.ProfileDraft.Kind;
import dev.curfew.views.connections.ProfileDraft.Passphrase;
import dev.curfew.views.kit.FieldProblem;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ProfileDraft SOCKET =
            ProfileDraft.empty()
                    .with(Field.NAME, "prod")
                    .with(Field.ADDRESS, "unix:/run/spire/api.sock");
    private static final ProfileDraft TCP = SOCKET.with(Field.ADDRESS, "spire.test:8081");
    private static final List<ConnectionProfile> ALL_KINDS =
            List.of(
                    ConnectionProfile.local("prod", Path.of("/run/spire/api.sock")),
                    tcp(new Credentials.WorkloadApi("unix:/run/agent.sock")),
                    tcp(
                            new Credentials.PemFiles(
                                    Path.of("/c.pem"), Path.of("/k.pem"), Path.of("/b.pem"))),
                    tcp(
                            new Credentials.Pkcs12(
                                    Path.of("/c.p12"),
                                    new SecretRef.EnvironmentVariable("P12_PASS"),
                                    Path.of("/b.pem"))),
                    tcp(
                            new Credentials.Pkcs12(
                                    Path.of("/c.p12"),
                                    new SecretRef.SecretFile(Path.of("/pass")),
                                    Path.of("/b.pem"))),
                    tcp(
                            new Credentials.Pkcs12(
                                    Path.of("/c.p12"), new SecretRef.Prompt(), Path.of("/b.pem"))));

    private static ConnectionProfile tcp(Credentials credentials) {
        return new ConnectionProfile(
                "prod",
                new ServerAddress.Tcp("spire.test", 8081),
                credentials,
                Optional.of(TrustDomain.parse("acme.test")),
                new ServerTimings(
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(9),
                        Duration.ofHours(4),
                        Duration.ofMinutes(90),
                        false));
    }

    private static DraftCheck check(ProfileDraft draft) {
        return DraftCheck.of(draft, Set.of("lab"), NOW);
    }

    private static Object problem(ProfileDraft draft, Field field) {
        DraftCheck check = check(draft);
        assertThat(check.profile()).isEmpty();
        return switch (check.problem(field).orElseThrow()) {
            case FieldProblem.Ours(var key) -> key;
            case FieldProblem.Said(var failure) -> failure.reason();
        };
    }

    @Test
    void whatIsSavedCanBeEditedAndIsTheSame() {
        for (ConnectionProfile profile : ALL_KINDS) {
            assertThat(check(ProfileDraft.of(profile)).profile()).contains(profile);
        }
    }

    @Test
    void namesAreGivenOnce() {
        assertThat(problem(SOCKET.with(Field.NAME, " "), Field.NAME))
                .isEqualTo("connections.problem.noName");
        assertThat(problem(SOCKET.with(Field.NAME, "lab"), Field.NAME))
                .isEqualTo("connections.problem.takenName");
        assertThat(problem(SOCKET.with(Field.NAME, "x".repeat(61)), Field.NAME))
                .isEqualTo("connections.problem.longName");
        assertThat(problem(SOCKET.with(Field.NAME, "a\u202eb"), Field.NAME))
                .isEqualTo("connections.problem.hiddenName");
    }

    @Test
    void addressAndCredentialsMustFit() {
        assertThat(problem(TCP, Field.ADDRESS)).isEqualTo("connections.problem.tcpNeedsSvid");
        assertThat(problem(SOCKET.with(Kind.PEM), Field.ADDRESS))
                .isEqualTo("connections.problem.socketNeedsNone");
        assertThat(problem(TCP.with(Field.ADDRESS, "spire.test"), Field.ADDRESS))
                .hasToString("INVALID_TARGET");
    }

    @Test
    void everyFileIsAnAbsolutePath() {
        ProfileDraft pem = TCP.with(Kind.PEM);
        assertThat(problem(pem, Field.CERTIFICATES)).isEqualTo("connections.problem.noFile");
        assertThat(problem(pem.with(Field.PRIVATE_KEY, "key.pem"), Field.PRIVATE_KEY))
                .isEqualTo("connections.problem.relative");
        assertThat(problem(pem.with(Field.BUNDLE, "/a\0b"), Field.BUNDLE))
                .isEqualTo("connections.problem.path");
    }

    @Test
    void referencesAreReferencesAndDurationsAreDurations() {
        ProfileDraft store = TCP.with(Kind.PKCS12).with(Passphrase.ENVIRONMENT);
        assertThat(problem(store.with(Field.PASSPHRASE, "my secret!"), Field.PASSPHRASE))
                .isEqualTo("connections.problem.variable");
        assertThat(problem(TCP.with(Kind.WORKLOAD_API), Field.ENDPOINT))
                .isEqualTo("connections.problem.endpoint");
        assertThat(problem(SOCKET.with(Field.X509_TTL, "0s"), Field.X509_TTL))
                .hasToString("INVALID_DURATION");
        assertThat(problem(SOCKET.with(Field.TRUST_DOMAIN, "Acme Test"), Field.TRUST_DOMAIN))
                .hasToString("INVALID_SPIFFE_ID");
    }

    private static TimingValue saved(ProfileDraft draft, Timing timing) {
        return check(draft).profile().orElseThrow().timings().of(timing);
    }

    @Test
    void onlyStalenessMayBeZero() {
        assertThat(saved(SOCKET.with(Field.NODE_STALENESS, "30 s"), Timing.NODE_STALENESS))
                .isEqualTo(TimingValue.declared(Duration.ofSeconds(30), NOW));
        assertThat(saved(SOCKET, Timing.NODE_STALENESS))
                .isEqualTo(TimingValue.assumed(Timing.NODE_STALENESS));
        assertThat(problem(SOCKET.with(Field.CA_TTL, "0s"), Field.CA_TTL))
                .hasToString("INVALID_DURATION");
    }

    @Test
    void whatIsTypedIsDeclaredAndWhatIsLeftAloneStaysWhatItWas() {
        ProfileDraft typed = SOCKET.with(Field.JWT_TTL, "10m");
        assertThat(saved(typed, Timing.DEFAULT_JWT_TTL))
                .isEqualTo(TimingValue.declared(Duration.ofMinutes(10), NOW));
        assertThat(saved(typed, Timing.DEFAULT_X509_TTL))
                .isEqualTo(TimingValue.assumed(Timing.DEFAULT_X509_TTL));
        assertThat(saved(typed.confirmed(true), Timing.DEFAULT_X509_TTL))
                .isEqualTo(TimingValue.declared(Duration.ofHours(1), NOW));
    }

    @Test
    void whatWasLearnedStaysSoUntilSomethingElseIsTyped() {
        Instant before = NOW.minusSeconds(60);
        ProfileDraft learned =
                SOCKET.with(
                        ServerTimings.SPIRE_DEFAULTS.with(
                                Timing.CA_TTL, TimingValue.learned(Duration.ofHours(8), before)));
        assertThat(saved(learned.confirmed(true), Timing.CA_TTL))
                .isEqualTo(TimingValue.learned(Duration.ofHours(8), before));
        assertThat(saved(learned.with(Field.CA_TTL, "9h"), Timing.CA_TTL))
                .isEqualTo(TimingValue.declared(Duration.ofHours(9), NOW));
    }

    @Test
    void whatIsNoLongerConfirmedIsAssumedWithItsValue() {
        ProfileDraft declared = ProfileDraft.of(check(SOCKET.confirmed(true)).profile().get());
        assertThat(declared.confirmed()).isTrue();
        assertThat(saved(declared.confirmed(false), Timing.AGENT_SYNC))
                .isEqualTo(TimingValue.assumed(Timing.AGENT_SYNC));
    }
}
