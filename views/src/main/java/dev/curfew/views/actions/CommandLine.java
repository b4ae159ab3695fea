package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.containment.FormFields;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.text.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** The same action for the command line, where it has one. Pure. */
final class CommandLine {
    /** An argument may not be much longer on any system. */
    private static final int LONGEST = 100_000;

    private CommandLine() {}

    static Optional<String> of(String connection, Change change) {
        return change instanceof Change.Tighten tighten
                ? tighten(connection, tighten).filter(text -> text.length() <= LONGEST)
                : Optional.empty();
    }

    static String undo(String connection, String operationId) {
        return "curfew undo " + quoted(connection) + " " + quoted(operationId);
    }

    private static Optional<String> tighten(String connection, Change.Tighten change) {
        // A star or a quotation mark has a meaning in the query: such an id can not be named.
        if (change.seen().stream().anyMatch(e -> !e.id().matches("[A-Za-z0-9._:/@+-]+"))) {
            return Optional.empty();
        }
        String ids =
                change.seen().stream().map(RegistrationEntry::id).collect(Collectors.joining(","));
        StringBuilder command =
                new StringBuilder("curfew tighten ")
                        .append(quoted(connection))
                        .append(" --where ")
                        .append(quoted("id=" + ids));
        change.x509Seconds().ifPresent(s -> command.append(" --x509-ttl ").append(ttl(s)));
        change.jwtSeconds().ifPresent(s -> command.append(" --jwt-ttl ").append(ttl(s)));
        change.expiresAtSeconds()
                .ifPresent(at ->
                        command.append(" --expires ")
                                .append(at == 0 ? "never" : FormFields.expiry(at)));
        return Optional.of(command.toString());
    }

    private static String ttl(int seconds) {
        return seconds == 0
                ? "default"
                : Durations.display(Duration.ofSeconds(seconds)).replace(" ", "");
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9._:/@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
