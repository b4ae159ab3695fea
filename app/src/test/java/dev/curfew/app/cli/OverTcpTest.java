package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.TlsForSpire;
import dev.curfew.lab.LabServer;
import dev.curfew.lab.authority.IssuedSvid;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverTcpTest {
    @TempDir static Path folder;
    private static Terminal terminal;
    private static Path bundle;

    @BeforeAll
    static void start() throws IOException {
        TlsForSpire.prepare();
        terminal = new Terminal(folder, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        bundle = Files.writeString(folder.resolve("acme.pem"), terminal.lab.acme().bundlePem());
    }

    @AfterAll
    static void end() {
        terminal.close();
    }

    private static Terminal.Result check(String target, String path, Duration ttl)
            throws IOException {
        Path own = Files.createTempDirectory(folder, "svid");
        IssuedSvid.OnDisk files =
                terminal.lab.acme().trustDomain().issueX509(path, ttl).writeTo(own);
        return terminal.type(
                "check",
                target,
                "--cert",
                files.chain().toString(),
                "--key",
                files.key().toString(),
                "--bundle",
                bundle.toString());
    }

    @Test
    void anAdminSvidFromFilesIsLetIn() throws IOException {
        LabServer acme = terminal.lab.acme();
        Terminal.Result result = check(Terminal.tcp(acme), "/ops/console", Duration.ofHours(1));
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("spiffe://acme.test/spire/server, proved by its certificate")
                .contains("TCP with mutual TLS")
                .containsPattern("Debug +absent: .* is offered on the server's own socket only");
    }

    @Test
    void anIdentityThatIsNoAdminSeesOnlyTheBundle() throws IOException {
        Terminal.Result result =
                check(Terminal.tcp(terminal.lab.acme()), "/agent/triage", Duration.ofHours(1));
        assertThat(result.code()).isEqualTo(21);
        assertThat(result.out()).containsPattern("Workloads +not read");
        assertThat(result.err()).contains("The server does not let this identity call");
    }

    @Test
    void anExpiredSvidIsNotShown() throws IOException {
        Terminal.Result result =
                check(Terminal.tcp(terminal.lab.acme()), "/ops/console", Duration.ofSeconds(-60));
        assertThat(result.code()).isEqualTo(17);
    }

    @Test
    void aServerOfAnotherTrustDomainIsNotTalkedTo() throws IOException {
        Terminal.Result result =
                check(Terminal.tcp(terminal.lab.partner()), "/ops/console", Duration.ofHours(1));
        assertThat(result.code()).isIn(15, 16);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void nothingListens() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }
        Terminal.Result result = check("127.0.0.1:" + port, "/ops/console", Duration.ofHours(1));
        assertThat(result.code()).isEqualTo(10);
        assertThat(result.err()).startsWith("Nothing listens at 127.0.0.1:" + port + ".");
    }

    @Test
    void aKeyStoreIsOpenedWithAPassphraseFromElsewhere()
            throws IOException, GeneralSecurityException {
        IssuedSvid svid =
                terminal.lab.acme().trustDomain().issueX509("/ops/console", Duration.ofHours(1));
        char[] passphrase = "only for this test".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("svid", svid.key(), passphrase, svid.chain().toArray(Certificate[]::new));
        Path file = folder.resolve("svid.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, passphrase);
        }
        terminal.environment.put("CURFEW_TEST_PASSPHRASE", new String(passphrase));
        Path passphraseFile =
                Files.writeString(folder.resolve("passphrase"), new String(passphrase) + "\n");
        assertThat(withKeyStore(file, "--p12-pass-env", "CURFEW_TEST_PASSPHRASE").code()).isZero();
        assertThat(withKeyStore(file, "--p12-pass-file", passphraseFile.toString()).code())
                .isZero();
        assertThat(withKeyStore(file, "--p12-pass-env", "CURFEW_TEST_NOT_SET").code())
                .isEqualTo(19);
        Terminal.Result nobody = withKeyStore(file);
        assertThat(nobody.code()).isEqualTo(19);
        assertThat(nobody.err()).contains("there is nobody to ask").doesNotContain("only for");
    }

    private static Terminal.Result withKeyStore(Path keyStore, String... more) {
        String[] words = new String[6 + more.length];
        words[0] = "check";
        words[1] = Terminal.tcp(terminal.lab.acme());
        words[2] = "--p12";
        words[3] = keyStore.toString();
        words[4] = "--bundle";
        words[5] = bundle.toString();
        System.arraycopy(more, 0, words, 6, more.length);
        return terminal.type(words);
    }
}
