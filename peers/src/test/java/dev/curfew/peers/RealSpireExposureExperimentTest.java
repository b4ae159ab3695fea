package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.peers.experiment.Experiment;
import dev.curfew.peers.experiment.Result;
import dev.curfew.peers.experiment.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Real servers and agents, random actions, and a workload that keeps the best it can get: nothing
 * outlives the bound that was computed for it. The same with hundreds of trials: {@code bench/run
 * experiment}.
 */
@NeedsSpire
class RealSpireExposureExperimentTest {
    private static final int TRIALS = 20;
    private static final long SEED = 20261122;

    @Test
    void nothingOutlivesItsBound() throws InterruptedException {
        List<Result> results =
                new Experiment(Binaries.find().orElseThrow(), said -> {}).quick(TRIALS, SEED);

        new Summary(results).lines().forEach(System.out::println);
        assertThat(results).hasSize(TRIALS).noneMatch(Result::isViolated);
        assertThat(results).allMatch(Result::verifiedToTheEnd);
    }
}
