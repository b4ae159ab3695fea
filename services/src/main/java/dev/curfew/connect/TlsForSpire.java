package dev.curfew.connect;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * Makes Java's TLS fit SPIRE 1.14.3 to 1.15.1: those servers drop a client after a good handshake
 * if it offered to resume a session. Java reads the setting once, when its TLS classes load, for
 * the whole process: {@link #prepare} belongs at the very start of {@code main}.
 */
public final class TlsForSpire {
    private static final String PROPERTY = "jdk.tls.client.disableExtensions";

    /** TLS 1.2 resumes by the one, TLS 1.3 by the other. */
    private static final String EXTENSIONS = "session_ticket,psk_key_exchange_modes";

    private static final int SESSION_TICKET = 35;
    private static final int PSK_KEY_EXCHANGE_MODES = 45;

    private TlsForSpire() {}

    /**
     * Leaves the offers of resumption out of every TLS connection of this process that is not made
     * by a native library. Harmless to call again; an administrator's own list is added to. Any
     * thread.
     */
    public static void prepare() {
        String own = System.getProperty(PROPERTY, "");
        if (!own.contains(EXTENSIONS)) {
            System.setProperty(PROPERTY, own.isBlank() ? EXTENSIONS : own + "," + EXTENSIONS);
        }
    }

    /**
     * Whether it took effect: false if something loaded Java's TLS classes before {@link #prepare}.
     * Looks at a hello that is sent to nobody. Any thread.
     */
    public static boolean isInEffect() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            Set<Integer> offered = extensionsOf(hello(context.createSSLEngine()));
            return !offered.contains(SESSION_TICKET) && !offered.contains(PSK_KEY_EXCHANGE_MODES);
        } catch (GeneralSecurityException | SSLException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private static ByteBuffer hello(SSLEngine engine) throws SSLException {
        engine.setUseClientMode(true);
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), out);
        return out.flip();
    }

    /** The extension numbers of a ClientHello (RFC 8446, 4.1.2) in one TLS record. */
    private static Set<Integer> extensionsOf(ByteBuffer hello) {
        int recordHeader = 5;
        int handshakeHeader = 4;
        int versionAndRandom = 34;
        hello.position(recordHeader + handshakeHeader + versionAndRandom);
        skip(hello, Byte.toUnsignedInt(hello.get()));
        skip(hello, Short.toUnsignedInt(hello.getShort()));
        skip(hello, Byte.toUnsignedInt(hello.get()));
        Set<Integer> numbers = new HashSet<>();
        int end = Short.toUnsignedInt(hello.getShort()) + hello.position();
        while (hello.position() < end) {
            numbers.add(Short.toUnsignedInt(hello.getShort()));
            skip(hello, Short.toUnsignedInt(hello.getShort()));
        }
        return numbers;
    }

    private static void skip(ByteBuffer buffer, int count) {
        buffer.position(buffer.position() + count);
    }
}
