package dev.curfew.peers;

import dev.curfew.identity.Selector;
import java.nio.file.Path;
import java.util.List;

/** A program that asks an agent for its identity, as a workload does. */
public final class RealWorkload {
    private final Path program;
    private final Path socket;

    RealWorkload(Path program, Path socket) {
        this.program = program;
        this.socket = socket;
    }

    /** What tells it from all other programs. */
    public Selector selector() {
        return new Selector("unix", "path:" + program);
    }

    /** Its X509-SVIDs, the default one first, or what the agent said instead. */
    public Fetched<FetchedX509> fetchX509() {
        return Fetched.of(fetch("x509"), FetchedX509::readAll);
    }

    /** JWT-SVIDs for an audience, or what the agent said instead. */
    public Fetched<FetchedJwt> fetchJwt(String audience) {
        return Fetched.of(fetch("jwt", "-audience", audience), FetchedJwt::readAll);
    }

    /**
     * Its X509-SVIDs with their keys as files in a folder, as a workload keeps them that serves
     * TLS: the default one is {@code svid.0.pem} and {@code svid.0.key}.
     */
    public void writeX509(Path folder) {
        Commands.run(
                        List.of(
                                program.toString(),
                                "api",
                                "fetch",
                                "x509",
                                "-socketPath",
                                socket.toString(),
                                "-timeout",
                                "5s",
                                "-write",
                                folder.toString()))
                .text();
    }

    private Answer fetch(String... what) {
        List<String> command =
                new java.util.ArrayList<>(List.of(program.toString(), "api", "fetch"));
        command.addAll(List.of(what));
        command.addAll(
                List.of("-socketPath", socket.toString(), "-timeout", "5s", "-output", "json"));
        return Commands.run(command);
    }
}
