package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.TestAuthority.Issued;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutualTlsTest {
    private static final String SERVER = "spiffe://example.org/spire/server";
    private static final String CONSOLE = "spiffe://example.org/console";

    private final TestAuthority authority = new TestAuthority("example.org");
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void opensWithPemFilesOfTheOldForms(String algorithm) throws Exception {
        Issued own = authority.issue(CONSOLE, algorithm, Duration.ofHours(1));
        try (TestSpire server = spire(authority.issue(SERVER));
                SpireChannel channel = Opening.open(Opening.tcp(server.port(), pem(own)))) {
            assertThat(channel.local()).isFalse();
            assertThat(channel.ownId()).contains(SpiffeId.parse(CONSOLE));
            assertThat(channel.ownExpiry()).contains(own.certificate().getNotAfter().toInstant());
            assertThat(channel.server().map(ServerSeen::id)).contains(SpiffeId.parse(SERVER));
            assertThat(server.connections)
                    .containsExactly(own.certificate().getSerialNumber().longValueExact());
        }
    }

    @Test
    void opensWithAPkcs8Key() throws Exception {
        Issued own = authority.issue(CONSOLE);
        Credentials.PemFiles files = pem(own);
        TestAuthority.pem(files.privateKey(), new JcaPKCS8Generator(own.key(), null));
        try (TestSpire server = spire(authority.issue(SERVER));
                SpireChannel channel = Opening.open(Opening.tcp(server.port(), files))) {
            assertThat(channel.trustDomain().getName()).isEqualTo("example.org");
        }
    }

    @Test
    void opensWithAKeyStoreAndWipesThePassphrase() throws Exception {
        char[] passphrase = "open sesame".toCharArray();
        Credentials.Pkcs12 keyStore = keyStore(authority.issue(CONSOLE), passphrase.clone());
        try (TestSpire server = spire(authority.issue(SERVER));
                SpireChannel channel =
                        Opening.opened(
                                SpireChannels.open(
                                        Opening.tcp(server.port(), keyStore),
                                        (_, _) -> Outcome.ok(passphrase),
                                        Opening.PATIENT))) {
            assertThat(channel.ownId()).contains(SpiffeId.parse(CONSOLE));
            assertThat(passphrase).containsOnly('\0');
        }
    }

    @Test
    void aWrongPassphrase() throws Exception {
        Credentials.Pkcs12 keyStore = keyStore(authority.issue(CONSOLE), "right".toCharArray());
        assertThat(
                        SpireChannels.open(
                                Opening.tcp(1, keyStore),
                                (_, _) -> Outcome.ok("wrong".toCharArray()),
                                Opening.PATIENT))
                .isEqualTo(
                        Outcome.failed(
                                Reason.CREDENTIAL_UNREADABLE,
                                keyStore.keyStore().toString(),
                                "the passphrase is wrong"));
    }

    @Test
    void aServerOfAnotherTrustDomain() throws Exception {
        try (TestSpire server = spire(authority.issue("spiffe://other.org/spire/server"))) {
            assertThat(refused(server))
                    .isEqualTo(
                            failure(
                                    server,
                                    Reason.WRONG_TRUST_DOMAIN,
                                    "It presents spiffe://other.org/spire/server, not " + SERVER));
        }
    }

    @Test
    void aWorkloadInPlaceOfTheServer() throws Exception {
        try (TestSpire server = spire(authority.issue("spiffe://example.org/impostor"))) {
            assertThat(refused(server).reason()).isEqualTo(Reason.WRONG_TRUST_DOMAIN);
        }
    }

    @Test
    void aServerWithoutSpiffeId() throws Exception {
        try (TestSpire server = spire(authority.issue("https://example.org/"))) {
            assertThat(refused(server))
                    .isEqualTo(
                            failure(
                                    server,
                                    Reason.SERVER_UNTRUSTED,
                                    "Its certificate holds no SPIFFE ID"));
        }
    }

    @Test
    void anExpiredServer() throws Exception {
        Issued expired = authority.issue(SERVER, "EC", Duration.ofMinutes(-5));
        try (TestSpire server = spire(expired)) {
            assertThat(refused(server))
                    .isEqualTo(
                            failure(
                                    server,
                                    Reason.SERVER_UNTRUSTED,
                                    "Its certificate expired at "
                                            + expired.certificate().getNotAfter().toInstant()));
        }
    }

    @Test
    void aServerOfAnotherAuthority() throws Exception {
        TestAuthority stranger = new TestAuthority("stranger");
        try (TestSpire server = spire(stranger.issue(SERVER))) {
            Failure refused = refused(server);
            assertThat(refused.reason()).isEqualTo(Reason.SERVER_UNTRUSTED);
            assertThat(refused.detail())
                    .startsWith(
                            "Its certificate was not signed by an authority in the bundle of"
                                    + " example.org, but by authority ")
                    .endsWith("(CN=stranger,O=SPIFFE,C=US)");
        }
    }

    @Test
    void ourCertificateExpired() throws Exception {
        Issued expired = authority.issue(CONSOLE, "EC", Duration.ofMinutes(-5));
        try (TestSpire server = spire(authority.issue(SERVER))) {
            assertThat(Opening.refused(Opening.tcp(server.port(), pem(expired))))
                    .isEqualTo(
                            failure(
                                    server,
                                    Reason.CREDENTIAL_EXPIRED,
                                    CONSOLE
                                            + " expired at "
                                            + expired.certificate().getNotAfter().toInstant()));
            assertThat(server.connections).isEmpty();
        }
    }

    @Test
    void ourCertificateRefused() throws Exception {
        TestAuthority before = new TestAuthority("revoked");
        try (TestSpire server = spire(authority.issue(SERVER))) {
            Credentials.PemFiles files = pem(before.issue(CONSOLE));
            assertThat(Opening.refused(Opening.tcp(server.port(), files)).reason())
                    .isEqualTo(Reason.CREDENTIAL_REFUSED);
        }
    }

    @Test
    void aWebServer() throws Exception {
        try (RawServer server = RawServer.onPort(RawServer.WEB)) {
            assertThat(Opening.refused(Opening.tcp(server.port(), pem(authority.issue(CONSOLE)))))
                    .isEqualTo(
                            new Failure(
                                    Reason.NOT_GRPC,
                                    "127.0.0.1:" + server.port(),
                                    "it does not speak TLS"));
        }
    }

    @Test
    void silence() throws Exception {
        try (RawServer server = RawServer.onPort(RawServer.SILENCE)) {
            ConnectionProfile profile = Opening.tcp(server.port(), pem(authority.issue(CONSOLE)));
            Failure refused = Opening.refused(profile, Opening.SHORT);
            assertThat(refused.reason()).isEqualTo(Reason.NO_ANSWER);
            assertThat(refused.detail()).matches("waited 0\\.[67] s");
        }
    }

    @Test
    void nothingListening() throws Exception {
        int port;
        try (RawServer server = RawServer.onPort(RawServer.SILENCE)) {
            port = server.port();
        }
        assertThat(Opening.refused(Opening.tcp(port, pem(authority.issue(CONSOLE)))).reason())
                .isEqualTo(Reason.NOTHING_LISTENING);
    }

    @Test
    void anUnknownHost() throws Exception {
        Credentials.PemFiles files = pem(authority.issue(CONSOLE));
        assertThat(Opening.refused(Opening.tcp("nowhere.invalid", 8081, files)).reason())
                .isEqualTo(Reason.UNKNOWN_HOST);
    }

    @Test
    void aHostThatGrpcDoesNotTake() throws Exception {
        Credentials.PemFiles files = pem(authority.issue(CONSOLE));
        assertThat(Opening.refused(Opening.tcp("a_b", 8081, files)).reason())
                .isEqualTo(Reason.INVALID_TARGET);
    }

    @Test
    void aKeyThatDoesNotFit() throws Exception {
        Credentials.PemFiles files = pem(authority.issue(CONSOLE));
        TestAuthority.pem(files.privateKey(), authority.issue(CONSOLE).key());
        assertThat(Opening.refused(Opening.tcp(1, files)))
                .isEqualTo(
                        new Failure(
                                Reason.CREDENTIAL_UNREADABLE,
                                files.certificates().toString(),
                                "the private key does not belong to the first certificate"));
    }

    @Test
    void filesThatCanNotBeRead() throws Exception {
        Credentials.PemFiles files = pem(authority.issue(CONSOLE));
        Files.writeString(files.bundle(), "no certificate\n");
        assertThat(Opening.refused(Opening.tcp(1, files)))
                .isEqualTo(
                        new Failure(
                                Reason.CREDENTIAL_UNREADABLE,
                                files.bundle().toString(),
                                "it holds no certificate in PEM form"));
        Files.delete(files.privateKey());
        assertThat(Opening.refused(Opening.tcp(1, files)))
                .isEqualTo(
                        new Failure(
                                Reason.CREDENTIAL_UNREADABLE,
                                files.privateKey().toString(),
                                "the file is not there"));
    }

    @Test
    void noCredentialAtAll() {
        assertThat(Opening.refused(Opening.tcp(1, new Credentials.LocalSocket())).reason())
                .isEqualTo(Reason.CREDENTIAL_UNREADABLE);
    }

    private TestSpire spire(Issued own) throws IOException {
        return TestSpire.overTls(
                own,
                authority.certificate(),
                UnaryOperator.identity(),
                TestSpire.bundleOf("example.org"));
    }

    private Failure refused(TestSpire server) throws IOException {
        return Opening.refused(Opening.tcp(server.port(), pem(authority.issue(CONSOLE))));
    }

    private static Failure failure(TestSpire server, Reason reason, String detail) {
        return new Failure(reason, "127.0.0.1:" + server.port(), detail);
    }

    private Credentials.PemFiles pem(Issued own) throws IOException {
        return new Credentials.PemFiles(
                TestAuthority.pem(folder.resolve("svid.pem"), own.certificate()),
                TestAuthority.pem(folder.resolve("key.pem"), own.key()),
                TestAuthority.pem(folder.resolve("bundle.pem"), authority.certificate()));
    }

    private Credentials.Pkcs12 keyStore(Issued own, char[] passphrase) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        PrivateKey key = own.key();
        store.setKeyEntry("svid", key, passphrase, new X509Certificate[] {own.certificate()});
        Path file = folder.resolve("svid.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, passphrase);
        }
        return new Credentials.Pkcs12(
                file,
                new SecretRef.Prompt(),
                TestAuthority.pem(folder.resolve("bundle.pem"), authority.certificate()));
    }
}
