package dev.curfew.app.wiring;

import dev.curfew.connect.SecretRef;
import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Secrets from where their references point: environment, file, operator. */
public final class ReferencedSecrets implements Secrets {
    /** No passphrase is longer; a file that is, is another file. */
    private static final int LARGEST_FILE = 4096;

    private final Map<String, String> environment;
    private final Prompter prompter;

    public ReferencedSecrets(Map<String, String> environment, Prompter prompter) {
        this.environment = environment;
        this.prompter = prompter;
    }

    @Override
    public Outcome<char[]> read(SecretRef reference, String purpose) {
        return switch (reference) {
            case SecretRef.EnvironmentVariable(var name) ->
                    Optional.ofNullable(environment.get(name))
                            .map(value -> Outcome.ok(value.toCharArray()))
                            .orElseGet(() -> unreadable(name, "this variable is not set"));
            case SecretRef.SecretFile(var path) -> file(path);
            case SecretRef.Prompt _ ->
                    prompter.ask(purpose)
                            .map(Outcome::ok)
                            .orElseGet(() ->
                                    unreadable(purpose, "there is nobody to ask, or no answer"));
        };
    }

    private static Outcome<char[]> file(Path path) {
        byte[] bytes = {};
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                return unreadable(path.toString(), "it is too large for a passphrase");
            }
            return Outcome.ok(withoutLineEnd(bytes));
        } catch (IOException e) {
            return unreadable(path.toString(), e.getClass().getSimpleName());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static char[] withoutLineEnd(byte[] bytes) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        int length = decoded.length();
        while (length > 0 && (decoded.get(length - 1) == '\n' || decoded.get(length - 1) == '\r')) {
            length--;
        }
        char[] secret = new char[length];
        decoded.get(0, secret);
        Arrays.fill(decoded.array(), '\0');
        return secret;
    }

    private static <T> Outcome<T> unreadable(String subject, String detail) {
        return Outcome.failed(Reason.CREDENTIAL_UNREADABLE, subject, detail);
    }
}
