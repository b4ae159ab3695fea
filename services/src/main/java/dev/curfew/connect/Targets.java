package dev.curfew.connect;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.net.Inet6Address;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Reads where a server is, as users type it: {@code unix:/path/api.sock}, {@code
 * unix:///path/api.sock}, {@code host:port}, {@code [::1]:8081}. Pure; looks nothing up.
 */
public final class Targets {
    /** The operating system's limit for a socket's path, without the closing zero byte. */
    private static final int LONGEST_SOCKET_PATH = 107;

    private static final int LONGEST_HOST = 253;
    private static final int LAST_PORT = 65_535;
    private static final Pattern LABEL =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern NUMERIC_LABEL = Pattern.compile("[0-9]+");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");

    private Targets() {}

    /** The address, or {@link Reason#INVALID_TARGET} with what is wrong about the text. */
    public static Outcome<ServerAddress> parse(String text) {
        String target = text.strip();
        if (target.isEmpty()) {
            return invalid(text, "it is empty");
        }
        if (target.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            return invalid(text, "it holds a space or a control character");
        }
        if (target.startsWith("unix:")) {
            return socket(text, target.substring("unix:".length()));
        }
        if (target.startsWith("/")) {
            return invalid(text, "a socket is written as unix:" + target);
        }
        int scheme = target.indexOf("://");
        if (scheme >= 0) {
            return invalid(text, "the scheme " + target.substring(0, scheme) + " is not known");
        }
        return target.startsWith("[") ? bracketed(text, target) : named(text, target);
    }

    private static Outcome<ServerAddress> socket(String text, String rest) {
        String path = rest;
        if (rest.startsWith("//")) {
            path = rest.substring(2);
            if (!path.startsWith("/")) {
                return invalid(text, "after unix:// comes an absolute path: unix:///path/api.sock");
            }
        }
        if (path.isEmpty() || path.equals("/")) {
            return invalid(text, "the path of the socket is missing");
        }
        if (path.startsWith("@")) {
            return invalid(text, "abstract sockets are not supported");
        }
        if (!path.startsWith("/")) {
            return invalid(text, "the path of the socket must be absolute");
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_PATH) {
            return invalid(text, "the path of a socket may not be longer than 107 bytes");
        }
        try {
            return Outcome.ok(new ServerAddress.UnixSocket(Path.of(path)));
        } catch (InvalidPathException e) {
            return invalid(text, "the path can not be read: " + e.getReason());
        }
    }

    private static Outcome<ServerAddress> bracketed(String text, String target) {
        int close = target.indexOf(']');
        if (close < 0) {
            return invalid(text, "the closing bracket of the IPv6 address is missing");
        }
        String host = target.substring(1, close);
        if (!isIpv6(host)) {
            return invalid(text, host + " is not an IPv6 address");
        }
        String rest = target.substring(close + 1);
        if (rest.isEmpty()) {
            return invalid(text, "the port is missing");
        }
        if (!rest.startsWith(":")) {
            return invalid(text, "after the closing bracket comes a colon and the port");
        }
        return port(text, host, rest.substring(1));
    }

    private static Outcome<ServerAddress> named(String text, String target) {
        int colon = target.lastIndexOf(':');
        if (colon < 0) {
            return invalid(text, "the port is missing");
        }
        String host = target.substring(0, colon);
        if (host.isEmpty()) {
            return invalid(text, "the host is missing");
        }
        if (host.indexOf(':') >= 0) {
            return invalid(text, "an IPv6 address is written in brackets: [::1]:8081");
        }
        if (host.indexOf('@') >= 0) {
            return invalid(text, "user names are not part of a target");
        }
        if (!isHost(host)) {
            return invalid(text, host + " is neither a host name nor an IP address");
        }
        return port(text, host, target.substring(colon + 1));
    }

    private static Outcome<ServerAddress> port(String text, String host, String digits) {
        if (digits.isEmpty()) {
            return invalid(text, "the port is missing");
        }
        if (digits.indexOf('/') >= 0) {
            return invalid(text, "after the port nothing may follow");
        }
        boolean number = digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = number ? Integer.parseInt(digits) : -1;
        if (port < 1 || port > LAST_PORT) {
            return invalid(text, "the port must be a number from 1 to 65535, not " + digits);
        }
        return Outcome.ok(new ServerAddress.Tcp(host, port));
    }

    private static boolean isHost(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.isEmpty() || name.length() > LONGEST_HOST) {
            return false;
        }
        String[] labels = name.split("\\.", -1);
        // A last label of digits alone is never a name: it must be an address, and a whole one.
        if (NUMERIC_LABEL.matcher(labels[labels.length - 1]).matches()) {
            return IPV4.matcher(host).matches();
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv6(String host) {
        if (host.indexOf(':') < 0) {
            return false;
        }
        try {
            Inet6Address.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Outcome<ServerAddress> invalid(String text, String detail) {
        return Outcome.failed(Reason.INVALID_TARGET, text, detail);
    }
}
