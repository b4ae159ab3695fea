package dev.curfew.lab.call;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What is said over a connection: lines of plain text, none of them long. One thread. */
final class Lines {
    static final String CALL = "call";
    static final String OPEN = "open";
    static final String BEARER = "bearer ";
    static final String OK = "ok";
    static final String DENIED = "denied ";

    private static final int LONGEST = 8_192;

    private final InputStream in;
    private final OutputStream out;

    Lines(Socket socket) throws IOException {
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    void say(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * The next line.
     *
     * @throws EOFException if there is none
     * @throws IOException if it is too long
     */
    String hear() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (line.length() == LONGEST) {
                throw new IOException("a line that is too long");
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
