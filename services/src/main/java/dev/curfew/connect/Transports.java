package dev.curfew.connect;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.epoll.Epoll;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/** Builds gRPC channels with the settings that suit SPIRE servers. */
final class Transports {
    /** A full page of large entries fits; a server can not fill our memory with one message. */
    static final int LARGEST_MESSAGE = 32 << 20;

    /** Without calls the connection is given up, and made again by the next call. */
    private static final long IDLE_MINUTES = 5;

    static {
        TlsForSpire.prepare();
    }

    private Transports() {}

    /** No keepalive: a local connection can not half die. */
    static ManagedChannel local(ServerAddress.UnixSocket address) {
        return common(plaintext(address.path())).build();
    }

    /**
     * Java's own TLS, not the native one: {@link TlsForSpire} holds for it alone.
     *
     * <p>No keepalive here either: the server ends each connection after 3 minutes, and takes pings
     * more often than every 5 for abuse. Deadlines find a dead connection sooner.
     */
    static ManagedChannel mutualTls(ServerAddress.Tcp address, KeyManager own, TrustManager trust)
            throws SSLException {
        SslContextBuilder tls =
                GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
                        .keyManager(own)
                        .trustManager(trust);
        return common(
                        NettyChannelBuilder.forAddress(address.host(), address.port())
                                .sslContext(tls.build()))
                .build();
    }

    /** To a policy backend, unencrypted. */
    static ManagedChannel unencrypted(ServerAddress.Tcp address) {
        return common(NettyChannelBuilder.forAddress(address.host(), address.port()).usePlaintext())
                .build();
    }

    /**
     * To a policy backend, whose certificate must be for the host's name.
     *
     * @param trust empty: what this system trusts
     * @param own empty: nothing to show
     */
    static ManagedChannel tlsByName(
            ServerAddress.Tcp address, Optional<TrustManager[]> trust, Optional<KeyManager[]> own)
            throws SSLException {
        SslContextBuilder tls =
                GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK);
        trust.ifPresent(managers -> tls.trustManager(managers[0]));
        own.ifPresent(managers -> tls.keyManager(managers[0]));
        if (isBareName(address.host())) {
            tls.serverName(new SNIHostName(address.host()));
        }
        return common(
                        NettyChannelBuilder.forAddress(address.host(), address.port())
                                .sslContext(tls.build()))
                .build();
    }

    /**
     * A name without a dot, as hosts of one's own network have: Java would not tell the server
     * which one is meant, and a proxy with several would not know.
     */
    static boolean isBareName(String host) {
        return host.indexOf('.') < 0 && host.indexOf(':') < 0;
    }

    /** A socket's channel without more settings. */
    static ManagedChannelBuilder<?> plaintext(Path socket) {
        return Epoll.isAvailable()
                ? SocketTransports.linux(socket)
                : SocketTransports.portable(socket);
    }

    private static ManagedChannelBuilder<?> common(ManagedChannelBuilder<?> builder) {
        return builder.maxInboundMessageSize(LARGEST_MESSAGE)
                .idleTimeout(IDLE_MINUTES, TimeUnit.MINUTES)
                // A proxy for the web's sake has no part in reaching a SPIRE server.
                .proxyDetector(target -> null)
                .userAgent("curfew");
    }
}
