package dev.curfew.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.SealKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    private static final String SECRET = "correct horse";
    private static final InstantSource CLOCK = InstantSource.fixed(ChainedJournal.NOON);

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("key.p12");
    }

    private static Outcome<SealKey> create(Path file, Passphrases secrets) {
        return new SigningKeyFile(secrets, CLOCK).create(file, Passphrases.FILE);
    }

    private static Outcome<SigningKey> open(Path file, String passphrase) {
        return SigningKey.open(file, Passphrases.FILE, new Passphrases(passphrase));
    }

    private static <T> T value(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Ok.class);
        return ((Outcome.Ok<T>) outcome).value();
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "Ünïcode ключ 密码"})
    void aNewKeyIsOpenedWithItsPassphraseAndSigns(String passphrase) {
        SealKey made = value(create(file(), new Passphrases(passphrase)));
        SigningKey key = value(open(file(), passphrase));
        assertThat(key.publicKey()).isEqualTo(made);
        byte[] message = "what was done".getBytes(StandardCharsets.UTF_8);
        byte[] signature = key.sign(message);
        assertThat(made.signed(message, signature)).isTrue();
        assertThat(key.sign(message)).isEqualTo(signature);
        message[0]++;
        assertThat(made.signed(message, signature)).isFalse();
    }

    @Test
    void passphrasesAreWiped() {
        Passphrases secrets = new Passphrases(SECRET, SECRET, SECRET);
        value(new SigningKeyFile(secrets, CLOCK).create(file(), Passphrases.PROMPT));
        value(SigningKey.open(file(), Passphrases.PROMPT, secrets));
        assertThat(secrets.given)
                .hasSize(3)
                .allMatch(passphrase -> new String(passphrase).equals("\0".repeat(13)));
        assertThat(secrets.purposes)
                .containsExactly(
                        "the new key " + file(),
                        "the new key " + file() + ", once more",
                        file().toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayReadIt() throws IOException {
        value(create(file(), new Passphrases(SECRET)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void itsCertificateNamesNobodyAndHasNoEnd() throws Exception {
        value(create(file(), new Passphrases(SECRET)));
        KeyStore store = KeyStore.getInstance(file().toFile(), SECRET.toCharArray());
        assertThat(store.size()).isEqualTo(1);
        X509Certificate certificate = (X509Certificate) store.getCertificate(SigningKeyFile.ALIAS);
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Curfew evidence");
        assertThat(certificate.getNotBefore().toInstant()).isEqualTo(ChainedJournal.NOON);
        assertThat(certificate.getNotAfter().toInstant())
                .isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
        certificate.verify(certificate.getPublicKey());
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        Files.writeString(file(), "mine");
        assertThat(create(file(), new Passphrases(SECRET)))
                .isEqualTo(
                        failed(
                                Reason.ALREADY_EXISTS,
                                "a file with a signing key is never overwritten"));
        assertThat(file()).hasContent("mine");
    }

    @Test
    void aPassphraseThatIsShortOrMistypedMakesNoFile() {
        assertThat(create(file(), new Passphrases("seven77")))
                .isEqualTo(
                        Outcome.failed(
                                Reason.INVALID_INPUT,
                                "the passphrase for " + file(),
                                "As passphrase, it has fewer than 8 characters"));
        assertThat(
                        new SigningKeyFile(new Passphrases(SECRET, "correct house"), CLOCK)
                                .create(file(), Passphrases.PROMPT))
                .isEqualTo(
                        Outcome.failed(
                                Reason.INVALID_INPUT,
                                "the passphrase for " + file(),
                                "As passphrase, the two that were typed are not the same"));
        assertThat(create(file(), new Passphrases()))
                .isEqualTo(
                        Outcome.failed(
                                Reason.CREDENTIAL_UNREADABLE,
                                "the new key " + file(),
                                "nobody to ask"));
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Path lost = folder.resolve("none").resolve("key.p12");
        assertThat(create(lost, new Passphrases(SECRET)))
                .isEqualTo(
                        Outcome.failed(
                                new Failure(
                                        Reason.FILE_UNWRITABLE,
                                        lost.toString(),
                                        "the folder is not there")));
    }

    @Test
    void eachWayOfNotOpeningHasItsOwnSentence() throws Exception {
        assertThat(open(file(), SECRET)).isEqualTo(unreadable("the file is not there"));
        Files.writeString(file(), "no key store at all");
        assertThat(open(file(), SECRET))
                .isEqualTo(unreadable("the file can not be read as PKCS#12"));
        Files.delete(file());
        value(create(file(), new Passphrases(SECRET)));
        assertThat(open(file(), "wrong horse")).isEqualTo(unreadable("the passphrase is wrong"));
        assertThat(open(file(), "")).isEqualTo(unreadable("the passphrase is wrong"));
        Files.write(file(), new byte[2 << 20]);
        assertThat(open(file(), SECRET))
                .isEqualTo(unreadable("it can not be read: it is larger than 1048576 bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed448"})
    void aKeyOfAnotherKindIsSaid(String kind) throws Exception {
        KeyPair other = KeyPairGenerator.getInstance(kind).generateKeyPair();
        KeyPair own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        // The certificate of an Ed25519 key does not make the other key one.
        keep(other, SelfMadeCertificate.of(own, ChainedJournal.NOON));
        String name = kind.equals("Ed448") ? "EdDSA" : kind;
        assertThat(open(file(), SECRET))
                .isEqualTo(
                        unreadable(
                                "it holds a key of the kind "
                                        + name
                                        + "; evidence is signed with an Ed25519 key and its own"
                                        + " certificate"));
    }

    @Test
    void aStoreWithoutAKeyIsSaid() throws Exception {
        keep(null, null);
        assertThat(open(file(), SECRET)).isEqualTo(unreadable("it holds no private key"));
    }

    private void keep(
            @org.jspecify.annotations.Nullable KeyPair keys,
            @org.jspecify.annotations.Nullable Certificate certificate)
            throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (keys != null && certificate != null) {
            store.setKeyEntry(
                    "key",
                    keys.getPrivate(),
                    SECRET.toCharArray(),
                    new Certificate[] {certificate});
        }
        try (OutputStream out = Files.newOutputStream(file())) {
            store.store(out, SECRET.toCharArray());
        }
    }

    private Outcome<SigningKey> unreadable(String why) {
        return Outcome.failed(Reason.CREDENTIAL_UNREADABLE, file().toString(), why);
    }

    private Outcome<SealKey> failed(Reason reason, String why) {
        return Outcome.failed(reason, file().toString(), why);
    }
}
