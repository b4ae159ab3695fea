package dev.curfew.export;

import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What to type on the server's own machine to do the same by SPIRE's command line, for a POSIX
 * shell. Pure.
 */
public final class CliCommand {
    /** What a shell takes as it is. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private CliCommand() {}

    public static String show(RegistrationEntry entry) {
        return line("entry", "show", "-entryID", entry.id());
    }

    public static String delete(RegistrationEntry entry) {
        return line("entry", "delete", "-entryID", entry.id());
    }

    /** Sets every field to what it is: whoever runs it changes the one that is meant. */
    public static String update(RegistrationEntry entry) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "entry",
                                "update",
                                "-entryID",
                                entry.id(),
                                "-spiffeID",
                                entry.spiffeId().toString(),
                                "-parentID",
                                entry.parentId().toString()));
        entry.selectors().forEach(selector -> add(words, "-selector", selector.toString()));
        number(words, "-x509SVIDTTL", entry.x509TtlSeconds());
        number(words, "-jwtSVIDTTL", entry.jwtTtlSeconds());
        entry.federatesWith().forEach(domain -> add(words, "-federatesWith", domain.getName()));
        entry.dnsNames().forEach(name -> add(words, "-dns", name));
        number(words, "-entryExpiry", entry.expiresAtSeconds());
        if (!entry.hint().isEmpty()) {
            add(words, "-hint", entry.hint());
        }
        flag(words, "-admin", entry.admin());
        flag(words, "-downstream", entry.downstream());
        flag(words, "-storeSVID", entry.storeSvid());
        return line(words.toArray(String[]::new));
    }

    public static String show(Node node) {
        return line("agent", "show", "-spiffeID", node.id().toString());
    }

    public static String ban(Node node) {
        return line("agent", "ban", "-spiffeID", node.id().toString());
    }

    public static String evict(Node node) {
        return line("agent", "evict", "-spiffeID", node.id().toString());
    }

    private static void add(List<String> words, String option, String value) {
        words.add(option);
        words.add(value);
    }

    private static void number(List<String> words, String option, long value) {
        if (value != 0) {
            add(words, option, String.valueOf(value));
        }
    }

    private static void flag(List<String> words, String option, boolean on) {
        if (on) {
            words.add(option);
        }
    }

    private static String line(String... words) {
        StringBuilder line = new StringBuilder("spire-server");
        for (String word : words) {
            line.append(' ').append(quoted(word));
        }
        return line.toString();
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
