package dev.curfew.connect;

import java.nio.file.Path;

/** Where a secret is to be taken from when it is needed. The secret itself is never kept. */
public sealed interface SecretRef {
    record EnvironmentVariable(String name) implements SecretRef {}

    record SecretFile(Path path) implements SecretRef {}

    /** Asked of the operator at each connection. */
    record Prompt() implements SecretRef {}
}
