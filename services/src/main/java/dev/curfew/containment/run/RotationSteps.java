package dev.curfew.containment.run;

import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.sever.Closing;
import dev.curfew.containment.sever.Rotation;
import dev.curfew.containment.sever.RotationNotes;
import dev.curfew.containment.sever.RotationPhase;
import dev.curfew.containment.sever.Succession;
import dev.curfew.estate.EntryView;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.ExposureFacts;
import dev.curfew.estate.ServerEstate;
import dev.curfew.exposure.Facts;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.SpireServer;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalRecord;
import dev.curfew.text.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Runs the steps that rotate authorities, and remembers in the journal how far they are. */
final class RotationSteps {
    private final EstateService estates;
    private final AuditJournal journal;
    private final String containmentId;
    private final InstantSource clock;
    private final Duration patience;

    RotationSteps(
            EstateService estates,
            AuditJournal journal,
            String containmentId,
            InstantSource clock,
            Duration patience) {
        this.estates = estates;
        this.journal = journal;
        this.containmentId = containmentId;
        this.clock = clock;
        this.patience = patience;
    }

    StepReport run(
            PlannedStep step,
            Rotation.Aim aim,
            RunControl control,
            BooleanSupplier mayGoOn,
            ContainmentLog log,
            Consumer<StepReport> onReport)
            throws InterruptedException {
        StepReport begun = StepReport.waiting(step.number()).tried(step.writer(), clock.instant());
        onReport.accept(begun);
        Map<String, SpireServer> servers = new LinkedHashMap<>();
        for (String connection : step.connections()) {
            switch (estates.client(connection)) {
                // Half a set must not be rotated: the nodes of the other half would not be seen.
                case Failed<SpireServer>(var why) -> {
                    return begun.as(StepState.FAILED, why);
                }
                case Ok<SpireServer>(var server) -> servers.put(connection, server);
            }
        }
        Host host = new Host(step, begun, control, mayGoOn, log, onReport);
        Rotation rotation =
                new Rotation(
                        servers,
                        aim,
                        new Rotation.Known(
                                this::facts,
                                node -> entriesOf(step, node),
                                succession(step, aim)::isOfALaterOne),
                        clock,
                        patience,
                        host);
        Rotation.Result result = rotation.run(earlier(step));
        step.connections().forEach(estates::rereadTrust);
        step.connections().forEach(estates::rereadNodes);
        return report(host, result);
    }

    /** By what was read before anything is tainted. */
    private Succession succession(PlannedStep step, Rotation.Aim aim) {
        return Succession.of(
                step.connections().stream()
                        .flatMap(name -> estates.estate().server(name).stream())
                        .toList(),
                aim.retiring(),
                clock.instant());
    }

    /** What an earlier process noted last of this step. */
    private Optional<RotationNotes> earlier(PlannedStep step) {
        return journal.ofOperation(containmentId).reversed().stream()
                .map(JournalRecord::entry)
                .filter(entry -> entry.step() == step.number())
                .flatMap(entry -> StepJson.parse(entry.received()).stream())
                .filter(RotationSteps::isNotes)
                .findFirst()
                .map(RotationNotes::read);
    }

    private static boolean isNotes(JsonNode json) {
        return json.path("type").asString("").equals(RotationNotes.TYPE);
    }

    /** Everything that the authority has signed is concerned. */
    private Facts facts(String connection, Instant at) {
        ServerEstate server =
                estates.estate()
                        .server(connection)
                        .orElseThrow(() -> new IllegalStateException(connection + " is gone"));
        List<RegistrationEntry> all = server.entries().value().entries();
        return ExposureFacts.of(
                server,
                at,
                all.stream().mapToInt(RegistrationEntry::x509TtlSeconds),
                all.stream().mapToInt(RegistrationEntry::jwtTtlSeconds));
    }

    /** Where entitlements are not known, a node may have all of the entries. */
    private int entriesOf(PlannedStep step, Node node) {
        return step.connections().stream()
                .flatMap(name -> estates.estate().server(name).stream())
                .mapToInt(server -> entriesOf(server, node))
                .max()
                .orElse(0);
    }

    private static int entriesOf(ServerEstate server, Node node) {
        return server.entries()
                .value()
                .derived()
                .map(EntryView.Derived::entitlements)
                .map(entitlements -> entitlements.rowsOf(node).cardinality())
                .orElseGet(() -> server.entries().value().entries().size());
    }

    private static StepReport report(Host host, Rotation.Result result) {
        StepReport last = host.now;
        StepState state =
                result.failure()
                        .map(why ->
                                why.reason() == Reason.CONTRADICTED
                                        ? StepState.CONTRADICTED
                                        : StepState.FAILED)
                        .orElse(StepState.CONFIRMED);
        return new StepReport(
                last.number(),
                state,
                last.through(),
                last.attempts(),
                last.sentAt(),
                result.revokedAt(),
                result.failure().isPresent()
                        ? result.closedBy().stream()
                                .map(node -> keepsClosed(new Closing(node, Optional.empty())))
                                .toList()
                        : host.lockedOut,
                result.bound(),
                result.failure(),
                Optional.empty(),
                last.phase(),
                List.of());
    }

    /** Why it does: not yet renewed at all, or the SVIDs of its workloads are not. */
    private static ItemReport keepsClosed(Closing closing) {
        Node node = closing.node();
        return new ItemReport(
                node.id().toString(),
                HostNames.orShortName(node),
                ItemReport.State.UNKNOWN,
                Optional.of(
                        new Failure(
                                Reason.GATE_CLOSED,
                                node.id().toString(),
                                closing.clearAt().map(Moments::utc).orElse(""))));
    }

    /** What a rotation says on its way, for whoever looks at the step. One thread. */
    private static final class Host implements Rotation.Host {
        private final PlannedStep step;
        private final RunControl control;
        private final BooleanSupplier mayGoOn;
        private final ContainmentLog log;
        private final Consumer<StepReport> onReport;
        private StepReport now;
        private List<ItemReport> lockedOut = List.of();

        Host(
                PlannedStep step,
                StepReport begun,
                RunControl control,
                BooleanSupplier mayGoOn,
                ContainmentLog log,
                Consumer<StepReport> onReport) {
            this.step = step;
            this.now = begun;
            this.control = control;
            this.mayGoOn = mayGoOn;
            this.log = log;
            this.onReport = onReport;
        }

        @Override
        public void note(RotationNotes notes, String phase) {
            log.note(step.number(), String.join(", ", step.connections()), notes.json(phase));
            RotationPhase.read(phase).ifPresent(next -> tell(now.at(next)));
        }

        @Override
        public void waiting(Warning what, List<Closing> closedBy) {
            tell(now.gated(what, closedBy.stream().map(RotationSteps::keepsClosed).toList()));
        }

        private void tell(StepReport next) {
            now = next;
            onReport.accept(next);
        }

        @Override
        public boolean pause(Duration time) throws InterruptedException {
            control.pause(time.toMillis());
            return mayGoOn.getAsBoolean();
        }

        @Override
        public boolean isGateOverridden() {
            boolean overridden = control.isGateOverridden();
            if (overridden) {
                lockedOut = now.items();
            }
            return overridden;
        }
    }
}
