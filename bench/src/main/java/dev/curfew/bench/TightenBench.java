package dev.curfew.bench;

import dev.curfew.connect.Arming;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Runner;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.localstore.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 1,000 entries tightened: planned, looked at again, journaled on disk, sent, read back; against
 * one batch of the command line, which only sends.
 */
final class TightenBench {
    private static final int ENTRIES = 1000;
    private static final int ROUNDS = 3;

    private final EstateService estates;
    private final ConnectionProfile profile;
    private final SpireCli cli;

    TightenBench(EstateService estates, ConnectionProfile profile, SpireCli cli) {
        this.estates = estates;
        this.profile = profile;
        this.cli = cli;
    }

    Figure run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("curfew-bench");
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        try (LocalStore store =
                LocalStore.open(folder.resolve("bench.db"), InstantSource.system()).store()) {
            for (int round = 0; round < ROUNDS; round++) {
                Path file = Files.writeString(folder.resolve("update.json"), asFile(601 + round));
                theirs[round] = cli.update(file);
                estates.connectNow(profile);
                ours[round] = tighten(store, 600 - round);
            }
        }
        return new Figure(
                "1,000 entries tightened, read back and journaled",
                "s",
                Median.of(ours),
                Median.of(theirs),
                2);
    }

    private double tighten(LocalStore store, int ttl) {
        InstantSource clock = InstantSource.system();
        Arming arming = new Arming(clock);
        arming.arm(profile.name(), Arming.DEFAULT);
        Runner runner = new Runner(estates, store.journal(), store.snapshots(), arming, clock);
        long start = System.nanoTime();
        ChangePlan plan =
                new Planner(clock)
                        .plan(
                                new Change.Tighten(
                                        some(),
                                        Optional.of(ttl),
                                        Optional.empty(),
                                        Optional.empty()),
                                server());
        ChangeReport report = runner.run(plan, new Confirmation("bench", "", "", ""), items -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        if (report.count(ItemReport.State.CONFIRMED) != ENTRIES) {
            throw new IllegalStateException("only " + report.count(ItemReport.State.CONFIRMED));
        }
        return seconds;
    }

    private List<RegistrationEntry> some() {
        return server().entries().value().entries().subList(0, ENTRIES);
    }

    private ServerEstate server() {
        return estates.estate().server(profile.name()).orElseThrow();
    }

    /** The command line's own format; it wants all of an entry. */
    private String asFile(int ttl) {
        return some().stream()
                .map(e ->
                        """
                        {"entry_id":"%s","parent_id":"%s","spiffe_id":"%s","x509_svid_ttl":%d,\
                        "selectors":[%s]}\
                        """
                                .formatted(
                                        e.id(),
                                        e.parentId(),
                                        e.spiffeId(),
                                        ttl,
                                        e.selectors().stream()
                                                .map(s ->
                                                        "{\"type\":\"%s\",\"value\":\"%s\"}"
                                                                .formatted(s.type(), s.value()))
                                                .collect(Collectors.joining(","))))
                .collect(Collectors.joining(",", "{\"entries\":[", "]}"));
    }
}
