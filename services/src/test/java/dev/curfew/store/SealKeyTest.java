package dev.curfew.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealKeyTest {
    /** The first test vector of RFC 8032, 7.1: this key signed nothing at all. */
    private static final String RFC_KEY =
            "302a300506032b6570032100"
                    + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private static final String RFC_SIGNATURE =
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                    + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

    private final SealKey key = SealKey.ofDer(HexFormat.of().parseHex(RFC_KEY)).orElseThrow();

    @Test
    void checksASignatureOfTheStandard() {
        byte[] signature = HexFormat.of().parseHex(RFC_SIGNATURE);
        assertThat(key.signed(new byte[0], signature)).isTrue();
        assertThat(key.signed(new byte[1], signature)).isFalse();
        assertThat(key.signed(new byte[0], new byte[64])).isFalse();
        assertThat(key.signed(new byte[0], new byte[63])).isFalse();
    }

    @Test
    void isNamedByTheHashOfItsEncoding() {
        // sha256sum of the 44 bytes.
        assertThat(key.thumbprint())
                .isEqualTo("06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9");
        assertThat(HexFormat.of().formatHex(key.der())).isEqualTo(RFC_KEY);
    }

    @Test
    void readsItsOwnPemAndNoOther() throws GeneralSecurityException {
        String pem = key.pem();
        assertThat(pem)
                .isEqualTo(
                        """
                        -----BEGIN PUBLIC KEY-----
                        MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
                        -----END PUBLIC KEY-----
                        """);
        assertThat(SealKey.ofPem(pem)).contains(key);
        assertThat(SealKey.ofPem(pem + "\n")).isEmpty();
        assertThat(SealKey.ofPem(pem.replace("VS/7", "VS/ 7"))).isEmpty();
        assertThat(SealKey.ofPem(pem.replace("Ro=", "Rp="))).isEmpty();
        assertThat(
                        SealKey.ofDer(
                                KeyPairGenerator.getInstance("Ed448")
                                        .generateKeyPair()
                                        .getPublic()
                                        .getEncoded()))
                .isEmpty();
        assertThat(
                        SealKey.ofDer(
                                KeyPairGenerator.getInstance("RSA")
                                        .generateKeyPair()
                                        .getPublic()
                                        .getEncoded()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\n\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----\n"
            })
    void whatIsNoKeyIsNone(String text) {
        assertThat(SealKey.ofPem(text)).isEmpty();
        assertThat(SealKey.ofDer(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aCheckpointSaysInFiveLinesWhatIsSigned() {
        Checkpoint checkpoint =
                new Checkpoint(
                        42,
                        "ab".repeat(32),
                        Instant.parse("2026-11-22T13:00:00.123456Z"),
                        key,
                        RFC_SIGNATURE);
        assertThat(new String(checkpoint.message(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "curfew checkpoint 1\nrecord 42\nhash "
                                + "ab".repeat(32)
                                + "\nat 2026-11-22T13:00:00.123456Z\nkey "
                                + key.thumbprint()
                                + "\n");
        assertThat(checkpoint.holds()).isFalse();
    }
}
