package dev.curfew.views.backends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.OwnCertificate;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.views.backends.BackendDraft.Field;
import dev.curfew.views.backends.BackendDraft.Proof;
import dev.curfew.views.backends.BackendDraft.Shown;
import dev.curfew.views.backends.BackendDraft.Source;
import dev.curfew.views.backends.BackendDraft.Way;
import dev.curfew.views.kit.FieldProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackendCheckTest {
    private static final BackendDraft WHOLE =
            BackendDraft.empty()
                    .with(Field.NAME, "policies")
                    .with(Field.ADDRESS, "authz.acme.test:8081");
    private static final Tls SYSTEM = new Tls.ByName(Optional.empty(), Optional.empty());

    private static final List<PolicyProfile> ALL_KINDS =
            List.of(
                    PolicyProfile.of(
                            "policies",
                            target(PolicyKind.OPENFGA, Optional.of("agents")),
                            SYSTEM,
                            new Key.None()),
                    PolicyProfile.of(
                                    "policies",
                                    target(PolicyKind.SPICEDB, Optional.empty()),
                                    new Tls.ByName(
                                            Optional.of(Path.of("/etc/ca.pem")),
                                            Optional.of(
                                                    new OwnCertificate(
                                                            Path.of("/own.pem"),
                                                            Path.of("/own.key")))),
                                    new Key.Bearer(new SecretRef.EnvironmentVariable("KEY")))
                            .mappedBy(Optional.of(Path.of("/etc/mapping.yaml"))),
                    PolicyProfile.of(
                            "policies",
                            target(PolicyKind.EXT_AUTHZ, Optional.empty()),
                            new Tls.Plaintext(),
                            new Key.Bearer(new SecretRef.Prompt())),
                    new PolicyProfile(
                            "policies",
                            target(PolicyKind.CERBOS, Optional.empty()),
                            SYSTEM,
                            new Key.Bearer(new SecretRef.SecretFile(Path.of("/key"))),
                            new Key.Basic("admin", new SecretRef.SecretFile(Path.of("/pass")))));

    private static PolicyTarget target(PolicyKind kind, Optional<String> store) {
        return new PolicyTarget(kind, new ServerAddress.Tcp("authz.acme.test", 8081), store);
    }

    private static BackendCheck check(BackendDraft draft) {
        return BackendCheck.of(draft, Set.of("prod"));
    }

    private static Object problem(BackendDraft draft, Field field) {
        BackendCheck check = check(draft);
        assertThat(check.profile()).isEmpty();
        return switch (check.problem(field).orElseThrow()) {
            case FieldProblem.Ours(var key) -> key;
            case FieldProblem.Said(var failure) -> failure.reason().name();
        };
    }

    @Test
    void whatIsSavedCanBeEditedAndIsTheSame() {
        for (PolicyProfile profile : ALL_KINDS) {
            assertThat(check(BackendDraft.of(profile)).profile()).contains(profile);
        }
    }

    @Test
    void aNameIsOneThatTheCommandLineKnowsAndIsGivenOnce() {
        assertThat(problem(WHOLE.with(Field.NAME, " "), Field.NAME))
                .isEqualTo("connections.problem.noName");
        assertThat(problem(WHOLE.with(Field.NAME, "lab:policy"), Field.NAME))
                .isEqualTo("backends.problem.name");
        assertThat(problem(WHOLE.with(Field.NAME, "prod"), Field.NAME))
                .isEqualTo("connections.problem.takenName");
    }

    @Test
    void addressAndStoreAreThoseOfATarget() {
        assertThat(problem(WHOLE.with(Field.ADDRESS, "authz.acme.test"), Field.ADDRESS))
                .isEqualTo("INVALID_TARGET");
        assertThat(problem(WHOLE.with(Field.ADDRESS, "unix:/run/a.sock"), Field.ADDRESS))
                .isEqualTo("backends.problem.noSocket");
        BackendDraft badStore = WHOLE.with(Field.STORE, "a#b");
        assertThat(problem(badStore, Field.STORE)).isEqualTo("INVALID_TARGET");
        assertThat(check(badStore.with(PolicyKind.SPICEDB)).profile()).isPresent();
    }

    @Test
    void aCertificateNeedsItsKeyAndFilesAreAbsolutePaths() {
        assertThat(problem(WHOLE.with(Field.OWN_CHAIN, "/own.pem"), Field.OWN_KEY))
                .isEqualTo("backends.problem.both");
        assertThat(problem(WHOLE.with(Field.OWN_KEY, "/own.key"), Field.OWN_CHAIN))
                .isEqualTo("backends.problem.both");
        assertThat(problem(WHOLE.with(Field.AUTHORITIES, "ca.pem"), Field.AUTHORITIES))
                .isEqualTo("connections.problem.relative");
        assertThat(problem(WHOLE.with(Field.MAPPING, "/a\0b"), Field.MAPPING))
                .isEqualTo("connections.problem.path");
        // What is hidden is not asked for.
        assertThat(check(WHOLE.with(Field.AUTHORITIES, "ca.pem").with(Way.PLAINTEXT)).profile())
                .isPresent();
    }

    @Test
    void secretsAreReferencesAndNeverTheSecret() {
        BackendDraft key = WHOLE.with(new Proof(Shown.KEY, Source.ENVIRONMENT));
        assertThat(problem(key, Field.SECRET)).isEqualTo("connections.problem.variable");
        assertThat(problem(key.with(Field.SECRET, "s3cr3t!"), Field.SECRET))
                .isEqualTo("connections.problem.variable");
        assertThat(problem(key.with(new Proof(Shown.KEY, Source.FILE)), Field.SECRET))
                .isEqualTo("connections.problem.noFile");
        BackendDraft asked = WHOLE.with(new Proof(Shown.PASSWORD, Source.ASK));
        assertThat(problem(asked, Field.USER)).isEqualTo("backends.problem.noUser");
        assertThat(problem(asked.with(Field.USER, "a:b"), Field.USER))
                .isEqualTo("backends.problem.colon");
        assertThat(check(asked.with(Field.USER, "ada")).profile().orElseThrow().key())
                .isEqualTo(new Key.Basic("ada", new SecretRef.Prompt()));
    }

    @Test
    void plaintextIsExposedUnlessItStaysOnThisMachine() {
        BackendDraft plain = WHOLE.with(Way.PLAINTEXT);
        assertThat(check(WHOLE).isExposed()).isFalse();
        assertThat(check(plain).isExposed()).isTrue();
        assertThat(check(plain.with(Field.ADDRESS, "127.0.0.1:8081")).isExposed()).isFalse();
        assertThat(check(plain.with(Field.ADDRESS, "")).isExposed()).isTrue();
    }
}
