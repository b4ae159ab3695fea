package dev.curfew.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.OwnCertificate;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.store.Preferences;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SavedBackendsTest {
    private final Map<String, String> kept = new HashMap<>();
    private final Preferences preferences =
            new Preferences() {
                @Override
                public Optional<String> get(String key) {
                    return Optional.ofNullable(kept.get(key));
                }

                @Override
                public void put(String key, String value) {
                    kept.put(key, value);
                }
            };

    private static PolicyProfile profile(
            String name, PolicyKind kind, Optional<String> store, Tls tls, Key key, Key admin) {
        return new PolicyProfile(
                name,
                new PolicyTarget(kind, new ServerAddress.Tcp("authz.acme.test", 8081), store),
                tls,
                key,
                admin);
    }

    @Test
    void whatIsSavedIsReadAsItWas() {
        List<PolicyProfile> all =
                List.of(
                        profile(
                                "plain",
                                PolicyKind.OPENFGA,
                                Optional.of("agents"),
                                new Tls.Plaintext(),
                                new Key.None(),
                                new Key.None()),
                        profile(
                                "keyed",
                                PolicyKind.SPICEDB,
                                Optional.empty(),
                                new Tls.ByName(Optional.of(Path.of("ca.pem")), Optional.empty()),
                                new Key.Bearer(new SecretRef.EnvironmentVariable("SPICEDB_KEY")),
                                new Key.Bearer(new SecretRef.Prompt())),
                        profile(
                                "proxied",
                                PolicyKind.CERBOS,
                                Optional.empty(),
                                new Tls.ByName(
                                        Optional.empty(),
                                        Optional.of(
                                                new OwnCertificate(
                                                        Path.of("own.pem"), Path.of("own.key")))),
                                new Key.None(),
                                new Key.Basic("admin", new SecretRef.SecretFile(Path.of("pass")))),
                        profile(
                                        "mapped",
                                        PolicyKind.SPICEDB,
                                        Optional.empty(),
                                        new Tls.Plaintext(),
                                        new Key.None(),
                                        new Key.None())
                                .mappedBy(Optional.of(Path.of("mapping.yaml"))));
        new SavedBackends(all).keep(preferences);
        assertThat(SavedBackends.of(preferences).all()).isEqualTo(all);
    }

    @Test
    void oneOfTheSameNameTakesItsPlace() {
        PolicyProfile first =
                profile(
                        "one",
                        PolicyKind.OPENFGA,
                        Optional.empty(),
                        new Tls.Plaintext(),
                        new Key.None(),
                        new Key.None());
        PolicyProfile second =
                profile(
                        "one",
                        PolicyKind.SPICEDB,
                        Optional.empty(),
                        new Tls.Plaintext(),
                        new Key.None(),
                        new Key.None());
        SavedBackends saved = new SavedBackends(List.of(first)).with(second);
        assertThat(saved.all()).containsExactly(second);
        assertThat(saved.find("one")).contains(second);
        assertThat(saved.without("one").all()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        kept.put(
                "policy.backends",
                "[{\"name\":\"a\",\"target\":\"nonsense\"},"
                        + "{\"name\":\"b\",\"target\":\"cerbos:h:3593\",\"plaintext\":true}]");
        assertThat(SavedBackends.of(preferences).all())
                .extracting(PolicyProfile::name)
                .containsExactly("b");
    }
}
