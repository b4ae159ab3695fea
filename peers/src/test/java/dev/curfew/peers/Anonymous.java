package dev.curfew.peers;

import static dev.curfew.peers.Wire.said;

import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.TlsForSpire;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import io.grpc.netty.shaded.io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** A caller over TCP without a certificate, to whom it does not matter who the server is. */
record Anonymous(ManagedChannel channel) implements AutoCloseable {

    static Anonymous connect(ServerAddress.Tcp address) throws SSLException {
        TlsForSpire.prepare();
        return new Anonymous(
                NettyChannelBuilder.forAddress(address.host(), address.port())
                        .sslContext(
                                GrpcSslContexts.configure(
                                                SslContextBuilder.forClient(), SslProvider.JDK)
                                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                                        .build())
                        .build());
    }

    String getBundle() {
        return said(() ->
                BundleGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(20, TimeUnit.SECONDS)
                        .getBundle(GetBundleRequest.getDefaultInstance()));
    }

    String listEntries() {
        return said(() ->
                EntryGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(20, TimeUnit.SECONDS)
                        .listEntries(ListEntriesRequest.getDefaultInstance()));
    }

    @Override
    public void close() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }
}
