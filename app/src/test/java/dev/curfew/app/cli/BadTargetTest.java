package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadTargetTest {
    @TempDir static Path folder;
    private static Terminal terminal;

    @BeforeAll
    static void start() throws IOException {
        terminal = new Terminal(folder);
    }

    @AfterEach
    void repair() {
        terminal.lab.acme().faults().reset();
    }

    @AfterAll
    static void end() {
        terminal.close();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    unix:relative.sock,   2, the path of the socket must be absolute
                    unix:,                2, the path of the socket is missing
                    spire.acme.test:,     2, the port is missing
                    spire.acme.test:99999,2, the port must be a number from 1 to 65535
                    https://acme.test,    2, the scheme https is not known
                    '',                   2, it is empty
                    spire.acme.test:8081, 2, over TCP an admin SVID is needed
                    lab:nowhere.test,     4, the lab has lab:acme.test and lab:partner.test
                    prod,                 4, The store has no connection of that name
                    """)
    void aTargetThatCanNotBeMeant(String target, int code, String why) {
        Terminal.Result result = terminal.type("check", target);
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(why);
    }

    @Test
    void aMissingSocket() {
        Terminal.Result result = terminal.type("check", "unix:" + folder + "/none.sock");
        assertThat(result.code()).isEqualTo(12);
        assertThat(result.err()).startsWith("There is no socket at unix:");
        assertThat(result.err().lines()).hasSize(3);
    }

    @Test
    void aFileInPlaceOfTheSocket() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThat(terminal.type("check", "unix:" + file).code()).isEqualTo(14);
    }

    @Test
    void aServerThatHangsIsGivenUp() {
        terminal.lab.acme().faults().hang();
        Terminal.Result result = terminal.type("check", "lab:acme.test", "--timeout", "1s");
        assertThat(result.code()).isEqualTo(11);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("unix:/lab/acme.test.sock does not answer.");
    }

    @Test
    void aBackendThatHangsIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Terminal.Result result =
                    terminal.type(
                            "check",
                            "openfga:127.0.0.1:" + silent.getLocalPort(),
                            "--plaintext",
                            "--timeout",
                            "1s");
            assertThat(result.code()).isEqualTo(11);
            assertThat(result.err())
                    .contains("127.0.0.1:" + silent.getLocalPort() + " does not answer.")
                    .containsPattern("waited [01]\\.\\d s");
        }
    }

    @Test
    void aListThatHangsIsGivenUp() {
        terminal.lab.acme().faults().hang("ListEntries");
        Terminal.Result result =
                terminal.type("list", "lab:acme.test", "workloads", "--timeout", "1s", "--json");
        assertThat(result.code()).isEqualTo(11);
        assertThat(result.json().at("/error/reason").asString()).isEqualTo("NO_ANSWER");
    }

    @Test
    void aListWithoutTheCall() {
        terminal.lab.acme().faults().unimplemented("ListFederationRelationships");
        Terminal.Result result = terminal.type("list", "lab:acme.test", "federation");
        assertThat(result.code()).isEqualTo(30);
        assertThat(result.err()).startsWith("This server does not offer");
    }

    @Test
    void rowsThatMakeNoSenseAreCounted() {
        terminal.lab.acme().faults().malformIds(true);
        Terminal.Result result = terminal.type("list", "lab:acme.test", "workloads");
        assertThat(result.code()).isEqualTo(43);
        assertThat(result.lines()).hasSizeGreaterThan(200);
        assertThat(result.err()).contains("Some rows of the list of workloads can not be read.");
    }

    @Test
    void anotherTrustDomain() {
        Terminal.Result result =
                terminal.type(
                        "check", terminal.lab.acme().unixTarget(), "--trust-domain", "other.test");
        assertThat(result.code()).isEqualTo(15);
        assertThat(result.err()).contains("acme.test, not other.test");
    }

    @Test
    void aTrustDomainThatIsNone() {
        Terminal.Result result =
                terminal.type(
                        "check", terminal.lab.acme().unixTarget(), "--trust-domain", "no good");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("no good is not a SPIFFE ID.");
    }

    @Test
    void credentialsThatDoNotFit() {
        String socket = terminal.lab.acme().unixTarget();
        assertThat(terminal.type("check", socket, "--cert", "a.pem").err())
                .contains("takes no credentials");
        assertThat(terminal.type("check", "h:1", "--cert", "a.pem").err())
                .contains("they belong together; one is missing");
        assertThat(terminal.type("check", "h:1", "--p12", "a.p12").err())
                .contains("they belong together; one is missing");
        assertThat(terminal.type("check", "h:1", "--bundle", "b.pem").err())
                .contains("it belongs to --cert and --key, or to --p12");
        assertThat(terminal.type("check", "h:1", "--workload-api", "unix:/a", "--p12", "b").err())
                .contains("no other credential");
        assertThat(terminal.type("check", "lab:acme.test", "--trust-domain", "acme.test").err())
                .contains("the lab needs no options");
    }
}
