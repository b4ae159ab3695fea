package dev.curfew.lab;

import static dev.curfew.lab.TestServer.id;
import static dev.curfew.lab.TestServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.svid.MintJWTSVIDRequest;
import dev.curfew.wire.spire.svid.MintWITSVIDRequest;
import dev.curfew.wire.spire.svid.MintX509SVIDRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SvidServiceTest {
    private static final GeneralName PLANNER =
            new GeneralName(
                    GeneralName.uniformResourceIdentifier, "spiffe://acme.test/agent/planner");
    private TestServer acme;
    private KeyPair keys;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.empty();
        keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private ByteString csr(String subject, GeneralName... names) throws Exception {
        var builder =
                new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), keys.getPublic());
        if (names.length > 0) {
            var extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names));
            builder.addAttribute(
                    PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
        }
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        return ByteString.copyFrom(builder.build(signer).getEncoded());
    }

    private X509Certificate mint(ByteString csr, int ttl) throws Exception {
        var svid =
                acme.svids()
                        .mintX509SVID(
                                MintX509SVIDRequest.newBuilder().setCsr(csr).setTtl(ttl).build())
                        .getSvid();
        assertThat(svid.getId()).isEqualTo(id("/agent/planner"));
        var certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(
                                        new ByteArrayInputStream(
                                                svid.getCertChain(0).toByteArray()));
        assertThat(svid.getExpiresAt())
                .isEqualTo(certificate.getNotAfter().toInstant().getEpochSecond());
        return certificate;
    }

    private String minting(ByteString csr) {
        return refusal(() ->
                acme.svids().mintX509SVID(MintX509SVIDRequest.newBuilder().setCsr(csr).build()));
    }

    @Test
    void mintsACertificateForTheKeyOfTheRequest() throws Exception {
        var root = acme.server.trustDomain().authorities().getFirst();

        var svid =
                mint(
                        csr(
                                "",
                                PLANNER,
                                new GeneralName(GeneralName.dNSName, "planner.agents.svc")),
                        600);

        svid.verify(root.getPublicKey());
        assertThat(svid.getPublicKey()).isEqualTo(keys.getPublic());
        assertThat(svid.getNotBefore().toInstant()).isEqualTo(acme.now().minusSeconds(10));
        assertThat(svid.getNotAfter().toInstant()).isEqualTo(acme.now().plusSeconds(600));
        assertThat(svid.getSubjectX500Principal().getName())
                .isEqualTo("CN=planner.agents.svc,O=SPIRE,C=US");
        assertThat(svid.getBasicConstraints()).isEqualTo(-1);
        assertThat(svid.getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        var keyUsage = svid.getKeyUsage();
        assertThat(keyUsage[0] && keyUsage[2] && keyUsage[4] && !keyUsage[5]).isTrue();
    }

    @Test
    void takesAnHourForZeroAndTheEndOfTheAuthorityForTooMuch() throws Exception {
        assertThat(mint(csr("", PLANNER), 0).getNotAfter().toInstant())
                .isEqualTo(acme.now().plusSeconds(3600));
        assertThat(mint(csr("", PLANNER), -7).getNotAfter().toInstant())
                .isEqualTo(acme.now().plusSeconds(3600));
        assertThat(mint(csr("", PLANNER), Integer.MAX_VALUE).getNotAfter().toInstant())
                .isEqualTo(acme.now().plus(Duration.ofHours(24)));
    }

    @Test
    void refusesRequestsItCannotServe() throws Exception {
        assertThat(minting(ByteString.EMPTY)).isEqualTo("INVALID_ARGUMENT missing CSR");
        assertThat(minting(ByteString.copyFromUtf8("nonsense")))
                .startsWith("INVALID_ARGUMENT malformed CSR: ");
        assertThat(minting(csr(""))).isEqualTo("INVALID_ARGUMENT CSR URI SAN is required");
        assertThat(minting(csr("", PLANNER, PLANNER)))
                .isEqualTo("INVALID_ARGUMENT only one URI SAN is expected");
        assertThat(
                        minting(
                                csr(
                                        "",
                                        new GeneralName(
                                                GeneralName.uniformResourceIdentifier,
                                                "https://acme.test/x"))))
                .isEqualTo("INVALID_ARGUMENT CSR URI SAN is invalid: scheme is missing or invalid");
        assertThat(
                        minting(
                                csr(
                                        "",
                                        PLANNER,
                                        new GeneralName(GeneralName.dNSName, "a.acme.test"),
                                        new GeneralName(GeneralName.dNSName, "*.acme.test"))))
                .isEqualTo(
                        "INVALID_ARGUMENT CSR DNS name contains a wildcard that covers another"
                                + " non-wildcard name: name \"a.acme.test\" overlaps with an existing"
                                + " wildcard name in the list: wildcard overlap");
    }

    @Test
    void mintsATokenWithFourClaimsThatTheBundleVerifies() throws Exception {
        var svid =
                acme.svids()
                        .mintJWTSVID(
                                MintJWTSVIDRequest.newBuilder()
                                        .setId(id("/agent/planner"))
                                        .addAudience("mcp-github")
                                        .addAudience("")
                                        .addAudience("a\"b")
                                        .setTtl(60)
                                        .build())
                        .getSvid();
        var parts = svid.getToken().split("\\.");
        var now = acme.now().getEpochSecond();
        var key =
                acme.bundles()
                        .getBundle(GetBundleRequest.getDefaultInstance())
                        .getJwtAuthorities(0);

        assertThat(decode(parts[0]))
                .isEqualTo(
                        "{\"alg\":\"ES256\",\"kid\":\"%s\",\"typ\":\"JWT\"}"
                                .formatted(key.getKeyId()));
        assertThat(decode(parts[1]))
                .isEqualTo(
                        "{\"aud\":[\"mcp-github\",\"a\\\"b\"],\"exp\":%d,\"iat\":%d,\"sub\":\"spiffe://acme.test/agent/planner\"}"
                                .formatted(now + 60, now));
        assertThat(svid.getIssuedAt()).isEqualTo(now);
        assertThat(svid.getExpiresAt()).isEqualTo(now + 60);
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(
                KeyFactory.getInstance("EC")
                        .generatePublic(new X509EncodedKeySpec(key.getPublicKey().toByteArray())));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private MintJWTSVIDRequest.Builder token() {
        return MintJWTSVIDRequest.newBuilder().setId(id("/agent/planner")).addAudience("x");
    }

    @Test
    void takesFiveMinutesForZeroAndTheEndOfTheKeyForTooMuch() {
        assertThat(acme.svids().mintJWTSVID(token().build()).getSvid().getExpiresAt())
                .isEqualTo(acme.now().plusSeconds(300).getEpochSecond());
        assertThat(
                        acme.svids()
                                .mintJWTSVID(token().setTtl(2_592_000).build())
                                .getSvid()
                                .getExpiresAt())
                .isEqualTo(acme.now().plus(Duration.ofHours(24)).getEpochSecond());
    }

    @Test
    void refusesTokensItCannotSign() {
        assertThat(refusal(() -> acme.svids().mintJWTSVID(token().clearAudience().build())))
                .isEqualTo("INVALID_ARGUMENT at least one audience is required");
        assertThat(
                        refusal(() ->
                                acme.svids()
                                        .mintJWTSVID(
                                                token().clearAudience().addAudience("").build())))
                .isEqualTo(
                        "INTERNAL failed to sign JWT-SVID: invalid JWT-SVID audience: cannot be"
                                + " empty");
        assertThat(refusal(() -> acme.svids().mintJWTSVID(token().clearId().build())))
                .isEqualTo("INVALID_ARGUMENT invalid SPIFFE ID: request must specify SPIFFE ID");
        assertThat(refusal(() -> acme.svids().mintWITSVID(MintWITSVIDRequest.getDefaultInstance())))
                .isEqualTo("UNIMPLEMENTED WIT functionality is disabled");
    }
}
