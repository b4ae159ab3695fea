package dev.curfew.connect;

import java.nio.file.Path;
import java.util.Optional;

/** How a policy backend is reached: address, encryption, and what Curfew shows of itself. */
public record BackendConnection(ServerAddress.Tcp address, Tls tls, Key key) {

    /** Whether the way there is encrypted, and who the other end must be. */
    public sealed interface Tls {

        /** Not at all: whoever is on the way reads and changes everything. */
        record Plaintext() implements Tls {}

        /**
         * The server's certificate must be for the host's name.
         *
         * @param authorities a PEM file with those that may have signed it; empty: those that this
         *     system trusts
         * @param own shown where the server, or a proxy before it, asks for one
         */
        record ByName(Optional<Path> authorities, Optional<OwnCertificate> own) implements Tls {}
    }

    /** PEM files: a certificate chain and its private key, not encrypted. */
    public record OwnCertificate(Path chain, Path privateKey) {}

    /** A reference to what the backend asks for; never the secret itself. */
    public sealed interface Key {

        record None() implements Key {}

        /** A preshared key or an access token, sent as a bearer token. */
        record Bearer(SecretRef secret) implements Key {}

        /** HTTP basic authentication. */
        record Basic(String user, SecretRef password) implements Key {}
    }

    /** Without a host in between: plaintext cannot be read there by others. */
    public boolean staysOnThisMachine() {
        String host = address.host();
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }
}
