package dev.curfew.evidence.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks for what should never have come into journal or snapshots. Those that write them leave
 * secrets out; this is the last look before something leaves the machine. Pure.
 */
final class SecretSigns {
    private static final Map<String, Pattern> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("a private key", Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----"));
        SIGNS.put("a signed token", Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]{16,}"));
        SIGNS.put("a bearer token", Pattern.compile("(?i)\\bbearer\\s+[\\w.~+/=-]{16,}"));
    }

    private SecretSigns() {}

    /** What the text looks as if it held. */
    static Optional<String> in(String text) {
        return SIGNS.entrySet().stream()
                .filter(sign -> sign.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
