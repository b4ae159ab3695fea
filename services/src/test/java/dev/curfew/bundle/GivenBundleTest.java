package dev.curfew.bundle;

import static dev.curfew.bundle.HandedOver.block;
import static dev.curfew.bundle.HandedOver.certificate;
import static dev.curfew.bundle.HandedOver.json;
import static dev.curfew.bundle.HandedOver.jwt;
import static dev.curfew.bundle.HandedOver.keys;
import static dev.curfew.bundle.HandedOver.pem;
import static dev.curfew.bundle.HandedOver.root;
import static dev.curfew.bundle.HandedOver.x509;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.Der;
import dev.curfew.identity.TrustBundle;
import dev.curfew.identity.TrustBundle.JwtAuthority;
import dev.curfew.identity.TrustBundle.X509Authority;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.TrustDomain;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GivenBundleTest {
    private static final TrustDomain PARTNER = TrustDomain.parse("partner.test");

    private static GivenBundle read(String text) {
        return switch (GivenBundle.parse(text)) {
            case Outcome.Ok<GivenBundle>(var given) -> given;
            case Outcome.Failed<GivenBundle>(var why) -> throw new AssertionError(why.toString());
        };
    }

    private static Der der(X509Certificate certificate) {
        return new Der(HandedOver.der(certificate));
    }

    @Test
    void rootsInPemFormAreReadEachOnce() {
        X509Certificate first = root();
        X509Certificate second = certificate(true, "");

        GivenBundle given = read("of the partner:\n" + pem(first, second, first));

        assertThat(given.x509Authorities())
                .extracting(X509Authority::der)
                .containsExactly(der(first), der(second));
        assertThat(given.firstEnd()).isEqualTo(HandedOver.END);
        assertThat(given.named()).isEqualTo(Set.of(PARTNER));
        assertThat(given.jwtAuthorities()).isEmpty();
    }

    @Test
    void aSpiffeBundleIsReadWithItsJwtKeysSequenceAndHint() {
        X509Certificate root = root();
        KeyPair ec = keys("EC");
        KeyPair rsa = keys("RSA");

        TrustBundle bundle =
                read(json(x509(root), jwt("one", ec.getPublic()), jwt("two", rsa.getPublic())))
                        .of(PARTNER);

        assertThat(bundle.trustDomain()).isEqualTo(PARTNER);
        assertThat(bundle.x509Authorities())
                .extracting(X509Authority::der)
                .containsExactly(der(root));
        assertThat(bundle.jwtAuthorities())
                .containsExactly(
                        new JwtAuthority(
                                "one", Instant.EPOCH, false, new Der(ec.getPublic().getEncoded())),
                        new JwtAuthority(
                                "two",
                                Instant.EPOCH,
                                false,
                                new Der(rsa.getPublic().getEncoded())));
        assertThat(bundle.sequenceNumber()).isEqualTo(12);
        assertThat(bundle.refreshHintSeconds()).isEqualTo(300);
    }

    @Test
    void keysOfAnotherUseAreLeftOut() {
        String other = "{\"use\": \"wit-svid\", \"kty\": \"OKP\", \"kid\": \"w\"}";

        assertThat(read(json(other, x509(root()))).jwtAuthorities()).isEmpty();
    }

    @Test
    void aBundleThatNamesNobodySaysSo() {
        assertThat(GivenBundle.isNamed(read(pem(root())).of(PARTNER))).isTrue();
        assertThat(GivenBundle.isNamed(read(pem(certificate(true, ""))).of(PARTNER))).isFalse();
    }

    static Stream<Arguments> wrong() {
        String privateKey =
                "it holds a private key, and a bundle has only what is public; that key is not for"
                        + " sharing";
        String neither = "it is neither a SPIFFE bundle (JSON) nor certificates in PEM form";
        String good = jwt("one", keys("EC").getPublic());
        return Stream.of(
                Arguments.of("", neither),
                Arguments.of("see attachment", neither),
                Arguments.of(
                        "x".repeat(GivenBundle.LARGEST + 1),
                        "it is larger than 256 KiB, and a bundle has a few kilobytes at most"),
                Arguments.of("{\"keys\":\n [", "its JSON is damaged in line 2"),
                Arguments.of("{\"bundles\": []}", "it has no list of keys, as a SPIFFE bundle has"),
                Arguments.of("{\"keys\": []}", "it holds no X.509 authority"),
                Arguments.of(json(good), "it holds no X.509 authority"),
                Arguments.of(
                        json("{\"use\": \"x509-svid\"}"),
                        "key 1 has not exactly one certificate (x5c)"),
                Arguments.of(
                        json("{\"use\": \"x509-svid\", \"x5c\": [\"*\"]}"),
                        "the certificate of key 1 is not in Base64"),
                Arguments.of(
                        json("{\"use\": \"x509-svid\", \"x5c\": [\"AAAA\"]}"),
                        "certificate 1 in it is damaged"),
                Arguments.of(
                        json(good.replace("one", " ")),
                        "key 1 is for JWTs and has no key ID (kid)"),
                Arguments.of(json(good.replace("P-256", "P-1")), "key 1 is damaged"),
                Arguments.of(
                        json(good.replace("\"EC\"", "\"OKP\"")),
                        "key 1 is for JWTs and neither an EC nor an RSA key"),
                Arguments.of(json(good.replace("\"kid\"", "\"d\": \"AA\", \"kid\"")), privateKey),
                Arguments.of(
                        pem(root()) + block("PRIVATE KEY", keys("EC").getPrivate().getEncoded()),
                        privateKey),
                Arguments.of(
                        block("CERTIFICATE REQUEST", new byte[4]),
                        "it holds something else than certificates"),
                Arguments.of(pem(root()).substring(0, 100), "its PEM form is damaged"),
                Arguments.of(
                        pem(root()) + block("CERTIFICATE", new byte[4]),
                        "certificate 2 in it is damaged"),
                Arguments.of(
                        pem(certificate(false, "spiffe://partner.test/spire/server")),
                        "certificate 1 in it is no authority: it may not sign others"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsNoBundleIsRefusedWithItsOwnReason(String text, String detail) {
        assertThat(GivenBundle.parse(text))
                .isEqualTo(Outcome.failed(new Failure(Reason.INVALID_BUNDLE, "This text", detail)));
    }
}
