package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.outcome.Outcome;
import dev.curfew.spire.Minting.MintedToken;
import io.spiffe.spiffeid.SpiffeId;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;

/** One-off SVIDs: whose, how long, and what is refused. */
abstract class MintingContract extends SpireContract {
    private static final GeneralName PLANNER = OwnKey.uri("spiffe://acme.test/agent/planner");
    private static final SpiffeId PLANNER_ID = spiffeId("/agent/planner");
    private final OwnKey key = OwnKey.fresh();

    private X509Certificate mint(Duration ttl, GeneralName... names) throws CertificateException {
        var minted = value(server().minting().x509(key.request(names), ttl));
        X509Certificate leaf =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(
                                        new ByteArrayInputStream(minted.chain().getFirst()));
        assertThat(minted.expiresAt()).isEqualTo(leaf.getNotAfter().toInstant());
        assertThat(minted.chain()).hasSize(1);
        return leaf;
    }

    private Duration mintedLife(Duration ttl) throws CertificateException {
        X509Certificate leaf = mint(ttl, PLANNER);
        return Duration.between(leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant());
    }

    private Instant end(Kind kind) {
        AuthoritySlots slots = value(server().authorities().slots(kind));
        return slots.active().orElseThrow().expiresAt();
    }

    @Test
    void mintsACertificateForTheKeyOfTheRequest() throws Exception {
        Instant before = Instant.now();

        X509Certificate svid =
                mint(Duration.ofMinutes(10), PLANNER, OwnKey.dns("planner.agents.svc"));

        assertThat(svid.getPublicKey()).isEqualTo(key.keys().getPublic());
        assertThat(svid.getSubjectX500Principal().getName())
                .isEqualTo("CN=planner.agents.svc,O=SPIRE,C=US");
        assertThat(svid.getBasicConstraints()).isEqualTo(-1);
        assertThat(svid.getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(svid.getNotBefore().toInstant())
                .isBetween(before.minusSeconds(12), Instant.now().minusSeconds(9));
    }

    @Test
    void aLifeBeginsTenSecondsBeforeItIsIssued() throws Exception {
        assertThat(mintedLife(Duration.ofMinutes(10))).isEqualTo(Duration.ofSeconds(610));
    }

    @Test
    void takesAnHourForNoTtl() throws Exception {
        assertThat(mintedLife(Duration.ZERO)).isEqualTo(Duration.ofSeconds(3610));
        assertThat(mintedLife(Duration.ofSeconds(-7))).isEqualTo(Duration.ofSeconds(3610));
    }

    @Test
    void cutsACertificateToTheEndOfItsAuthorityWithoutAWord() throws Exception {
        assertThat(mint(Duration.ofHours(24), PLANNER).getNotAfter().toInstant())
                .isEqualTo(end(Kind.X509));
        assertThat(mint(Duration.ofSeconds(Integer.MAX_VALUE), PLANNER).getNotAfter().toInstant())
                .isEqualTo(end(Kind.X509));
    }

    private String minting(byte[] request) {
        return failure(server().minting().x509(request, Duration.ZERO)).detail();
    }

    @Test
    void refusesRequestsItCanNotServe() {
        assertThat(minting(new byte[0])).isEqualTo("missing CSR");
        assertThat(minting("nonsense".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .startsWith("malformed CSR: ");
        assertThat(minting(key.request())).isEqualTo("CSR URI SAN is required");
        assertThat(minting(key.request(PLANNER, PLANNER)))
                .isEqualTo("only one URI SAN is expected");
        assertThat(minting(key.request(OwnKey.uri("https://acme.test/x"))))
                .isEqualTo("CSR URI SAN is invalid: scheme is missing or invalid");
        assertThat(
                        minting(
                                key.request(
                                        PLANNER,
                                        OwnKey.dns("a.acme.test"),
                                        OwnKey.dns("*.acme.test"))))
                .isEqualTo(
                        "CSR DNS name contains a wildcard that covers another non-wildcard name:"
                                + " name \"a.acme.test\" overlaps with an existing wildcard name in"
                                + " the list: wildcard overlap");
    }

    private Outcome<MintedToken> token(Duration ttl) {
        return server().minting().jwt(PLANNER_ID, List.of("mcp-github"), ttl);
    }

    @Test
    void aTokenIsNotBackdatedAndLastsFiveMinutesForNoTtl() {
        Instant before = Instant.ofEpochSecond(Instant.now().getEpochSecond());

        MintedToken minted = value(token(Duration.ZERO));
        MintedToken negative = value(token(Duration.ofSeconds(-1)));

        assertThat(minted.issuedAt()).isBetween(before, Instant.now());
        assertThat(minted.expiresAt()).isEqualTo(minted.issuedAt().plusSeconds(300));
        assertThat(negative.expiresAt()).isEqualTo(negative.issuedAt().plusSeconds(300));
    }

    @Test
    void cutsATokenToTheEndOfItsKeyWithoutAWord() {
        assertThat(value(token(Duration.ofDays(30))).expiresAt()).isEqualTo(end(Kind.JWT));
    }

    @Test
    void refusesTokensItCanNotSign() {
        assertThat(failure(server().minting().jwt(PLANNER_ID, List.of(), Duration.ZERO)).detail())
                .isEqualTo("at least one audience is required");
        assertThat(failure(server().minting().jwt(PLANNER_ID, List.of(""), Duration.ZERO)).detail())
                .isEqualTo("failed to sign JWT-SVID: invalid JWT-SVID audience: cannot be empty");
        assertThat(
                        failure(
                                        server().minting()
                                                .jwt(
                                                        SpiffeId.parse("spiffe://other.test/x"),
                                                        List.of("a"),
                                                        Duration.ZERO))
                                .detail())
                .isEqualTo(
                        "invalid SPIFFE ID: \"spiffe://other.test/x\" is not a member of trust"
                                + " domain \"acme.test\"");
        assertThat(
                        AuthoritiesContract.refusal(
                                server().minting().wit(PLANNER_ID, new byte[0], "", Duration.ZERO)))
                .isEqualTo("OLDER_SERVER WIT functionality is disabled");
    }
}
