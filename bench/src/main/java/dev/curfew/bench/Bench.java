package dev.curfew.bench;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.TlsForSpire;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.LiveConnector;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.peers.Binaries;
import dev.curfew.peers.RealSpire;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures Curfew against SPIRE's own command line on one server in one run. {@code quick} uses
 * 20,000 entries, {@code full} 100,000; {@code contain} measures containments alone, {@code
 * delegation} the delegation graph and {@code graph} its picture, for which no server is needed.
 * Ends with 1 if a figure was missed.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            measure(arguments);
        } catch (IOException | RuntimeException e) {
            // The window's thread would keep the process alive.
            e.printStackTrace();
            System.exit(2);
        }
    }

    private static void measure(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("delegation")) {
            end(new DelegationBench().run());
        }
        if (arguments.length > 0 && arguments[0].equals("graph")) {
            end(new GraphBench().run());
        }
        TlsForSpire.prepare();
        int entries = arguments.length > 0 && arguments[0].equals("full") ? 100_000 : 20_000;
        Binaries binaries =
                Binaries.find().orElseThrow(() -> new IllegalStateException(Binaries.whyMissing()));
        List<Figure> figures = new ArrayList<>();
        if (arguments.length > 0 && arguments[0].equals("contain")) {
            end(contain(binaries));
        }
        try (RealSpire spire = BenchEstate.start(binaries, entries);
                RealSpire small = BenchEstate.start(binaries, BenchEstate.FEW)) {
            SpireCli cli = new SpireCli(binaries, spire);
            ConnectionProfile profile = spire.localProfile("bench");
            try (WindowBench window =
                    new WindowBench(profile, small.localProfile("small"), cli, entries)) {
                figures.addAll(window.run());
            }
            try (EstateService estates = estates()) {
                estates.connectNow(profile);
                figures.add(new TightenBench(estates, profile, cli).run());
            }
        }
        figures.addAll(contain(binaries));
        figures.addAll(new DelegationBench().run());
        System.out.printf("%nSPIRE %s, %,d entries%n", binaries.version(), entries);
        end(figures);
    }

    private static void end(List<Figure> figures) {
        System.out.println(Figure.head());
        figures.forEach(figure -> System.out.println(figure.line()));
        System.exit(figures.stream().allMatch(Figure::holds) ? 0 : 1);
    }

    private static List<Figure> contain(Binaries binaries)
            throws IOException, InterruptedException {
        try (ContainBench bench = new ContainBench(binaries)) {
            return bench.run();
        }
    }

    static EstateService estates() {
        return new EstateService(
                new LiveConnector((_, purpose) ->
                        Outcome.failed(Reason.INVALID_INPUT, purpose, "no secret is needed")),
                InstantSource.system());
    }
}
