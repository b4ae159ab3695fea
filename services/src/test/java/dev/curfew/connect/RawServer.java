package dev.curfew.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something that is no gRPC server: says one thing to whoever connects, or nothing at all. */
public final class RawServer implements AutoCloseable {
    public static final String WEB = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
    public static final String SILENCE = "";

    private final ServerSocketChannel listener;
    private final List<SocketChannel> accepted = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocketChannel listener, String says) {
        this.listener = listener;
        Thread.ofVirtual().start(() -> serve(says));
    }

    public static RawServer onPort(String says) throws IOException {
        return new RawServer(
                ServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                says);
    }

    static RawServer onSocket(Path socket, String says) throws IOException {
        return new RawServer(listen(socket), says);
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        SocketAddress address = UnixDomainSocketAddress.of(socket);
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
    }

    /** Leaves the file of a socket behind that nobody listens at. */
    static void abandoned(Path socket) throws IOException {
        listen(socket).close();
    }

    public int port() throws IOException {
        return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }

    private void serve(String says) {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                accepted.add(client);
                if (!says.isEmpty()) {
                    client.write(ByteBuffer.wrap(says.getBytes(StandardCharsets.US_ASCII)));
                    client.shutdownOutput();
                }
            }
        } catch (IOException e) {
            // Closed: that is how it ends.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (SocketChannel client : accepted) {
            client.close();
        }
    }
}
