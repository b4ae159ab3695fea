package dev.curfew.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.SecretRef;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencedSecretsTest {
    @TempDir Path folder;

    private final ReferencedSecrets secrets =
            new ReferencedSecrets(
                    Map.of("PASS", "from the environment"),
                    purpose -> Optional.of(("typed for " + purpose).toCharArray()));

    @Test
    void comesFromWhereTheReferencePoints() throws IOException {
        Path file = Files.writeString(folder.resolve("pass"), "gehéim\r\n");
        assertThat(read(new SecretRef.EnvironmentVariable("PASS")))
                .isEqualTo("from the environment");
        assertThat(read(new SecretRef.SecretFile(file))).isEqualTo("gehéim");
        assertThat(read(new SecretRef.Prompt())).isEqualTo("typed for store");
    }

    @Test
    void whatIsNotThereIsNamedWithoutAnySecret() throws IOException {
        assertThat(reason(new SecretRef.EnvironmentVariable("NONE")))
                .isEqualTo(Reason.CREDENTIAL_UNREADABLE);
        assertThat(reason(new SecretRef.SecretFile(folder.resolve("none"))))
                .isEqualTo(Reason.CREDENTIAL_UNREADABLE);
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(5000));
        assertThat(reason(new SecretRef.SecretFile(large))).isEqualTo(Reason.CREDENTIAL_UNREADABLE);
    }

    private String read(SecretRef reference) {
        Outcome<char[]> read = secrets.read(reference, "store");
        assertThat(read).isInstanceOf(Outcome.Ok.class);
        return new String(((Outcome.Ok<char[]>) read).value());
    }

    private Reason reason(SecretRef reference) {
        return ((Outcome.Failed<char[]>) secrets.read(reference, "store")).failure().reason();
    }
}
