package dev.curfew.peers.experiment;

import dev.curfew.connect.Arming;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Runner;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.LiveConnector;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.time.InstantSource;
import java.util.List;

/** Our own client, as the window and the commands use it: plans, runs, reads back. Any thread. */
final class Operator implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.system();

    private final ConnectionProfile profile;
    private final LocalStore store = LocalStore.inMemory(CLOCK);
    private final Arming arming = new Arming(CLOCK);
    private final Planner planner = new Planner(CLOCK);
    private final EstateService estates =
            new EstateService(
                    new LiveConnector((_, purpose) ->
                            Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, "")),
                    CLOCK);
    private final Runner runner =
            new Runner(estates, store.journal(), store.snapshots(), arming, CLOCK);

    Operator(ConnectionProfile profile) {
        this.profile = profile;
        estates.connectNow(profile);
    }

    ServerEstate server() {
        return estates.estate().server(profile.name()).orElseThrow();
    }

    /** Runs it; what is not confirmed by the server is a failure of the experiment. */
    ChangeReport run(Change change) {
        arming.arm(profile.name(), Arming.DEFAULT);
        ChangePlan plan = planner.plan(change, server());
        ChangeReport report =
                runner.run(
                        plan,
                        new Confirmation("experiment", "", "", plan.typed().orElse("")),
                        items -> {});
        if (!report.succeeded()) {
            throw new IllegalStateException(
                    change.getClass().getSimpleName()
                            + ": "
                            + report.refused()
                            + " "
                            + report.items());
        }
        return report;
    }

    void create(List<EntryDraft> drafts) {
        run(new Change.CreateEntries(drafts));
    }

    RegistrationEntry entry(SpiffeId id) {
        return server().entries().value().entries().stream()
                .filter(entry -> entry.spiffeId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Node node(SpiffeId id) {
        estates.rereadNodes(profile.name());
        return server().nodes().value().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        estates.close();
        store.close();
    }
}
