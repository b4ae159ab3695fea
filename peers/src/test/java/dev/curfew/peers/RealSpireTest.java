package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The harness itself. */
@NeedsSpire
class RealSpireTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void nothingIsLeftWhenItIsClosed() {
        RealSpire spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
        RealAgent agent = spire.startAgent("one");
        Path folder = spire.folder("x").getParent();

        spire.close();

        assertThat(ProcessHandle.of(spire.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(agent.isAlive()).isFalse();
        assertThat(Files.exists(folder)).isFalse();
    }

    @Test
    void aServerDiesWithTheProcessThatStartedItEvenIfThatIsKilled() throws Exception {
        Process owner =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Owner.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long server = Long.parseLong(owner.inputReader().readLine());
        Optional<ProcessHandle> alive = ProcessHandle.of(server);
        assertThat(alive).hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());

        owner.destroyForcibly().waitFor();

        assertThat(
                        Waiting.until(
                                PATIENCE,
                                () ->
                                        ProcessHandle.of(server)
                                                .filter(ProcessHandle::isAlive)
                                                .isEmpty()))
                .isTrue();
    }

    /** Starts a server, says its process, and waits to be killed. */
    static final class Owner {
        public static void main(String[] args) throws InterruptedException {
            RealSpire spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
            System.out.println(spire.pid());
            Thread.sleep(Duration.ofMinutes(5));
            spire.close();
        }
    }

    @Test
    void aServerThatCanNotStartShowsWhatItSaid() {
        assertThatThrownBy(() ->
                        RealSpire.builder(Binaries.find().orElseThrow())
                                .trustDomain("NOT a trust domain")
                                .start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trust_domain");
    }
}
