package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Who is who on a connection, and why a handshake fails. */
sealed interface Security extends AutoCloseable {

    /** The SVID that the next connection would show. */
    Optional<OwnSvid> own();

    /** The server of the newest handshake. */
    Optional<ServerSeen> server();

    /** The trust domain that a server must belong to before a handshake succeeds. */
    Optional<TrustDomain> proven();

    /** Makes a handshake of its own to find out why connections break; empty if it went well. */
    Optional<Failure> diagnose();

    /** Why a call failed, after a look at the handshake where nothing else tells. May block. */
    default Failure explain(Throwable thrown, CallContext call) {
        Optional<Failure> seen =
                StatusFailures.isUnexplainedLoss(thrown) ? diagnose() : Optional.empty();
        return seen.orElseGet(() -> StatusFailures.of(thrown, call));
    }

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
        public Optional<TrustDomain> proven() {
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
        /** Nanoseconds. */
        private static final long FRESH = 1_000_000_000L;

        final SvidKeyManager keys;
        final SpireServerTrust trust;
        private final CredentialSource source;
        private final ServerAddress.Tcp address;
        private final TrustDomain trustDomain;
        private final ReentrantLock looking = new ReentrantLock();
        private Optional<Look> lastLook = Optional.empty();

        MutualTls(CredentialSource source, TrustDomain trustDomain, ServerAddress.Tcp address) {
            this.source = source;
            this.address = address;
            this.trustDomain = trustDomain;
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

        /** Calls that fail together share one look. */
        @Override
        public Optional<Failure> diagnose() {
            looking.lock();
            try {
                if (lastLook.isEmpty() || System.nanoTime() - lastLook.get().at > FRESH) {
                    Optional<Failure> found = TlsDiagnosis.of(address, keys, trust);
                    lastLook = Optional.of(new Look(System.nanoTime(), found));
                }
                return lastLook.get().found;
            } finally {
                looking.unlock();
            }
        }

        @Override
        public Optional<TrustDomain> proven() {
            return Optional.of(trustDomain);
        }

        @Override
        public void close() {
            source.close();
        }

        private record Look(long at, Optional<Failure> found) {}
    }
}
