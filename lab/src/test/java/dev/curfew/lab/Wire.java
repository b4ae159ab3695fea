package dev.curfew.lab;

import dev.curfew.lab.authority.IssuedSvid;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollIoHandler;
import io.grpc.netty.shaded.io.netty.channel.unix.DomainSocketAddress;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import io.grpc.netty.shaded.io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A real channel to a lab server. */
record Wire(ManagedChannel channel) implements AutoCloseable {
    private static final EventLoopGroup NETWORK =
            new MultiThreadIoEventLoopGroup(
                    2, new DefaultThreadFactory("test-net", true), EpollIoHandler.newFactory());

    /** Over the local door. */
    static Wire unix(LabServer server) {
        var socket = server.unixTarget().substring("unix:".length());
        return new Wire(
                NettyChannelBuilder.forAddress(new DomainSocketAddress(socket))
                        .eventLoopGroup(NETWORK)
                        .channelType(EpollDomainSocketChannel.class)
                        .overrideAuthority("localhost")
                        .usePlaintext()
                        .maxInboundMessageSize(1 << 28)
                        .build());
    }

    /**
     * Over TCP, with a certificate unless null. Who the server is does not matter to these tests,
     * so its certificate is not verified.
     */
    static Wire tls(LabServer server, @Nullable IssuedSvid svid) throws SSLException {
        var tls =
                GrpcSslContexts.configure(
                                io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder
                                        .forClient(),
                                SslProvider.JDK)
                        .trustManager(InsecureTrustManagerFactory.INSTANCE);
        if (svid != null) {
            tls.keyManager(svid.key(), svid.chain().toArray(X509Certificate[]::new));
        }
        return new Wire(
                NettyChannelBuilder.forAddress(server.tlsAddress())
                        .sslContext(tls.build())
                        .maxInboundMessageSize(1 << 28)
                        .build());
    }

    @Override
    public void close() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }
}
