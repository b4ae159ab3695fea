package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.Hooks;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CommonWordsTest {
    @TempDir Path folder;
    private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        terminal = new Terminal(folder);
    }

    @AfterEach
    void end() {
        terminal.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "check ",
                "list ",
                "tighten ",
                "undo ",
                "connections ",
                "connections list ",
                "connections add ",
                "connections remove ",
                "journal ",
                "journal seal ",
                "evidence ",
                "evidence export ",
                "evidence verify ",
                "evidence key ",
                "evidence key create ",
                "evidence key show ",
                "grants ",
                "grants list ",
                "grants explain ",
                "access ",
                "access check ",
                "access reach ",
                "delegation ",
                "delegation check ",
                "delegation rules ",
                "delegation rules validate ",
                "exit-codes "
            })
    void everyCommandHelps(String command) {
        Terminal.Result result = terminal.type((command + "--help").split(" "));
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("Usage: curfew " + command.strip()).contains("--json");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void everyReasonHasItsExitCodeListed() {
        Terminal.Result result = terminal.type("exit-codes");
        assertThat(result.code()).isZero();
        List<String> codes = result.lines();
        assertThat(codes).hasSize(Reason.values().length + 5).noneMatch(l -> l.contains("exit."));
        JsonNode json = terminal.type("exit-codes", "--json").json().path("exit_codes");
        assertThat(json.valueStream().map(code -> code.path("reason").asString()).toList())
                .containsAll(Arrays.stream(Reason.values()).map(Enum::name).toList());
    }

    @Test
    void unknownWords() {
        Terminal.Result result = terminal.type("frobnicate");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo(
                        """
                        This can not be read: curfew frobnicate.
                          Unmatched argument at index 0: 'frobnicate'.
                          Correct it and try again; nothing was sent.
                          Help: curfew --help
                        """);
        Terminal.Result json = terminal.type("list", "--colour", "--json");
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.err()).isEmpty();
        assertThat(json.json().at("/error/reason").asString()).isEqualTo("INVALID_INPUT");
        assertThat(terminal.type("check", "lab:acme.test", "--timeout", "soon").err())
                .startsWith("soon is not a duration.");
    }

    @Test
    void withoutADisplayItNamesTheCommands() {
        Terminal.Result result = terminal.type();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("check, list, tighten").contains("curfew --help");
    }

    @Test
    void theWindowOpensWhereThereIsOne() {
        terminal.noDisplay = false;
        terminal.hooks =
                new Hooks(
                        Optional.of(() ->
                                (core, lab) ->
                                        core.estates().estate().servers().isEmpty() && lab ? 7 : 8),
                        Optional.empty(),
                        Optional.empty());
        assertThat(terminal.type("--lab").code()).isEqualTo(7);
        assertThat(terminal.type().code()).isEqualTo(8);
        terminal.noDisplay = true;
        assertThat(terminal.type().err()).contains("neither DISPLAY nor WAYLAND_DISPLAY");
    }

    @Test
    void theGalleryIsThereWithItsHookOnly() {
        assertThat(terminal.type("gallery", "pictures").code()).isEqualTo(2);
        terminal.hooks =
                new Hooks(
                        Optional.empty(),
                        Optional.of(() -> to -> Outcome.ok(List.of(to.resolve("one.png")))),
                        Optional.empty());
        assertThat(terminal.type("gallery", "pictures").out()).isEqualTo("pictures/one.png\n");
        terminal.hooks =
                new Hooks(
                        Optional.empty(),
                        Optional.of(() ->
                                _ -> {
                                    throw new IllegalStateException("no good");
                                }),
                        Optional.empty());
        Terminal.Result bug = terminal.type("gallery", "pictures");
        assertThat(bug.code()).isEqualTo(70);
        assertThat(bug.err()).containsPattern("This is a bug. Reference: [0-9a-f]{8}\\.");
    }

    @Test
    void trainingIsThereWithItsHookOnlyAndNobodyIsToldOfIt() {
        assertThat(terminal.type("train").code()).isEqualTo(2);
        terminal.hooks =
                new Hooks(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(() -> () -> Outcome.ok(Duration.ofMillis(2500))));
        assertThat(terminal.type("train").out()).isEqualTo("trained in 2 s\n");
        assertThat(terminal.type("train", "--json").out()).contains("\"seconds\" : 2.5");
        assertThat(terminal.type("--help").out()).doesNotContain("train");
    }

    @Test
    void ctrlCEndsACommandThatHangs() throws InterruptedException {
        terminal.lab.acme().faults().hang("ListEntries");
        Thread presses =
                Thread.ofPlatform()
                        .start(() -> {
                            while (terminal.lab.acme().faults().hangingCalls() == 0) {
                                Thread.yield();
                            }
                            terminal.stop.request();
                        });
        Terminal.Result result = terminal.type("list", "lab:acme.test", "workloads");
        presses.join();
        assertThat(result.code()).isEqualTo(44);
        assertThat(result.err()).contains("was cancelled.");
        assertThat(Thread.interrupted()).isTrue();
    }
}
