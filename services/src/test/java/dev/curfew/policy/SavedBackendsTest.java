package dev.curfew.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.OwnCertificate;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.outcome.Reason;
import dev.curfew.store.Preferences;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private static final String READABLE =
            "{\"name\":\"b\",\"target\":\"cerbos:h:3593\",\"plaintext\":true}";
    private static final String NEWER =
            "{\"name\":\"a\",\"target\":\"topaz:h:1\",\"since\":1.50,\"more\":[1,null]}";

    private static String entry(String more) {
        return "{\"name\":\"x\",\"target\":\"openfga:h:1\"" + more + "}";
    }

    @Test
    void whatCanNotBeReadIsToldAndStaysAsItIsThroughEverySave() {
        kept.put("policy.backends", "[" + NEWER + "," + READABLE + "]");
        SavedBackends saved = SavedBackends.of(preferences);
        assertThat(saved.all()).extracting(PolicyProfile::name).containsExactly("b");
        assertThat(saved.unread())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.name()).isEqualTo("a");
                    assertThat(one.json()).isEqualTo(NEWER);
                    assertThat(one.why().reason()).isEqualTo(Reason.CONNECTION_UNREADABLE);
                    assertThat(one.why().detail())
                            .isEqualTo("the connection says since, which is not known here");
                });
        saved.without("b").keep(preferences);
        assertThat(kept).containsEntry("policy.backends", "[" + NEWER + "]");
        assertThat(SavedBackends.of(preferences).isTaken("a")).isTrue();
        SavedBackends.of(preferences).without("a").keep(preferences);
        assertThat(kept).as("forgotten by its name alone").containsEntry("policy.backends", "[]");
    }

    @Test
    void whatIsNotUnderstoodIsNeverPassedOver() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(
                entry(",\"proxy\":\"p\""), "the connection says proxy, which is not known here");
        reasons.put(entry(",\"key\":{\"vault\":\"v\"}"), "key says vault, which is not known here");
        reasons.put(
                entry(",\"key\":{\"user\":\"u\"}"),
                "key does not say in one way where its secret is");
        reasons.put(
                entry(",\"admin_key\":{\"variable\":\"A\",\"prompt\":true}"),
                "admin_key does not say in one way where its secret is");
        reasons.put(entry(",\"plaintext\":\"yes\""), "plaintext is neither true nor false");
        reasons.put(entry(",\"mapping\":7"), "mapping is not a text");
        reasons.put(
                entry(",\"own_chain\":\"c.pem\""), "a certificate and its private key go together");
        reasons.put(
                entry(",\"plaintext\":true,\"authorities\":\"a.pem\""),
                "without TLS there is no certificate to trust or to show");
        reasons.put("{\"name\":\" \",\"target\":\"openfga:h:1\"}", "it has no name");
        reasons.put("[1]", "the connection is not a JSON object");
        reasons.forEach((json, why) -> {
            kept.put("policy.backends", "[" + json + "]");
            SavedBackends saved = SavedBackends.of(preferences);
            assertThat(saved.all()).as(json).isEmpty();
            assertThat(saved.unread())
                    .as(json)
                    .extracting(one -> one.why().detail())
                    .containsExactly(why);
            saved.keep(preferences);
            assertThat(kept).containsEntry("policy.backends", "[" + json + "]");
        });
    }

    @Test
    void aStoreThatHoldsNoListLosesNothing() {
        kept.put("policy.backends", "{\"version\":2}");
        SavedBackends.of(preferences).keep(preferences);
        assertThat(kept).containsEntry("policy.backends", "[{\"version\":2}]");
        kept.put("policy.backends", "[{\"name\":");
        SavedBackends saved = SavedBackends.of(preferences);
        assertThat(saved.unread()).extracting(one -> one.why().subject()).containsExactly("no. 1");
        saved.keep(preferences);
        assertThat(kept).containsEntry("policy.backends", "[\"[{\\\"name\\\":\"]");
    }
}
