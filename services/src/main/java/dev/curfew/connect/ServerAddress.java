package dev.curfew.connect;

import java.nio.file.Path;

/** Where a SPIRE server's API is. */
public sealed interface ServerAddress {

    /** The server's own socket: whoever may open it is a local admin, without a certificate. */
    record UnixSocket(Path path) implements ServerAddress {
        @Override
        public String display() {
            return "unix:" + path;
        }
    }

    /** The server's TCP port, by mutual TLS with an admin SVID. */
    record Tcp(String host, int port) implements ServerAddress {
        @Override
        public String display() {
            return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /** As users type it and messages show it. */
    String display();
}
