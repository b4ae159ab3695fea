package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The setting holds for a whole process, so each case has a process of its own. */
class TlsForSpireTest {
    @ParameterizedTest
    @CsvSource({"first, true", "late, false", "never, false"})
    void takesEffectOnlyBeforeTlsIsLoaded(String when, String effect) throws Exception {
        assertThat(run(List.of(), when)).startsWith(effect + " ");
    }

    @Test
    void addsToAnAdministratorsOwnList() throws Exception {
        assertThat(run(List.of("-Djdk.tls.client.disableExtensions=status_request"), "first"))
                .isEqualTo("true status_request,session_ticket,psk_key_exchange_modes");
    }

    private static String run(List<String> options, String when) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        TlsForSpireProcess.class.getName(),
                        when));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
