package dev.curfew.app.wiring;

import java.util.Optional;

/** Asks the operator for a secret. Blocks until there is an answer. */
public interface Prompter {
    /** Nobody to ask. */
    Prompter NOBODY = _ -> Optional.empty();

    /** Empty: there is nobody to ask, or no answer. */
    Optional<char[]> ask(String purpose);
}
