package dev.curfew.peers;

import dev.curfew.connect.ServerAddress;
import io.spiffe.spiffeid.SpiffeId;

/** The pinned SPIRE server, empty. */
record RealPeer(RealSpire spire) implements Peer {

    static RealPeer start() {
        return new RealPeer(
                RealSpire.builder(Binaries.find().orElseThrow()).trustDomain(TRUST_DOMAIN).start());
    }

    @Override
    public ServerAddress.UnixSocket socket() {
        return spire.socket();
    }

    @Override
    public ServerAddress.Tcp address() {
        return spire.address();
    }

    @Override
    public SpiffeId attestByCertificate(String machine) {
        return spire.startAgent(machine).nodeId();
    }

    @Override
    public SpiffeId attestByToken(String machine) {
        String token = spire.cli("token", "generate").text().strip().split("\\s+")[1];
        return spire.startAgent(machine, token).nodeId();
    }

    @Override
    public void close() {
        spire.close();
    }
}
