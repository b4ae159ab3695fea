package dev.curfew.containment;

import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Turns a wanted change into a plan, from what is known of the server now. Nothing is sent. Any
 * thread.
 */
public final class Planner {
    private final InstantSource clock;
    private final Supplier<String> operationIds;

    public Planner(InstantSource clock) {
        this(clock, () -> UUID.randomUUID().toString());
    }

    Planner(InstantSource clock, Supplier<String> operationIds) {
        this.clock = clock;
        this.operationIds = operationIds;
    }

    public ChangePlan plan(Change change, ServerEstate server) {
        return plan(operationIds.get(), change, server, clock.instant());
    }

    /** On a server or a policy backend; empty: nothing of that name that it could be made on. */
    public Optional<ChangePlan> plan(Change change, String connection, Estate estate) {
        return plan(operationIds.get(), change, connection, estate);
    }

    /**
     * The same as a step of something larger, which was confirmed as a whole: nothing more is to be
     * typed, and what was to be refused was refused there.
     */
    public Optional<ChangePlan> step(
            String operationId, Change change, String connection, Estate estate) {
        return plan(operationId, change, connection, estate).map(ChangePlan::confirmedAsAWhole);
    }

    private Optional<ChangePlan> plan(
            String operationId, Change change, String connection, Estate estate) {
        Instant now = clock.instant();
        return change instanceof Change.OnBackend grants
                ? estate.backend(connection)
                        .map(backend -> GrantPlans.plan(operationId, grants, backend.name(), now))
                : estate.server(connection).map(server -> plan(operationId, change, server, now));
    }

    private static ChangePlan plan(
            String operationId, Change change, ServerEstate server, Instant now) {
        PlanDraft draft = new PlanDraft(operationId, change, server, now);
        return switch (change) {
            case Change.OnBackend grants ->
                    GrantPlans.plan(operationId, grants, server.name(), now);
            case Change.CreateEntries create -> EntryPlans.create(draft, create);
            case Change.EditEntry edit -> EntryPlans.edit(draft, edit);
            case Change.Tighten tighten -> TightenPlans.tighten(draft, tighten);
            case Change.DeleteEntries delete -> EntryPlans.delete(draft, delete);
            case Change.RestoreEntries restore -> EntryPlans.restore(draft, restore);
            case Change.RevertEntries revert -> EntryPlans.revert(draft, revert);
            case Change.BanNode ban -> NodePlans.ban(draft, ban);
            case Change.EvictNode evict -> NodePlans.evict(draft, evict);
            case Change.LiftBan lift -> NodePlans.liftBan(draft, lift);
            case Change.MakeJoinToken token -> NodePlans.joinToken(draft, token);
            case Change.AddFederation add -> FederationPlans.add(draft, add);
            case Change.RemoveFederation remove -> FederationPlans.remove(draft, remove);
            case Change.RefreshFederation refresh -> FederationPlans.refresh(draft, refresh);
        };
    }
}
