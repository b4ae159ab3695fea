package dev.curfew.connect;

import dev.curfew.outcome.Outcome;

/**
 * Resolves a reference to a secret. Callers wipe the array after use. Blocks (a prompt waits for
 * the operator).
 */
public interface Secrets {
    Outcome<char[]> read(SecretRef reference, String purpose);
}
