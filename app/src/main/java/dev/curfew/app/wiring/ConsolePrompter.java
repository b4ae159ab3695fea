package dev.curfew.app.wiring;

import java.io.Console;
import java.util.Optional;

/** Asks on the terminal, without showing what is typed. */
public final class ConsolePrompter implements Prompter {
    @Override
    public Optional<char[]> ask(String purpose) {
        Console console = System.console();
        return console == null
                ? Optional.empty()
                : Optional.ofNullable(console.readPassword("%s: ", purpose));
    }
}
