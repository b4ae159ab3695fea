package dev.curfew.lab.spiffe;

/** What makes a trust domain name and a path well formed. The texts are the real server's. */
public final class SpiffeRules {
    private SpiffeRules() {}

    /**
     * The name in a text that is a trust domain name or a SPIFFE ID.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static String trustDomainName(String idOrName) {
        if (idOrName.contains(":/")) {
            return SpiffeId.parse(idOrName).trustDomain();
        }
        checkTrustDomainName(idOrName);
        return idOrName;
    }

    static void checkTrustDomainName(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("trust domain is missing");
        }
        if (!name.chars().allMatch(SpiffeRules::belongsInTrustDomain)) {
            throw new IllegalArgumentException(
                    "trust domain characters are limited to lowercase letters, numbers, dots,"
                            + " dashes, and underscores");
        }
    }

    static void checkPath(String path) {
        if (path.isEmpty()) {
            return;
        }
        if (path.charAt(0) != '/') {
            throw new IllegalArgumentException("path must have a leading slash");
        }
        var segments = path.substring(1).split("/", -1);
        for (var i = 0; i < segments.length; i++) {
            checkSegment(segments[i], i == segments.length - 1);
        }
    }

    private static void checkSegment(String segment, boolean last) {
        if (!segment.chars().allMatch(SpiffeRules::belongsInPath)) {
            throw new IllegalArgumentException(
                    "path segment characters are limited to letters, numbers, dots, dashes, and"
                            + " underscores");
        }
        if (segment.isEmpty()) {
            throw new IllegalArgumentException(
                    last
                            ? "path cannot have a trailing slash"
                            : "path cannot contain empty segments");
        }
        if (segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("path cannot contain dot segments");
        }
    }

    private static boolean belongsInTrustDomain(int c) {
        return c >= 'a' && c <= 'z' || isDigitOrMark(c);
    }

    private static boolean belongsInPath(int c) {
        return belongsInTrustDomain(c) || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigitOrMark(int c) {
        return c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_';
    }
}
