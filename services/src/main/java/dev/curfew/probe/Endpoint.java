package dev.curfew.probe;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a workload is called.
 *
 * @param host a name or an address; of an IPv6 address without the brackets
 */
public record Endpoint(String host, int port) {
    private static final Pattern SHAPE =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9._-]{1,253})):(\\d{1,5})");
    private static final int HIGHEST = 65_535;

    /** INVALID_INPUT for anything but {@code host:port} or {@code [address]:port}. */
    public static Outcome<Endpoint> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return bad(text, "an endpoint is written as host:port, or as [::1]:8443 for IPv6");
        }
        int port = Integer.parseInt(matcher.group(3));
        if (port < 1 || port > HIGHEST) {
            return bad(text, "a port is a number from 1 to " + HIGHEST);
        }
        String address = matcher.group(1);
        return Outcome.ok(new Endpoint(address == null ? matcher.group(2) : address, port));
    }

    private static Outcome<Endpoint> bad(String text, String why) {
        return Outcome.failed(Reason.INVALID_INPUT, "the endpoint '" + text + "'", why);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
