package dev.curfew.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Waits until a server that was just started takes connections. */
final class Listening {
    private static final int MILLIS = 500;

    private Listening() {}

    static void await(String title, int port, OwnedProcess process, Duration patience) {
        boolean listens = Waiting.until(patience, () -> !process.isAlive() || accepts(port));
        if (!listens || !process.isAlive()) {
            String why = process.complaints();
            process.close();
            throw new IllegalStateException(title + " does not serve:\n" + why);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
