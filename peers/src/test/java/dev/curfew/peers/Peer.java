package dev.curfew.peers;

import dev.curfew.connect.ServerAddress;
import io.spiffe.spiffeid.SpiffeId;

/**
 * A SPIRE server that a contract is held against: a real one, or the lab's. Its trust domain is
 * acme.test, it is empty, and spiffe://acme.test/curfew/console administers it over TCP.
 */
interface Peer extends AutoCloseable {
    String TRUST_DOMAIN = "acme.test";

    ServerAddress.UnixSocket socket();

    ServerAddress.Tcp address();

    /** Brings a node in by a machine's certificate: it may attest again. */
    SpiffeId attestByCertificate(String machine);

    /** Brings a node in by a join token: it may not attest again. */
    SpiffeId attestByToken(String machine);

    @Override
    void close();
}
