package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ContainCommandTest {
    private static final String ACME = "lab:acme.test";
    private static final String AGENT = "spiffe://acme.test/agent/web-researcher";

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

    private Terminal.Result contain(String... words) {
        List<String> all = new ArrayList<>(List.of("contain", ACME));
        all.addAll(List.of(words));
        return terminal.type(all.toArray(String[]::new));
    }

    private Terminal.Result containForReal(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--id",
                                AGENT,
                                "--confirm",
                                "web-researcher",
                                "--incident",
                                "INC-7",
                                "--yes",
                                "--json"));
        all.addAll(List.of(more));
        return contain(all.toArray(String[]::new));
    }

    private long entriesOf(String path) {
        return terminal.type("list", ACME, "workloads", "--where", "id:*" + path, "--json")
                .json()
                .path("rows")
                .size();
    }

    @Test
    void aDryRunShowsWhatItHitsAndWritesNothing() {
        Terminal.Result result = contain("--id", AGENT, "--dry-run");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("Contain " + AGENT)
                .contains("  1  Delete entries  " + AGENT)
                .contains("New credentials (identities: 1)  by 2026-11-22T12:00:05Z (in 5 s)")
                .contains("X509-SVIDs that are out  by 2026-11-22T12:15:05Z (in 15 m 5 s)")
                .contains("mTLS connections that are open: TLS is checked at the handshake alone")
                .contains("It asks for: --confirm 'web-researcher'");
        assertThat(entriesOf("/agent/web-researcher")).isEqualTo(1);
        assertThat(Files.exists(terminal.store)).isFalse();
    }

    @Test
    void withoutYesNothingIsWritten() {
        Terminal.Result result = contain("--id", AGENT, "--confirm", "web-researcher");
        assertThat(result.code()).isEqualTo(3);
        assertThat(entriesOf("/agent/web-researcher")).isEqualTo(1);
    }

    @Test
    void theTargetMustBeTyped() {
        Terminal.Result result = contain("--id", AGENT, "--confirm", "web", "--yes");
        assertThat(result.code()).isEqualTo(3);
        assertThat(entriesOf("/agent/web-researcher")).isEqualTo(1);
    }

    @Test
    void whatWasContainedCountsDownAndCanBePutBack() {
        Terminal.Result done = containForReal("--watch");

        assertThat(done.code()).isZero();
        JsonNode json = done.json();
        assertThat(json.path("succeeded").asBoolean()).isTrue();
        assertThat(json.at("/steps/0/state").asString()).isEqualTo("CONFIRMED");
        assertThat(json.at("/steps/0/proofs").size()).isEqualTo(3);
        assertThat(json.at("/residuals/0/by").asString()).isEqualTo("2026-11-22T12:15:05Z");
        assertThat(entriesOf("/agent/web-researcher")).isZero();

        String id = json.path("id").asString();
        Terminal.Result open = terminal.type("residual", "--json");
        assertThat(open.json().path("residuals").size()).isEqualTo(2);
        assertThat(open.json().at("/residuals/0/containment").asString()).isEqualTo(id);

        Terminal.Result back = terminal.type("restore", id, "--confirm", "web-researcher", "--yes");
        assertThat(back.code()).isZero();
        assertThat(entriesOf("/agent/web-researcher")).isEqualTo(1);
    }

    @Test
    void itsGrantsEndWithItsEntriesAndComeBackWithThem() {
        assertThat(mayReadTheLedger()).isZero();
        Terminal.Result done =
                terminal.type(
                        "contain",
                        ACME,
                        "lab:policy",
                        "--id",
                        "spiffe://acme.test/agent/invoice-agent",
                        "--confirm",
                        "invoice-agent",
                        "--incident",
                        "INC-7",
                        "--yes",
                        "--json");
        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isZero();
        assertThat(done.json().at("/steps/0/through").asString()).isEqualTo("lab:policy");
        assertThat(done.json().at("/steps/0/state").asString()).isEqualTo("CONFIRMED");
        assertThat(done.json().at("/steps/1/state").asString()).isEqualTo("CONFIRMED");
        // The ledger's reader acts by a hop below.
        assertThat(mayReadTheLedger()).isEqualTo(5);

        String id = done.json().path("id").asString();
        assertThat(terminal.type("restore", id, "--confirm", "invoice-agent", "--yes").code())
                .isZero();
        assertThat(mayReadTheLedger()).isZero();
    }

    private int mayReadTheLedger() {
        return terminal.type(
                        "access",
                        "check",
                        "lab:policy",
                        "spiffe://acme.test/agent/ledger-reader",
                        "can_read",
                        "dataset:ledger")
                .code();
    }

    @Test
    void nothingIsOpenOnceItsTimeHasPassed() {
        containForReal();
        terminal.time.advance(java.time.Duration.ofHours(1));
        Terminal.Result open = terminal.type("residual");
        assertThat(open.code()).isZero();
        assertThat(open.out()).isEqualTo("Nothing is open.\n");
    }

    @Test
    void aSavedPlanThatIsStaleIsRefusedWithWhatChanged() {
        Path plan = folder.resolve("plan.json");
        assertThat(contain("--id", AGENT, "--dry-run", "--save-plan", plan.toString()).code())
                .isZero();
        Terminal.Result tightened =
                terminal.type(
                        "tighten",
                        ACME,
                        "--where",
                        "id:*/agent/web-researcher",
                        "--x509-ttl",
                        "60s",
                        "--yes");
        assertThat(tightened.code()).isZero();

        Terminal.Result stale =
                contain("--plan", plan.toString(), "--confirm", "web-researcher", "--yes");

        assertThat(stale.code()).isEqualTo(34);
        assertThat(stale.err()).contains(AGENT + " was changed: revision");
        assertThat(entriesOf("/agent/web-researcher")).isEqualTo(1);
    }

    @Test
    void aSavedPlanThatStillHoldsIsRunUnderItsOwnId() {
        Path plan = folder.resolve("plan.json");
        JsonNode saved =
                contain("--id", AGENT, "--dry-run", "--save-plan", plan.toString(), "--json")
                        .json();
        Terminal.Result done =
                contain(
                        "--plan",
                        plan.toString(),
                        "--confirm",
                        "web-researcher",
                        "--yes",
                        "--json");
        assertThat(done.code()).isZero();
        assertThat(done.json().path("id")).isEqualTo(saved.path("id"));
        assertThat(
                        contain("--plan", plan.toString(), "--confirm", "web-researcher", "--yes")
                                .code())
                .isNotZero();
    }

    @Test
    void aFileThatIsNoPlanIsRefused() throws IOException {
        Path file = folder.resolve("shopping.json");
        Files.writeString(file, "{\"milk\": 2}");
        Terminal.Result result = contain("--plan", file.toString(), "--dry-run");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("it is no containment plan");
    }

    @Test
    void anUnknownIdentityAndABadOneHaveTheirOwnCodes() {
        assertThat(contain("--id", "spiffe://acme.test/nobody", "--dry-run").code()).isEqualTo(32);
        assertThat(contain("--id", "planner", "--dry-run").code()).isEqualTo(2);
        assertThat(contain("--id", AGENT, "--strength", "hard", "--dry-run").code()).isEqualTo(2);
        assertThat(terminal.type("resume", "c-none", "--yes").code()).isEqualTo(32);
        assertThat(terminal.type("restore", "c-none", "--yes").code()).isEqualTo(32);
    }

    @Test
    void severAsksForThePhraseAndAnIncident() {
        Terminal.Result result = contain("--id", AGENT, "--strength", "sever", "--dry-run");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("Rotate the X.509 authority")
                .contains("Rotate the JWT key")
                .contains("--confirm 'sever acme.test' and --incident NUMBER")
                .contains("Up to the activation nothing is lost.");
        assertThat(
                        contain(
                                        "--id",
                                        AGENT,
                                        "--strength",
                                        "sever",
                                        "--confirm",
                                        "sever acme.test",
                                        "--yes")
                                .code())
                .isEqualTo(3);
        assertThat(entriesOf("/agent/web-researcher")).isEqualTo(1);
    }

    @Test
    void severalTargetsGoOnWithoutTheOneThatIsAway() {
        Terminal.Result result =
                terminal.type(
                        "contain",
                        "unix:" + folder.resolve("none.sock"),
                        ACME,
                        "--id",
                        AGENT,
                        "--dry-run");
        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("There is no socket at");
        assertThat(result.out()).contains("Delete entries");
    }

    @Test
    void aSecondOperatorApprovesAPlanAndNoOther() throws IOException {
        Path key = folder.resolve("second.p12");
        terminal.environment.put("SECOND", "correct horse");
        Terminal.Result made =
                terminal.type(
                        "evidence",
                        "key",
                        "create",
                        key.toString(),
                        "--pass-env",
                        "SECOND",
                        "--json");
        assertThat(made.code()).isZero();
        String thumbprint = made.json().path("thumbprint").asString();
        Path plan = folder.resolve("plan.json");
        Path approval = folder.resolve("plan.approval");
        contain("--id", AGENT, "--strength", "sever", "--dry-run", "--save-plan", plan.toString());
        assertThat(
                        terminal.type(
                                        "approve",
                                        plan.toString(),
                                        "--key",
                                        key.toString(),
                                        "--pass-env",
                                        "SECOND",
                                        "--out",
                                        approval.toString())
                                .code())
                .isZero();

        Terminal.Result unknown = withApproval(plan, approval);
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.err()).contains("the key " + thumbprint + " is no approver's here");

        terminal.type("approvers", "--add", thumbprint, "--name", "olga");
        assertThat(withApproval(plan, approval).err()).contains("olga is the operator");

        terminal.type("approvers", "--add", thumbprint, "--name", "petra");
        assertThat(withApproval(plan, approval).code()).isZero();

        Path other = folder.resolve("other.json");
        contain("--id", AGENT, "--dry-run", "--save-plan", other.toString());
        assertThat(withApproval(other, approval).err()).contains("it is for the plan");

        Files.writeString(
                approval,
                Files.readString(approval).replace("\"name\" : \"olga\"", "\"name\" : \"eve\""));
        assertThat(withApproval(plan, approval).err()).contains("its signature does not hold");
    }

    private Terminal.Result withApproval(Path plan, Path approval) {
        return contain("--plan", plan.toString(), "--approval", approval.toString(), "--dry-run");
    }
}
