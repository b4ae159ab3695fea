package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Opens connections to policy backends. Blocks: files are read, an operator may be asked. */
public final class BackendChannels {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private BackendChannels() {}

    /**
     * The connection as it is described, and not yet tried: its first call makes it.
     *
     * @param answers what this kind of backend means by its answers
     * @param deadline of each single call
     */
    public static Outcome<BackendChannel> open(
            BackendConnection connection,
            Secrets secrets,
            BackendAnswers answers,
            Duration deadline) {
        return headers(connection, secrets)
                .then(headers ->
                        channel(connection)
                                .map(made ->
                                        BackendChannel.of(
                                                connection.address(),
                                                made.channel(),
                                                headers,
                                                answers,
                                                deadline,
                                                made.diagnosis())));
    }

    /**
     * @param diagnosis why connections of it break without a word
     */
    private record Made(ManagedChannel channel, Supplier<Optional<Failure>> diagnosis) {}

    private static Outcome<Made> channel(BackendConnection connection) {
        ServerAddress.Tcp address = connection.address();
        try {
            return switch (connection.tls()) {
                case BackendConnection.Tls.Plaintext _ ->
                        Outcome.ok(new Made(Transports.unencrypted(address), Optional::empty));
                case BackendConnection.Tls.ByName(var authorities, var own) -> {
                    Outcome<Optional<TrustManager[]>> trust =
                            optional(authorities.map(BackendChannels::trust));
                    Outcome<Optional<KeyManager[]>> keys = optional(own.map(BackendChannels::keys));
                    yield trust.then(t -> keys.then(k -> byName(address, t, k)));
                }
            };
        } catch (IllegalArgumentException e) {
            // gRPC's own idea of a host: no underscores, for one.
            return Outcome.failed(Reason.INVALID_TARGET, address.display(), Causes.text(e));
        }
    }

    private static Outcome<Made> byName(
            ServerAddress.Tcp address,
            Optional<TrustManager[]> trust,
            Optional<KeyManager[]> keys) {
        try {
            return Outcome.ok(
                    new Made(
                            Transports.tlsByName(address, trust, keys),
                            () -> TlsDiagnosis.of(address, keys, trust)));
        } catch (SSLException e) {
            return Outcome.failed(StatusFailures.unexpected(e, address.display()));
        }
    }

    private static <T> Outcome<Optional<T>> optional(Optional<Outcome<T>> read) {
        return read.isEmpty() ? Outcome.ok(Optional.empty()) : read.get().map(Optional::of);
    }

    private static Outcome<TrustManager[]> trust(Path authorities) {
        return PemReader.certificates(authorities)
                .then(certificates -> {
                    try {
                        KeyStore store = empty();
                        for (int i = 0; i < certificates.size(); i++) {
                            store.setCertificateEntry("authority-" + i, certificates.get(i));
                        }
                        TrustManagerFactory factory =
                                TrustManagerFactory.getInstance(
                                        TrustManagerFactory.getDefaultAlgorithm());
                        factory.init(store);
                        return Outcome.ok(factory.getTrustManagers());
                    } catch (GeneralSecurityException | IOException e) {
                        return Outcome.failed(StatusFailures.unexpected(e, authorities.toString()));
                    }
                });
    }

    private static Outcome<KeyManager[]> keys(BackendConnection.OwnCertificate own) {
        return PemReader.certificates(own.chain())
                .then(chain ->
                        PemReader.privateKey(own.privateKey()).then(key -> keys(own, chain, key)));
    }

    private static Outcome<KeyManager[]> keys(
            BackendConnection.OwnCertificate own, List<X509Certificate> chain, PrivateKey key) {
        try {
            KeyStore store = empty();
            char[] none = new char[0];
            store.setKeyEntry("own", key, none, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, none);
            return Outcome.ok(factory.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            return Outcome.failed(
                    Reason.CREDENTIAL_UNREADABLE,
                    own.chain().toString(),
                    "it does not fit its private key: " + Causes.text(e));
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static Outcome<Metadata> headers(BackendConnection connection, Secrets secrets) {
        String purpose = connection.address().display();
        return switch (connection.key()) {
            case BackendConnection.Key.None _ -> Outcome.ok(new Metadata());
            case BackendConnection.Key.Bearer(var secret) ->
                    secrets.read(secret, purpose).then(key -> header(purpose, "Bearer ", key));
            case BackendConnection.Key.Basic(var user, var password) ->
                    secrets.read(password, purpose).then(key -> basic(purpose, user, key));
        };
    }

    private static Outcome<Metadata> basic(String purpose, String user, char[] password) {
        if (user.isEmpty() || user.indexOf(':') >= 0) {
            Arrays.fill(password, ' ');
            return Outcome.failed(
                    Reason.CREDENTIAL_UNREADABLE, purpose, "a user's name holds no colon");
        }
        CharBuffer both = CharBuffer.allocate(user.length() + 1 + password.length);
        both.put(user).put(':').put(password).flip();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(both);
        byte[] exact = Arrays.copyOf(bytes.array(), bytes.limit());
        char[] encoded = Base64.getEncoder().encodeToString(exact).toCharArray();
        Arrays.fill(password, ' ');
        Arrays.fill(both.array(), ' ');
        Arrays.fill(bytes.array(), (byte) 0);
        Arrays.fill(exact, (byte) 0);
        return header(purpose, "Basic ", encoded);
    }

    private static Outcome<Metadata> header(String purpose, String scheme, char[] key) {
        boolean fits = key.length > 0;
        for (char c : key) {
            fits &= c > ' ' && c < 127;
        }
        if (!fits) {
            Arrays.fill(key, ' ');
            return Outcome.failed(
                    Reason.CREDENTIAL_UNREADABLE,
                    purpose,
                    "a key is not empty, and holds neither spaces nor line ends");
        }
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, scheme + new String(key));
        Arrays.fill(key, ' ');
        return Outcome.ok(headers);
    }
}
