package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.evidence.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EvidenceCommandTest {
    @TempDir Path folder;
    private Terminal terminal;
    private String key = "";
    private String pack = "";

    @BeforeEach
    void start() throws IOException {
        terminal = new Terminal(folder);
        terminal.environment.put("PASS", "correct horse");
        terminal.environment.put("WRONG", "wrong horse");
        key = folder.resolve("evidence.p12").toString();
        pack = folder.resolve("pack.zip").toString();
    }

    @AfterEach
    void end() {
        terminal.close();
    }

    private String makeKey() {
        Terminal.Result made =
                terminal.type("evidence", "key", "create", key, "--pass-env", "PASS", "--json");
        assertThat(made.code()).isZero();
        return made.json().path("thumbprint").asString();
    }

    private String tighten() {
        JsonNode done =
                terminal.type(
                                "tighten",
                                "lab:acme.test",
                                "--where",
                                "id:*break-glass",
                                "--x509-ttl",
                                "5m",
                                "--incident",
                                "INC-7",
                                "--yes",
                                "--json")
                        .json();
        return done.path("operation").asString();
    }

    private Terminal.Result export(String operation, String... more) {
        String[] words = new String[5 + more.length];
        words[0] = "evidence";
        words[1] = "export";
        words[2] = operation;
        words[3] = "--out";
        words[4] = pack;
        System.arraycopy(more, 0, words, 5, more.length);
        return terminal.type(words);
    }

    @Test
    void anActionOnTheLabIsExportedAndVerified() {
        String thumbprint = makeKey();
        String operation = tighten();
        Terminal.Result exported = export(operation, "--json");
        assertThat(exported.err()).isEmpty();
        assertThat(exported.code()).isZero();
        JsonNode json = exported.json();
        assertThat(json.path("key").asString()).isEqualTo(thumbprint);
        assertThat(json.path("operation").asString()).isEqualTo(operation);
        assertThat(json.path("sealed_record").asInt()).isEqualTo(5);
        assertThat(json.path("withheld_records").asInt()).isZero();

        Terminal.Result verified =
                terminal.type("evidence", "verify", pack, "--thumbprint", thumbprint, "--json");
        assertThat(verified.code()).isZero();
        JsonNode found = verified.json();
        assertThat(found.path("holds").asBoolean()).isTrue();
        assertThat(found.path("pinned").asBoolean()).isTrue();
        assertThat(found.path("pack").asString()).isEqualTo(json.path("pack").asString());
        assertThat(found.path("action").asString()).isEqualTo("tighten");
        assertThat(found.path("exported_by").asString()).isEqualTo("olga");
        assertThat(found.path("records").asInt()).isEqualTo(5);
        assertThat(found.path("states_by_signature_alone").asInt()).isZero();
        assertThat(found.path("files").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "manifest.json",
                        "manifest.sig",
                        "key.pem",
                        "plan.json",
                        "journal.jsonl",
                        "checkpoints.json",
                        "states/before.json",
                        "states/after.json",
                        "timeline.json",
                        "report.pdf");
    }

    @Test
    void asTextItSaysWhatHoldsAndWhoseKeyItIs() {
        String thumbprint = makeKey();
        String operation = tighten();
        Terminal.Result exported = export(operation);
        assertThat(exported.lines().get(0)).matches("Pack     p-[0-9a-f]{32}");
        assertThat(exported.lines().get(4)).isEqualTo("Sealed   record 5 at 2026-11-22T12:00:00Z");
        assertThat(exported.lines().get(5)).isEqualTo("Key      " + thumbprint);

        Terminal.Result verified = terminal.type("evidence", "verify", pack);
        assertThat(verified.code()).isZero();
        assertThat(verified.lines())
                .contains(
                        "Operation    " + operation,
                        "Exported by  olga",
                        "Records      5 of this operation, in the chain from 1 to 5");
        assertThat(verified.err())
                .isEqualTo(
                        "Every byte is as it was signed, and the chain of the journal holds.\n"
                                + "It is signed by the key "
                                + thumbprint
                                + ", which you did not pin: compare it with the thumbprint that"
                                + " its owner gave out.\n");
        assertThat(terminal.type("evidence", "verify", pack, "--thumbprint", thumbprint).err())
                .endsWith("It is signed by the key that you pinned.\n");
    }

    @Test
    void aChangedByteIsNamedWithItsPart() throws IOException {
        makeKey();
        export(tighten());
        byte[] bytes = Files.readAllBytes(Path.of(pack));
        int at = indexOf(bytes, "\"x509_svid_ttl\"");
        bytes[at] ^= 1;
        Files.write(Path.of(pack), bytes);
        Terminal.Result verified = terminal.type("evidence", "verify", pack);
        assertThat(verified.code()).isEqualTo(62);
        assertThat(verified.out()).isEmpty();
        assertThat(verified.err())
                .isEqualTo(
                        "The evidence pack "
                                + pack
                                + " does not hold.\n"
                                + "  plan.json: it was changed: its SHA-256 is another.\n"
                                + "  Rely on nothing in it. Keep it as it is, and get the pack"
                                + " again from whoever exported it.\n");
        JsonNode json = terminal.type("evidence", "verify", pack, "--json").json();
        assertThat(json.path("holds").asBoolean()).isFalse();
        assertThat(json.path("part").asString()).isEqualTo("plan.json");
        assertThat(json.path("fault").asString())
                .isEqualTo("it was changed: its SHA-256 is another");
        assertThat(json.at("/error/exit_code").asInt()).isEqualTo(62);
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void anotherKeyThanThePinnedOneEndsWithItsOwnCode() throws IOException {
        makeKey();
        export(tighten());
        Terminal.Result verified =
                terminal.type("evidence", "verify", pack, "--thumbprint", "AB:".repeat(31) + "AB");
        assertThat(verified.code()).isEqualTo(63);
        Path pem = folder.resolve("key.pem");
        String shown =
                terminal.type("evidence", "key", "show", key, "--pass-env", "PASS", "--json")
                        .json()
                        .path("public_key")
                        .asString();
        Files.writeString(pem, shown.replace("\n", "\r\n"));
        assertThat(terminal.type("evidence", "verify", pack, "--key", pem.toString()).code())
                .isZero();
        Files.writeString(pem, "no key");
        assertThat(terminal.type("evidence", "verify", pack, "--key", pem.toString()).code())
                .isEqualTo(60);
        assertThat(terminal.type("evidence", "verify", pack, "--thumbprint", "abc").code())
                .isEqualTo(2);
    }

    @Test
    void theKeyThatWasUsedLastIsRememberedByItsPlace() throws IOException {
        assertThat(export("op-1").code()).isEqualTo(64);
        makeKey();
        String operation = tighten();
        assertThat(export(operation).code()).isZero();
        assertThat(export("op-1", "--key", key, "--pass-env", "WRONG").err())
                .contains("the passphrase is wrong");
        // What is remembered is where it is: never the passphrase.
        assertThat(
                        new String(
                                Files.readAllBytes(terminal.store),
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("correct horse");
        assertThat(export(operation).code()).isEqualTo(33);
        assertThat(export(operation, "--replace").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evidence", "evidence key"})
    void aMissingCommandIsSaid(String words) {
        Terminal.Result result = terminal.type(words.split(" "));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("A command is missing");
    }

    @Test
    void eachMistakeHasItsCode() throws IOException {
        makeKey();
        assertThat(terminal.type("evidence", "key", "create", key, "--pass-env", "PASS").code())
                .isEqualTo(33);
        assertThat(terminal.type("evidence", "key", "create", key + "2").code()).isEqualTo(19);
        assertThat(
                        terminal.type(
                                        "evidence",
                                        "key",
                                        "create",
                                        key + "2",
                                        "--pass-env",
                                        "PASS",
                                        "--pass-file",
                                        "x")
                                .code())
                .isEqualTo(2);
        assertThat(export("op-9", "--key", key, "--pass-env", "WRONG").code()).isEqualTo(19);
        assertThat(export("op-9").code()).isEqualTo(32);
        assertThat(terminal.type("evidence", "verify", pack).code()).isEqualTo(60);
        Files.writeString(Path.of(pack), "hello");
        assertThat(terminal.type("evidence", "verify", pack).code()).isEqualTo(62);
    }

    @Test
    void theJournalIsSealedAndSaysSo() {
        String thumbprint = makeKey();
        assertThat(terminal.type("journal", "seal").code()).isEqualTo(2);
        tighten();
        Terminal.Result sealed = terminal.type("journal", "seal");
        String sentence =
                "Sealed up to record 5 at 2026-11-22T12:00:00Z by the key " + thumbprint + ".";
        assertThat(sealed.lines()).containsExactly(sentence);
        assertThat(terminal.type("journal", "--verify").err())
                .isEqualTo("The chain of all 5 records holds.\n" + sentence + "\n");
        JsonNode json = terminal.type("journal", "--verify", "--json").json();
        assertThat(json.at("/sealed/0/record").asInt()).isEqualTo(5);
        assertThat(terminal.type("journal", "seal", "--json").json().path("key").asString())
                .isEqualTo(thumbprint);
    }

    @Test
    void aJournalThatWasRewrittenContradictsThePack() throws IOException {
        makeKey();
        export(tighten());
        assertThat(terminal.type("evidence", "verify", pack, "--journal").code()).isZero();
        Files.delete(terminal.store);
        for (String log : List.of("-wal", "-shm")) {
            Files.deleteIfExists(Path.of(terminal.store + log));
        }
        tighten();
        Terminal.Result verified = terminal.type("evidence", "verify", pack, "--journal");
        assertThat(verified.code()).isEqualTo(54);
        assertThat(verified.err())
                .contains("Record 5 is not the one that was sealed with the pack");
    }

    @Test
    void whatIsExportedNamesTheIncidentAndTheEntry() throws IOException {
        makeKey();
        export(tighten());
        String all =
                new String(
                        WholeFile.read(Path.of(pack), 1 << 20),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(all)
                .contains("INC-7", "spiffe://acme.test/ops/break-glass", "\"x509_dead_by\"")
                .doesNotContain("PRIVATE KEY");
    }
}
