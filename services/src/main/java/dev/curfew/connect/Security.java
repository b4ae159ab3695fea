package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Optional;

/** Who is who on a connection, and why a handshake fails. */
sealed interface Security extends AutoCloseable {

    /** The SVID that the next connection would show. */
    Optional<OwnSvid> own();

    /** The server of the newest handshake. */
    Optional<ServerSeen> server();

    /** Makes a handshake of its own to find out why connections break; empty if it went well. */
    Optional<Failure> diagnose();

    @Override
    void close();

    /** The operating system decides who may open the socket; no certificates. */
    record Socket() implements Security {
        @Override
        public Optional<OwnSvid> own() {
            return Optional.empty();
        }

        @Override
        public Optional<ServerSeen> server() {
            return Optional.empty();
        }

        @Override
        public Optional<Failure> diagnose() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    /** Both sides show SVIDs. */
    final class MutualTls implements Security {
        final SvidKeyManager keys;
        final SpireServerTrust trust;
        private final CredentialSource source;
        private final ServerAddress.Tcp address;

        MutualTls(CredentialSource source, TrustDomain trustDomain, ServerAddress.Tcp address) {
            this.source = source;
            this.address = address;
            this.keys = new SvidKeyManager(source, address.display());
            this.trust = new SpireServerTrust(source, trustDomain, address.display());
        }

        @Override
        public Optional<OwnSvid> own() {
            return source.svid() instanceof Outcome.Ok<OwnSvid>(var svid)
                    ? Optional.of(svid)
                    : Optional.empty();
        }

        @Override
        public Optional<ServerSeen> server() {
            return trust.seen()
                    .flatMap(leaf ->
                            Certificates.spiffeId(leaf)
                                    .map(id -> new ServerSeen(id, leaf.getNotAfter().toInstant())));
        }

        @Override
        public Optional<Failure> diagnose() {
            return TlsDiagnosis.of(address, keys, trust);
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
