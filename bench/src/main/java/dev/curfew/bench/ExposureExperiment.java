package dev.curfew.bench;

import dev.curfew.connect.TlsForSpire;
import dev.curfew.peers.Binaries;
import dev.curfew.peers.experiment.Experiment;
import dev.curfew.peers.experiment.Result;
import dev.curfew.peers.experiment.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * {@code bench/run experiment [trials] [seed]}: whether anything outlives the bound that Curfew
 * computes for it, on real servers; at least six minutes, because an expiry waits for the server's
 * tick. Ends with 1 if something did.
 */
public final class ExposureExperiment {
    private static final int TRIALS = 240;

    private ExposureExperiment() {}

    public static void main(String[] arguments) throws InterruptedException {
        TlsForSpire.prepare();
        int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TRIALS;
        long seed =
                arguments.length > 1
                        ? Long.parseLong(arguments[1])
                        : Instant.now().getEpochSecond();
        Binaries binaries =
                Binaries.find().orElseThrow(() -> new IllegalStateException(Binaries.whyMissing()));
        System.err.printf("SPIRE %s, %d trials, seed %d%n", binaries.version(), trials, seed);
        Instant began = Instant.now();
        List<Result> results = new Experiment(binaries, System.err::println).full(trials, seed);
        Summary summary = new Summary(results);
        System.out.printf(
                "%nSPIRE %s, %d trials, seed %d, %d s%n",
                binaries.version(),
                trials,
                seed,
                Duration.between(began, Instant.now()).toSeconds());
        summary.lines().forEach(System.out::println);
        results.stream().filter(Result::isViolated).forEach(System.out::println);
        System.exit(summary.violations() == 0 ? 0 : 1);
    }
}
