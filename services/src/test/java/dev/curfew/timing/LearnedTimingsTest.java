package dev.curfew.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.estate.AuthorityView;
import dev.curfew.estate.EstateFixtures;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.Der;
import dev.curfew.identity.Node;
import dev.curfew.identity.TrustBundle;
import dev.curfew.identity.TrustBundle.X509Authority;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LearnedTimingsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private static ServerEstate server(String upstream, List<Node> nodes) {
        Instant begin = NOW.minusSeconds(600);
        X509Authority root =
                new X509Authority(
                        "aa",
                        "CN=root",
                        "1",
                        begin.minusSeconds(10),
                        begin.plus(Duration.ofHours(8)),
                        false,
                        new Der(new byte[0]));
        AuthorityView view =
                new AuthorityView(
                        Optional.of(
                                new TrustBundle(
                                        TrustDomain.parse("acme.test"),
                                        List.of(root),
                                        List.of(),
                                        60,
                                        1)),
                        Optional.of(
                                new AuthoritySlots(
                                        Kind.X509,
                                        Optional.of(new Slot("aa", root.notAfter(), upstream)),
                                        Optional.empty(),
                                        Optional.empty())),
                        Optional.empty());
        ServerEstate unknown = ServerEstate.unknown(ConnectionProfile.local("one", Path.of("/s")));
        return new ServerEstate(
                unknown.profile(),
                unknown.link(),
                unknown.trustDomain(),
                unknown.capabilities(),
                unknown.entries(),
                Reading.<List<Node>>never(List.of()).complete(nodes, NOW),
                Reading.never(AuthorityView.NONE).complete(view, NOW),
                unknown.federation(),
                unknown.federatedBundles(),
                unknown.skew());
    }

    private static Node node(Duration left) {
        Node some = EstateFixtures.node("/spire/agent/x509pop/one");
        return new Node(
                some.id(),
                some.attestationType(),
                some.serial(),
                NOW.plus(left).getEpochSecond(),
                some.selectors(),
                some.banned(),
                some.canReattest(),
                some.version());
    }

    @Test
    void anAuthorityOfItsOwnTellsHowLongTheyLive() {
        assertThat(LearnedTimings.of(server("", List.of())).values())
                .containsExactly(
                        Map.entry(Timing.CA_TTL, TimingValue.learned(Duration.ofHours(8), NOW)));
    }

    @Test
    void anAuthorityThatAnotherSignedTellsNothing() {
        assertThat(LearnedTimings.of(server("bb", List.of())).values()).isEmpty();
    }

    @Test
    void whatWasNeverReadTellsNothing() {
        assertThat(
                        LearnedTimings.of(
                                ServerEstate.unknown(
                                        ConnectionProfile.local("one", Path.of("/s")))))
                .isEqualTo(LearnedTimings.NONE);
    }

    @Test
    void theNodeThatHasTheMostLeftTellsHowLongTheyLiveAtLeast() {
        LearnedTimings learned =
                LearnedTimings.of(
                        server(
                                "",
                                List.of(
                                        node(Duration.ofMinutes(-5)),
                                        node(Duration.ofMinutes(118)),
                                        node(Duration.ofMinutes(70)))));
        assertThat(learned.nodesAtLeast()).contains(Duration.ofMinutes(118));
        assertThat(learned.nodesOutlive(ServerTimings.SPIRE_DEFAULTS)).isTrue();
        assertThat(
                        learned.nodesOutlive(
                                ServerTimings.SPIRE_DEFAULTS.with(
                                        Timing.DEFAULT_X509_TTL,
                                        TimingValue.declared(Duration.ofHours(2), NOW))))
                .isFalse();
    }

    @Test
    void onlyWhatWasDeclaredCanBeContradicted() {
        LearnedTimings learned = LearnedTimings.of(server("", List.of()));
        assertThat(learned.contradicts(ServerTimings.SPIRE_DEFAULTS, Timing.CA_TTL)).isFalse();
        ServerTimings declared =
                ServerTimings.SPIRE_DEFAULTS.with(
                        Timing.CA_TTL, TimingValue.declared(Duration.ofHours(24), NOW));
        assertThat(learned.contradicts(declared, Timing.CA_TTL)).isTrue();
        assertThat(learned.over(declared).caTtl()).isEqualTo(Duration.ofHours(8));
    }
}
