package dev.curfew.lab.server;

import dev.curfew.lab.fault.ConnectionControl;
import io.grpc.netty.shaded.io.netty.buffer.ByteBufUtil;
import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.ChannelFuture;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.ServerChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.Epoll;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollIoHandler;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2Error;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The network threads of one server, which also know its open connections. */
final class Connections extends MultiThreadIoEventLoopGroup implements ConnectionControl {
    private static final int THREADS = 2;

    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private volatile Duration age = Duration.ZERO;

    Connections() {
        super(
                THREADS,
                new DefaultThreadFactory("lab-net", true),
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }

    @Override
    public ChannelFuture register(Channel channel) {
        if (!(channel instanceof ServerChannel)) {
            open.add(channel);
            channel.closeFuture().addListener(closed -> open.remove(channel));
        }
        var registered = super.register(channel);
        var limit = age;
        if (!(channel instanceof ServerChannel) && limit.isPositive()) {
            channel.eventLoop()
                    .schedule(() -> sendAway(channel), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
        return registered;
    }

    @Override
    public void cutAll() {
        // Past the HTTP/2 handler, which would first wait for the calls under way.
        open.forEach(channel ->
                channel.eventLoop()
                        .execute(() -> channel.unsafe().close(channel.unsafe().voidPromise())));
    }

    @Override
    public void sendAllAway() {
        open.forEach(channel -> channel.eventLoop().execute(() -> sendAway(channel)));
    }

    @Override
    public void sendNewOnesAwayAfter(Duration limit) {
        age = limit;
    }

    private static void sendAway(Channel channel) {
        var handler = channel.pipeline().get(Http2ConnectionHandler.class);
        if (handler == null) {
            channel.close();
            return;
        }
        var context = channel.pipeline().context(handler);
        handler.goAway(
                context,
                handler.connection().remote().lastStreamCreated(),
                Http2Error.NO_ERROR.code(),
                ByteBufUtil.writeAscii(context.alloc(), "max_age"),
                context.newPromise());
        context.flush();
    }
}
