package dev.curfew.connect;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/** The two ways to a Unix socket: Linux's own, and Java's where that is not to be had. */
final class SocketTransports {
    private SocketTransports() {}

    /** The path is encoded, so it may hold any character. */
    static ManagedChannelBuilder<?> linux(Path socket) {
        try {
            String target = new URI("unix", null, socket.toString(), null).toString();
            return Grpc.newChannelBuilder(target, InsecureChannelCredentials.create());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an absolute path: " + socket, e);
        }
    }

    static ManagedChannelBuilder<?> portable(Path socket) {
        return NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelType(NioDomainSocketChannel.class, UnixDomainSocketAddress.class)
                .eventLoopGroup(Threads.SHARED)
                .overrideAuthority("localhost")
                .usePlaintext();
    }

    /**
     * One daemon thread for all portable channels, made with the first; it ends with the process.
     */
    private static final class Threads {
        static final EventLoopGroup SHARED =
                new MultiThreadIoEventLoopGroup(
                        1,
                        new DefaultThreadFactory("unix-sockets", true),
                        NioIoHandler.newFactory());
    }
}
