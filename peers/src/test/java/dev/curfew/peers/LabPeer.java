package dev.curfew.peers;

import dev.curfew.connect.ServerAddress;
import dev.curfew.lab.LabServer;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.Selector;
import io.spiffe.spiffeid.SpiffeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;

/** The lab's server, empty. */
final class LabPeer implements Peer {
    private final PrivateFolder folder = PrivateFolder.make();
    private final LabServer server;

    LabPeer() {
        try {
            server =
                    LabServer.builder(TRUST_DOMAIN)
                            .unixSocket(folder.socket("lab.sock"))
                            .tlsPort(0)
                            .adminIds("spiffe://" + TRUST_DOMAIN + "/curfew/console")
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LabServer server() {
        return server;
    }

    @Override
    public ServerAddress.UnixSocket socket() {
        return new ServerAddress.UnixSocket(folder.path().resolve("lab.sock"));
    }

    @Override
    public ServerAddress.Tcp address() {
        return new ServerAddress.Tcp("127.0.0.1", server.tlsAddress().getPort());
    }

    @Override
    public SpiffeId attestByCertificate(String machine) {
        return attest(
                "x509pop",
                "/x509pop/" + machine,
                Selector.newBuilder().setType("x509pop").setValue("subject:cn:" + machine).build(),
                true);
    }

    @Override
    public SpiffeId attestByToken(String machine) {
        String path = "/join_token/" + UUID.randomUUID();
        return attest(
                "join_token",
                path,
                Selector.newBuilder()
                        .setType("spiffe_id")
                        .setValue("spiffe://" + TRUST_DOMAIN + "/spire/agent" + path)
                        .build(),
                false);
    }

    private SpiffeId attest(String type, String path, Selector selector, boolean canReattest) {
        SpiffeId id = SpiffeId.parse("spiffe://" + TRUST_DOMAIN + "/spire/agent" + path);
        server.attest(
                Agent.newBuilder()
                        .setId(Wire.id(id.getPath()))
                        .setAttestationType(type)
                        .addSelectors(selector)
                        .setCanReattest(canReattest)
                        .setAgentVersion(Binaries.pinned())
                        .build(),
                Duration.ofHours(1));
        return id;
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
