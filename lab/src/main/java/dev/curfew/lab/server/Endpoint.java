package dev.curfew.lab.server;

import dev.curfew.lab.fault.FaultInterceptor;
import dev.curfew.lab.fault.Faults;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.ServerChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.Epoll;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.unix.DomainSocketAddress;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens the two listeners of a server. */
final class Endpoint {
    /** Connections over TCP are sent away after this time; those on the local socket never. */
    private static final Duration CONNECTION_AGE = Duration.ofMinutes(3);

    private final Connections connections;
    private final Executor executor;
    private final Faults faults;

    Endpoint(Connections connections, Executor executor, Faults faults) {
        this.connections = connections;
        this.executor = executor;
        this.faults = faults;
    }

    Server unix(Path socket, List<BindableService> services) throws IOException {
        Class<? extends ServerChannel> type =
                Epoll.isAvailable()
                        ? EpollServerDomainSocketChannel.class
                        : NioServerDomainSocketChannel.class;
        SocketAddress address =
                Epoll.isAvailable()
                        ? new DomainSocketAddress(socket.toFile())
                        : UnixDomainSocketAddress.of(socket);
        var server =
                start(NettyServerBuilder.forAddress(address).channelType(type), services, null);
        if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
        return server;
    }

    Server tls(int port, SslContext tls, AccessControl access, List<BindableService> services)
            throws IOException {
        Class<? extends ServerChannel> type =
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var builder =
                NettyServerBuilder.forAddress(address)
                        .channelType(type)
                        .sslContext(tls)
                        .maxConnectionAge(CONNECTION_AGE.toSeconds(), TimeUnit.SECONDS);
        return start(builder, services, access);
    }

    private Server start(
            NettyServerBuilder builder,
            List<BindableService> services,
            @Nullable ServerInterceptor access)
            throws IOException {
        var definitions = services.stream().map(BindableService::bindService).toList();
        for (var definition : definitions) {
            builder.addService(
                    access == null ? definition : ServerInterceptors.intercept(definition, access));
        }
        var names =
                definitions.stream()
                        .map(definition -> definition.getServiceDescriptor().getName())
                        .collect(Collectors.toSet());
        return builder.bossEventLoopGroup(connections)
                .workerEventLoopGroup(connections)
                .executor(executor)
                .addTransportFilter(new Callers())
                .fallbackHandlerRegistry(new UnknownMethods(names))
                .maxInboundMessageSize(16 * InboundLimit.BYTES)
                .intercept(new InboundLimit())
                .intercept(new FaultInterceptor(faults))
                .build()
                .start();
    }
}
