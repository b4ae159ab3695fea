package dev.curfew.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendTrialTest {
    private final FakeBackend backend = new FakeBackend();

    @TempDir private Path folder;

    private Outcome<BackendTrial> tried(PolicyProfile profile) {
        return BackendTrial.of(profile, _ -> Outcome.ok(backend), () -> FakeBackend.NOW);
    }

    private BackendTrial found(PolicyProfile profile) {
        return switch (tried(profile)) {
            case Outcome.Ok<BackendTrial>(var found) -> found;
            case Outcome.Failed<BackendTrial>(var why) -> throw new AssertionError(why.toString());
        };
    }

    @Test
    void saysWhatIsThereAndClosesAgain() {
        backend.kept.add(FakeBackend.standing("acme.test/planner"));
        backend.kept.add(FakeBackend.viewer("plan"));
        BackendTrial found = found(FakeBackend.profile(PolicyKind.OPENFGA));
        assertThat(found.relationships()).isEqualTo(2);
        assertThat(found.grants()).isEqualTo(1);
        assertThat(found.unmapped()).containsExactly("doc#viewer");
        assertThat(found.isForeign()).isFalse();
        assertThat(found.whole()).isTrue();
        assertThat(found.warnings()).containsExactly(PolicyWarning.OPEN_ENGINE);
        assertThat(backend.closed).isTrue();
    }

    @Test
    void anotherModelIsForeignUntilAMappingNamesIt() throws IOException {
        backend.kept.add(FakeBackend.viewer("plan"));
        PolicyProfile profile = FakeBackend.profile(PolicyKind.OPENFGA);
        assertThat(found(profile).isForeign()).isTrue();
        Path mapping =
                Files.writeString(
                        folder.resolve("mapping.yaml"),
                        """
                        types:
                          doc: dataset
                          user: user
                        rights:
                          - type: doc
                            relation: viewer
                            action: read
                        """);
        assertThat(found(profile.mappedBy(Optional.of(mapping))).grants()).isEqualTo(1);
    }

    @Test
    void aMappingThatCanNotBeUsedIsSaidBeforeAnythingIsOpened() throws IOException {
        Path mapping = Files.writeString(folder.resolve("bad.yaml"), "types:\n  doc: paper\n");
        PolicyProfile profile = FakeBackend.profile(PolicyKind.OPENFGA);
        assertThat(tried(profile.mappedBy(Optional.of(mapping))))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_RULES);
                            assertThat(failed.failure().detail()).startsWith("line 2: paper");
                        });
        assertThat(tried(profile.mappedBy(Optional.of(folder.resolve("none.yaml")))))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.failure().reason())
                                        .isEqualTo(Reason.FILE_UNREADABLE));
        assertThat(backend.pings).isZero();
    }

    @Test
    void aLargeOneIsNotReadToItsEnd() {
        for (int i = 0; i < BackendTrial.MOST + 5_000; i++) {
            backend.kept.add(FakeBackend.standing("acme.test/" + i));
        }
        BackendTrial found = found(FakeBackend.profile(PolicyKind.OPENFGA));
        assertThat(found.relationships()).isEqualTo(BackendTrial.MOST);
        assertThat(found.whole()).isFalse();
        assertThat(found.failure()).isEmpty();
    }

    @Test
    void whatBreaksOffIsNotWholeAndWhatOnlyDecidesIsNotListed() {
        backend.kept.add(FakeBackend.standing("acme.test/planner"));
        backend.breaksOff = Optional.of(FakeBackend.lost());
        BackendTrial broken = found(FakeBackend.profile(PolicyKind.OPENFGA));
        assertThat(broken.whole()).isFalse();
        assertThat(broken.failure()).contains(FakeBackend.lost());
        backend.offered = Set.of(PolicyCapability.CHECK);
        BackendTrial deciding = found(FakeBackend.profile(PolicyKind.CERBOS));
        assertThat(deciding.relationships()).isZero();
        assertThat(deciding.isForeign()).isFalse();
    }
}
