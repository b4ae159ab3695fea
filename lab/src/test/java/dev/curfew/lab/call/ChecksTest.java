package dev.curfew.lab.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.agent.Trust;
import dev.curfew.lab.authority.IssuedSvid;
import dev.curfew.lab.authority.JwtAuthorities;
import dev.curfew.lab.authority.X509Authorities;
import dev.curfew.lab.bundle.BundleStore;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.lab.time.DrivenTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final SpiffeId PLANNER = SpiffeId.parse("spiffe://acme.test/agent/planner");
    private static final SpiffeId TOOL = SpiffeId.parse("spiffe://acme.test/agent/tool");

    private final DrivenTime time = new DrivenTime(NOW);
    private final BundleStore bundles = new BundleStore("acme.test");
    private final X509Authorities x509 = new X509Authorities(bundles, time, DAY);
    private final JwtAuthorities jwt = new JwtAuthorities(bundles, time, DAY);

    private Trust trust() {
        return Trust.of(bundles.own());
    }

    private X509Certificate[] certificate(SpiffeId id) {
        return IssuedSvid.issue(x509, id, Duration.ofMinutes(2))
                .chain()
                .toArray(X509Certificate[]::new);
    }

    private String token(SpiffeId id, String audience) {
        return jwt.sign(id, List.of(audience), Duration.ofSeconds(30)).token();
    }

    @Test
    void aCertificateIsGoodFromItsBeginningToItsEnd() {
        var chain = certificate(PLANNER);
        var expected = Set.of(PLANNER);

        assertThat(PeerCheck.refuse(chain, expected, trust(), NOW)).isEmpty();
        assertThat(PeerCheck.refuse(chain, expected, trust(), NOW.plusSeconds(120))).isEmpty();
        assertThat(PeerCheck.refuse(chain, expected, trust(), NOW.plusSeconds(121)))
                .contains(Denial.CERTIFICATE_ENDED);
        assertThat(PeerCheck.refuse(chain, expected, trust(), NOW.minusSeconds(11)))
                .contains(Denial.CERTIFICATE_NOT_YET);
    }

    @Test
    void aCertificateMustBeOfWhomItIsExpectedAndOfAnAuthorityThatIsTrusted() {
        var chain = certificate(PLANNER);
        var others = new BundleStore("acme.test");
        var other = new X509Authorities(others, time, DAY);

        assertThat(PeerCheck.refuse(chain, Set.of(TOOL), trust(), NOW))
                .contains(Denial.NOT_ALLOWED);
        assertThat(PeerCheck.refuse(chain, Set.of(PLANNER), Trust.of(others.own()), NOW))
                .contains(Denial.UNKNOWN_AUTHORITY);
        assertThat(PeerCheck.refuse(chain, Set.of(PLANNER), Trust.NONE, NOW))
                .contains(Denial.UNKNOWN_AUTHORITY);
        // An authority is no peer, though it is trusted to sign.
        var root = new X509Certificate[] {other.active().certificate()};
        assertThat(PeerCheck.refuse(root, Set.of(PLANNER), trust(), NOW))
                .contains(Denial.NOT_ALLOWED);
    }

    @Test
    void aTokenIsGoodUntilItsEndAndForItsAudienceOnly() {
        var token = token(PLANNER, TOOL.toString());
        var expected = Set.of(PLANNER);

        assertThat(TokenCheck.refuse(token, TOOL, expected, trust(), NOW)).isEmpty();
        assertThat(TokenCheck.refuse(token, TOOL, expected, trust(), NOW.plusSeconds(29)))
                .isEmpty();
        assertThat(TokenCheck.refuse(token, TOOL, expected, trust(), NOW.plusSeconds(30)))
                .contains(Denial.TOKEN_ENDED);
        assertThat(TokenCheck.refuse(token, PLANNER, expected, trust(), NOW))
                .contains(Denial.WRONG_AUDIENCE);
        assertThat(TokenCheck.refuse(token, TOOL, Set.of(TOOL), trust(), NOW))
                .contains(Denial.NOT_ALLOWED);
    }

    @Test
    void whatIsNotSignedByAKeyOfTheBundleIsNoToken() {
        var token = token(PLANNER, TOOL.toString());
        var parts = token.split("\\.");
        var longer = token(PLANNER, TOOL.toString() + "/x").split("\\.")[1];
        var stranger =
                new JwtAuthorities(new BundleStore("acme.test"), time, DAY)
                        .sign(PLANNER, List.of(TOOL.toString()), DAY)
                        .token();

        for (var wrong :
                List.of(
                        "",
                        "..",
                        "a.b.c",
                        parts[0] + "." + parts[1],
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + longer + "." + parts[2],
                        stranger)) {
            assertThat(TokenCheck.refuse(wrong, TOOL, Set.of(PLANNER), trust(), NOW))
                    .as(wrong)
                    .contains(Denial.TOKEN_INVALID);
        }
    }
}
