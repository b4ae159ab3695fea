package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PolicyTargetsTest {
    @TempDir static Path folder;
    private static Terminal terminal;
    private static String target = "";

    @BeforeAll
    static void start() throws IOException {
        terminal = new Terminal(folder);
        target =
                "openfga:127.0.0.1:"
                        + terminal.lab.policy().address().getPort()
                        + "/"
                        + terminal.lab.policy().store();
    }

    @AfterAll
    static void end() {
        terminal.close();
    }

    @Test
    void saysWhatABackendIsAndCountsWhatItKeeps() {
        Terminal.Result result = terminal.type("check", "lab:policy");
        assertThat(result.code()).isZero();
        assertThat(result.err())
                .isEqualTo(
                        "WARNING: "
                                + target
                                + " asks for no key: whoever reaches it can read and change who"
                                + " may do what.\n");
        assertThat(result.out().replaceAll("in \\d+ ms", "in N ms").replace(target, "TARGET"))
                .isEqualTo(
                        """
                        Target         TARGET
                        Kind           OpenFGA
                        Answer         in N ms
                        Way in         without TLS, on this machine
                        Relationships  95
                          agent#owner           3
                          dataset#read_via      6
                          dataset#write_via     3
                          delegation#delegate   13
                          delegation#delegator  13
                          delegation#lease_a    13
                          delegation#parent     8
                          delegation#root       5
                          task#initiator        6
                          task#via              13
                          tool#standing         3
                          tool#via              9

                        List relationships                  available
                        List policies                       not offered
                        Show its model                      available
                        Tell what was changed               available
                        Decide                              available
                        Show its log of decisions           not offered
                        Explain a decision                  available
                        Find what a subject reaches         available
                        Tell by which rule it is reached    not offered
                        Find who reaches a resource         available
                        Give a relationship an earlier end  available
                        End a relationship                  available
                        Deny a subject everything           not offered
                        """);
        assertThat(Files.exists(terminal.store)).isFalse();
    }

    @Test
    void theSameAsJsonByItsAddress() {
        Terminal.Result result = terminal.type("check", target, "--json");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        JsonNode json = result.json();
        assertThat(json.path("kind").asString()).isEqualTo("openfga");
        assertThat(json.path("tls").asBoolean()).isFalse();
        assertThat(json.at("/warnings/0/warning").asString()).isEqualTo("OPEN_ENGINE");
        assertThat(json.at("/counts/relationships").asLong()).isEqualTo(95);
        assertThat(json.at("/counts/by_relation/task#via").asLong()).isEqualTo(13);
        assertThat(json.at("/capabilities/explain").asBoolean()).isTrue();
        assertThat(json.at("/capabilities/quarantine").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    lab:policy --plaintext,                            2,  the lab needs no options
                    openfga:127.0.0.1:1,                               10, Nothing listens at 127.0.0.1:1
                    openfga:127.0.0.1,                                 2,  the port is missing
                    spicedb:127.0.0.1:1/store,                         2,  only OpenFGA has stores
                    openfga:127.0.0.1:1 --cert x,                      2,  options of SPIRE servers
                    openfga:127.0.0.1:1 --measure-clock,               2,  options of SPIRE servers
                    lab:acme.test --user ada,                          2,  options of policy backends
                    openfga:127.0.0.1:1 --plaintext --ca ca.pem,       2,  without TLS there is no
                    openfga:127.0.0.1:1 --key-env A --key-file b,      2,  they are two sources
                    openfga:127.0.0.1:1 --key-env NONE --plaintext,    19, this variable is not set
                    openfga:127.0.0.1:1 --user ada --plaintext,        19, there is nobody to ask
                    """)
    void aTargetOrOptionThatCanNotBeMeant(String words, int code, String why) {
        Terminal.Result result = terminal.type(("check " + words).split(" "));
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(why);
    }

    @Test
    void aKeyIsSentInPlaintextOnlyWhenThatIsSaid() {
        terminal.environment.put("FGA_KEY", "a-key");
        // Beside a key the default is TLS, which the lab does not speak.
        assertThat(terminal.type("check", target, "--key-env", "FGA_KEY").code()).isNotZero();
        Terminal.Result said =
                terminal.type("check", target, "--key-env", "FGA_KEY", "--plaintext");
        assertThat(said.code()).isZero();
        assertThat(said.out() + said.err()).doesNotContain("a-key");
    }

    @Test
    void anUnknownStoreIsNamedBesideThoseThatAreThere() {
        Terminal.Result result =
                terminal.type(
                        "check",
                        "openfga:127.0.0.1:"
                                + terminal.lab.policy().address().getPort()
                                + "/nowhere");
        assertThat(result.code()).isEqualTo(75);
        assertThat(result.err()).contains(terminal.lab.policy().store());
    }
}
