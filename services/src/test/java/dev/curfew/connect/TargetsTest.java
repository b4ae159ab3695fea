package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.property.Cases;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    @Test
    void readsBothFormsOfASocket() {
        ServerAddress expected = new ServerAddress.UnixSocket(Path.of("/run/spire/api.sock"));
        assertThat(Targets.parse("unix:/run/spire/api.sock")).isEqualTo(Outcome.ok(expected));
        assertThat(Targets.parse(" unix:///run/spire/api.sock ")).isEqualTo(Outcome.ok(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "spire.example.org:8081, spire.example.org, 8081",
        "localhost:1, localhost, 1",
        "10.0.0.1:65535, 10.0.0.1, 65535",
        "spire-server-0.ns:8081, spire-server-0.ns, 8081",
        "example.org.:8081, example.org., 8081",
        "[::1]:8081, ::1, 8081",
        "[2001:db8::7]:443, 2001:db8::7, 443",
    })
    void readsHostsAndPorts(String text, String host, int port) {
        assertThat(Targets.parse(text)).isEqualTo(Outcome.ok(new ServerAddress.Tcp(host, port)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it is empty",
                "a b:1|it holds a space or a control character",
                "unix:|the path of the socket is missing",
                "unix:/|the path of the socket is missing",
                "unix:///|the path of the socket is missing",
                "unix:api.sock|the path of the socket must be absolute",
                "unix://host/api.sock"
                        + "|after unix:// comes an absolute path: unix:///path/api.sock",
                "unix:@name|abstract sockets are not supported",
                "/run/api.sock|a socket is written as unix:/run/api.sock",
                "https://example.org:8081|the scheme https is not known",
                "spiffe://example.org|the scheme spiffe is not known",
                "example.org|the port is missing",
                "example.org:|the port is missing",
                ":8081|the host is missing",
                "::1:8081|an IPv6 address is written in brackets: [::1]:8081",
                "me@example.org:8081|user names are not part of a target",
                "example.org:x|the port must be a number from 1 to 65535, not x",
                "example.org:0|the port must be a number from 1 to 65535, not 0",
                "example.org:65536|the port must be a number from 1 to 65535, not 65536",
                "example.org:-1|the port must be a number from 1 to 65535, not -1",
                "example.org:999999|the port must be a number from 1 to 65535, not 999999",
                "example.org:8081/x|after the port nothing may follow",
                "exa!mple:8081|exa!mple is neither a host name nor an IP address",
                "a_b:8081|a_b is neither a host name nor an IP address",
                "-a.org:8081|-a.org is neither a host name nor an IP address",
                "a..b:8081|a..b is neither a host name nor an IP address",
                ".:8081|. is neither a host name nor an IP address",
                "999.0.0.1:8081|999.0.0.1 is neither a host name nor an IP address",
                "1.2.3:8081|1.2.3 is neither a host name nor an IP address",
                "[::1:8081|the closing bracket of the IPv6 address is missing",
                "[::1]|the port is missing",
                "[::1]8081|after the closing bracket comes a colon and the port",
                "[::1]:|the port is missing",
                "[localhost]:8081|localhost is not an IPv6 address",
                "[::g]:8081|::g is not an IPv6 address",
            })
    void saysWhatIsWrong(String text, String detail) {
        assertThat(Targets.parse(text))
                .isEqualTo(Outcome.failed(Reason.INVALID_TARGET, text, detail));
    }

    @Test
    void refusesASocketPathThatNoSystemTakes() {
        String longest = "unix:/" + "a".repeat(106);
        assertThat(Targets.parse(longest)).isInstanceOf(Outcome.Ok.class);
        assertThat(Targets.parse(longest + "a"))
                .isEqualTo(
                        Outcome.failed(
                                new Failure(
                                        Reason.INVALID_TARGET,
                                        longest + "a",
                                        "the path of a socket may not be longer than 107 bytes")));
    }

    @Test
    void whatIsShownCanBeReadAgain() {
        Cases.each(draw -> {
            String name = draw.word(1, 60);
            ServerAddress tcp =
                    new ServerAddress.Tcp(name + "x.example.org", draw.between(1, 65_535));
            assertThat(Targets.parse(tcp.display())).isEqualTo(Outcome.ok(tcp));
            ServerAddress socket = new ServerAddress.UnixSocket(Path.of("/run/" + name));
            assertThat(Targets.parse(socket.display())).isEqualTo(Outcome.ok(socket));
        });
    }

    @Test
    void anyTextIsReadOrRefusedButNeverThrown() {
        Cases.each(draw -> {
            String text = draw.text();
            assertThat(Targets.parse(text)).isNotNull();
            assertThat(Targets.parse("unix:" + text)).isNotNull();
            assertThat(Targets.parse("[" + text)).isNotNull();
        });
    }
}
