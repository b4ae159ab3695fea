package dev.curfew.connect;

import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.types.Bundle;
import io.grpc.Attributes;
import io.grpc.BindableService;
import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollIoHandler;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.unix.DomainSocketAddress;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** A gRPC server in this process that stands for a SPIRE server; notes who connects. */
public final class TestSpire implements AutoCloseable {
    /** The serial number of the client's certificate for each connection, 0 without one. */
    final List<Long> connections = new CopyOnWriteArrayList<>();

    private final Server server;
    private final Optional<EventLoopGroup> ownThreads;

    private TestSpire(NettyServerBuilder builder, Optional<EventLoopGroup> threads)
            throws IOException {
        this.ownThreads = threads;
        this.server = builder.addTransportFilter(new Notes()).build().start();
    }

    public static TestSpire onSocket(
            Path socket, UnaryOperator<NettyServerBuilder> change, BindableService... services)
            throws IOException {
        EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(new DomainSocketAddress(socket.toFile()))
                        .channelType(EpollServerDomainSocketChannel.class)
                        .bossEventLoopGroup(threads)
                        .workerEventLoopGroup(threads);
        for (BindableService service : services) {
            builder.addService(service);
        }
        return new TestSpire(change.apply(builder), Optional.of(threads));
    }

    /** Asks every client for a certificate that the given authority signed. */
    static TestSpire overTls(
            TestAuthority.Issued own,
            X509Certificate clientsOf,
            UnaryOperator<NettyServerBuilder> change,
            BindableService... services)
            throws IOException {
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .sslContext(
                                GrpcSslContexts.configure(
                                                SslContextBuilder.forServer(
                                                        own.key(), own.certificate()),
                                                SslProvider.JDK)
                                        .trustManager(clientsOf)
                                        .clientAuth(ClientAuth.REQUIRE)
                                        .build());
        for (BindableService service : services) {
            builder.addService(service);
        }
        return new TestSpire(change.apply(builder), Optional.empty());
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ownThreads.ifPresent(threads ->
                threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly());
    }

    /** Serves the bundle of a trust domain, and nothing else. */
    public static BindableService bundleOf(String trustDomain) {
        return new BundleGrpc.BundleImplBase() {
            @Override
            public void getBundle(GetBundleRequest request, StreamObserver<Bundle> answer) {
                answer.onNext(Bundle.newBuilder().setTrustDomain(trustDomain).build());
                answer.onCompleted();
            }
        };
    }

    private final class Notes extends ServerTransportFilter {
        @Override
        public Attributes transportReady(Attributes attributes) {
            connections.add(serial(attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION)));
            return attributes;
        }

        private static long serial(@Nullable SSLSession session) {
            if (session == null) {
                return 0;
            }
            try {
                return ((X509Certificate) session.getPeerCertificates()[0])
                        .getSerialNumber()
                        .longValueExact();
            } catch (SSLPeerUnverifiedException e) {
                return 0;
            }
        }
    }
}
