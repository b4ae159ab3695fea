package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.value;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.SpireChannel;
import dev.curfew.connect.SpireChannels;
import dev.curfew.spire.SpireServer;
import dev.curfew.wire.spire.entry.BatchCreateEntryRequest;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.types.Entry;
import io.grpc.Channel;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What a SPIRE server does, held against the lab and against the real one, so that the lab and our
 * client can not agree on a mistake. One server for all tests of a topic: none relies on what
 * another one left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpireContract {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private Peer peer;
    private SpireChannel channel;
    private SpireServer server;

    /** Starts the server. */
    abstract Peer open();

    @BeforeAll
    void connect() {
        peer = open();
        channel =
                value(
                        SpireChannels.open(
                                ConnectionProfile.local("local", peer.socket().path()),
                                Outcomes.NO_SECRETS));
        server = client(channel);
    }

    @AfterAll
    void disconnect() {
        channel.close();
        peer.close();
    }

    static SpireServer client(SpireChannel channel) {
        return new SpireServer(
                channel.grpc(), (status, method) -> channel.failure(status, method), DEADLINE);
    }

    Peer peer() {
        return peer;
    }

    /** Our client, over the server's socket. */
    SpireServer server() {
        return server;
    }

    /** The same connection, for calls that our client would not make. */
    Channel wire() {
        return channel.grpc();
    }

    EntryGrpc.EntryBlockingStub entries() {
        return EntryGrpc.newBlockingStub(wire());
    }

    List<Entry> createAll(Entry.Builder... entries) {
        return entries()
                .batchCreateEntry(
                        BatchCreateEntryRequest.newBuilder()
                                .addAllEntries(
                                        Arrays.stream(entries).map(Entry.Builder::build).toList())
                                .build())
                .getResultsList()
                .stream()
                .map(result -> {
                    if (result.getStatus().getCode() != 0) {
                        throw new AssertionError(result.getStatus());
                    }
                    return result.getEntry();
                })
                .toList();
    }

    static SpiffeId spiffeId(String path) {
        return SpiffeId.parse("spiffe://" + Peer.TRUST_DOMAIN + path);
    }
}
