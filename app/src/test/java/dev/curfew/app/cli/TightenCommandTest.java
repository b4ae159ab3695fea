package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TightenCommandTest {
    private static final String GLASS = "id:*break-glass";

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

    private Terminal.Result tighten(String... words) {
        String[] all = new String[words.length + 4];
        all[0] = "tighten";
        all[1] = "lab:acme.test";
        all[2] = "--where";
        all[3] = GLASS;
        System.arraycopy(words, 0, all, 4, words.length);
        return terminal.type(all);
    }

    private String ttls() {
        return terminal.type(
                        "list",
                        "lab:acme.test",
                        "workloads",
                        "--where",
                        GLASS,
                        "--columns",
                        "ttl,jwt,expires,revision")
                .lines()
                .getLast();
    }

    private List<String> phases() {
        return terminal.type("journal", "--json")
                .json()
                .path("records")
                .valueStream()
                .map(record -> record.path("phase").asString())
                .toList()
                .reversed();
    }

    @Test
    void theDryRunShowsThePlanAndChangesNothing() {
        Terminal.Result result = tighten("--x509-ttl", "5m", "--dry-run");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ENTRY"))
                .isEqualTo(
                        """
                        Plan: tighten, items: 1, on lab:acme.test

                          spiffe://acme.test/ops/break-glass  ENTRY
                            x509_svid_ttl  24 h  ->  5 m

                        At the latest, if it were done now:
                          issuance with the old TTL stops  2026-11-22T12:00:05Z (in 5 s)
                              the server's entry cache, 5 s (SPIRE's default, assumed)
                          SPIRE agents know by             2026-11-22T12:00:11Z (in 11 s)
                              the server's entry cache, 5 s (SPIRE's default, assumed)
                              the agents' sync with jitter, 6 s (SPIRE's default, assumed)
                          last X.509 credential dead by    2026-11-23T12:00:00Z (in 24 h)
                              the server's entry cache, 5 s (SPIRE's default, assumed)
                              X.509 TTL of the entry, 24 h (observed)
                              not after the X.509 authority, 2026-11-23T12:00:00Z (observed)
                          last JWT credential dead by      2026-11-22T12:06:05Z (in 6 m 5 s)
                              the server's entry cache, 5 s (SPIRE's default, assumed)
                              the server's default JWT TTL, 5 m (SPIRE's default, assumed)
                              what SPIRE's validator and the SPIFFE libraries allow after a JWT's end, 1 m (how SPIRE works)
                              not after the JWT key and what validators allow, 2026-11-23T12:01:00Z (observed)
                          what this does not cover:
                            - until the old TTL has passed, stolen credentials are as good as before
                            - the identity goes on being issued, with the new TTL
                            - a controller may put it back: --watch reads it again after 15 s and 30 s
                            - an agent that lost its server syncs later, up to 4 min and more
                            - what was issued under an earlier, longer TTL lives by that one
                            - a server that can not read its database goes on with the entries it knew
                            - the server's clock was not measured

                        To know first:
                          ! X.509 renewals an hour, at most: 0 now, 96 then.

                        It can be undone.
                        """);
        assertThat(ttls()).isEqualTo("24 h  default 5 m  never    2");
        assertThat(Files.exists(terminal.store)).isFalse();
    }

    @Test
    void withoutYesNothingIsWritten() {
        Terminal.Result result = tighten("--x509-ttl", "5m");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("x509_svid_ttl  24 h  ->  5 m");
        assertThat(result.err())
                .isEqualTo(
                        """
                        Nothing was written to lab:acme.test.
                          A command that writes needs its confirmation.
                          Look at the plan, then add --yes (and --confirm with the text that the plan asks for).
                        """);
        assertThat(ttls()).startsWith("24 h");
        assertThat(phases()).isEmpty();
    }

    @Test
    void withYesItIsDoneReadBackAndJournaled() {
        Terminal.Result result =
                tighten(
                        "--x509-ttl",
                        "5m",
                        "--jwt-ttl",
                        "1m",
                        "--expires",
                        "+2h",
                        "--reason",
                        "leaked key",
                        "--incident",
                        "INC-7",
                        "--yes");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("Done: 1 of 1 confirmed by reading back.")
                .contains("At the latest, counted from the last acceptance at 2026-11-22T12:00:00Z")
                .doesNotContain("curfew undo");
        assertThat(ttls()).isEqualTo("5 m  1 m  in 2 h   3");
        assertThat(phases())
                .containsExactly("planned", "sending", "accepted", "confirmed", "finished");
        JsonNode record = terminal.type("journal", "--json").json().path("records").get(0);
        assertThat(record.path("operator").asString()).isEqualTo("olga");
        assertThat(record.path("reason").asString()).isEqualTo("leaked key");
        assertThat(record.path("incident").asString()).isEqualTo("INC-7");
        assertThat(record.path("connection").asString()).isEqualTo("lab:acme.test");
        assertThat(terminal.type("journal", "--verify").err())
                .isEqualTo("The chain of all 5 records holds.\n");
    }

    @Test
    void asJsonThereIsOneDocument() {
        JsonNode json = tighten("--x509-ttl", "5m", "--yes", "--json").json();
        assertThat(json.at("/items/0/changes/0/before").asString()).isEqualTo("24 h");
        assertThat(json.at("/bound/x509_dead/at_latest").asString())
                .isEqualTo("2026-11-23T12:00:00Z");
        assertThat(json.at("/bound/issuance_stops/terms/0/source").asString()).isEqualTo("assumed");
        assertThat(json.at("/report/succeeded").asBoolean()).isTrue();
        assertThat(json.at("/report/items/0/state").asString()).isEqualTo("confirmed");
        assertThat(json.has("error")).isFalse();
        Terminal.Result refused = tighten("--x509-ttl", "1m", "--json");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.json().at("/error/reason").asString()).isEqualTo("NOT_CONFIRMED");
        assertThat(refused.json().path("items")).hasSize(1);
    }

    @Test
    void itLooksAgainWhenAskedTo() {
        Terminal.Result result = tighten("--x509-ttl", "5m", "--yes", "--watch");
        assertThat(result.code()).isZero();
        assertThat(result.err()).startsWith("Looking again after 15 and 30 seconds");
    }

    @Test
    void undoPutsItBack() {
        String operation =
                tighten("--x509-ttl", "5m", "--yes", "--json").json().path("operation").asString();
        Terminal.Result asked = terminal.type("undo", "lab:acme.test", operation);
        assertThat(asked.code()).isEqualTo(3);
        assertThat(asked.out()).contains("Plan: revert").contains("5 m  ->  24 h");
        assertThat(terminal.type("undo", "lab:acme.test", operation, "--yes").code()).isZero();
        assertThat(ttls()).startsWith("24 h");
        assertThat(terminal.type("undo", "lab:acme.test", "no-such-operation").code())
                .isEqualTo(32);
    }

    @Test
    void whatIsLongerThanTheAuthorityIsRefused() {
        Terminal.Result result = tighten("--x509-ttl", "2d", "--yes");
        assertThat(result.code()).isEqualTo(35);
        assertThat(result.err()).startsWith("X.509 TTL 2 d is longer than the authority can give.");
        assertThat(ttls()).startsWith("24 h");
        assertThat(phases()).isEmpty();
    }

    @Test
    void readOnlyHoldsWhateverElseIsSaid() {
        Terminal.Result result = tighten("--x509-ttl", "5m", "--yes", "--read-only");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).startsWith("lab:acme.test is read-only.");
        assertThat(ttls()).startsWith("24 h");
    }

    @Test
    void withoutAStoreThatKeepsNothingIsWritten() throws IOException {
        Files.writeString(
                terminal.store,
                "something else than a database, and longer than a header" + " ".repeat(200));
        Path folderInPlace = folder.resolve("folder.db");
        Files.createDirectory(folderInPlace);
        Terminal.Result result =
                tighten("--x509-ttl", "5m", "--yes", "--store", folderInPlace.toString());
        assertThat(result.code()).isBetween(50, 53);
        assertThat(result.err()).startsWith("The local store");
        assertThat(ttls()).startsWith("24 h");
    }

    @Test
    void wrongWordsAreRefusedBeforeAnythingIsRead() {
        assertThat(tighten("--x509-ttl", "5x").code()).isEqualTo(2);
        assertThat(tighten("--x509-ttl", "0").err()).startsWith("0 is not a duration.");
        assertThat(tighten("--expires", "tomorrow").err())
                .contains("write +1h, a time such as 2026-12-01T00:00:00Z, or never");
        assertThat(tighten("--expires", "+1y").code()).isEqualTo(2);
        assertThat(tighten().err()).contains("give --x509-ttl, --jwt-ttl or --expires");
        assertThat(terminal.type("tighten", "lab:acme.test", "--x509-ttl", "5m").err())
                .contains("Missing required option: '--where=QUERY'");
        assertThat(
                        terminal.type(
                                        "tighten",
                                        "lab:acme.test",
                                        "--where",
                                        " ",
                                        "--x509-ttl",
                                        "5m")
                                .err())
                .contains("an empty query is every workload");
        assertThat(
                        terminal.type(
                                        "tighten",
                                        "lab:acme.test",
                                        "--where",
                                        "no-such-workload",
                                        "--x509-ttl",
                                        "5m")
                                .err())
                .contains("none of the 226 workloads matches it");
    }

    @Test
    void nothingToDoIsSaid() {
        Terminal.Result result = tighten("--x509-ttl", "24h", "--yes");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("nothing differs from what is there");
    }

    @Test
    void aPartlyReadServerIsNotTightened() {
        terminal.lab.acme().faults().hang("ListEntries");
        Terminal.Result result = tighten("--x509-ttl", "5m", "--yes", "--timeout", "1s");
        assertThat(result.code()).isEqualTo(11);
        assertThat(result.out()).isEmpty();
        assertThat(phases()).isEmpty();
    }

    @Test
    void whatTheServerNeverAnsweredIsNotCalledDone() {
        terminal.lab.acme().faults().hang("BatchUpdateEntry");
        Terminal.Result result = tighten("--x509-ttl", "5m", "--yes", "--timeout", "1s");
        assertThat(result.code()).isEqualTo(41);
        assertThat(result.out()).contains("Done: 0 of 1 confirmed");
        assertThat(ttls()).startsWith("24 h");
    }
}
