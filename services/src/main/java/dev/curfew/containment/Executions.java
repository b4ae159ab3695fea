package dev.curfew.containment;

import dev.curfew.estate.EstateService;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.spire.SpireServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which execution makes which change. */
final class Executions {
    private Executions() {}

    /** On a connected server or policy backend; fails where there is none of that name. */
    static Outcome<Execution> open(Change change, String connection, EstateService estates) {
        return change instanceof Change.OnBackend onBackend
                ? estates.backend(connection).map(backend -> of(onBackend, backend))
                : estates.client(connection).map(server -> of(change, server));
    }

    private static Execution of(Change.OnBackend change, PolicyBackend backend) {
        return switch (change) {
            case Change.OfGrants grants -> GrantExecution.of(backend, grants);
            case Change.Quarantine(var identities) ->
                    QuarantineExecution.begin(backend, identities);
            case Change.LiftQuarantine(var identities) ->
                    QuarantineExecution.lift(backend, identities);
        };
    }

    private static Execution of(Change change, SpireServer server) {
        return switch (change) {
            case Change.OnBackend onBackend ->
                    throw new IllegalArgumentException("not for a SPIRE server: " + onBackend);
            case Change.CreateEntries c -> EntryCreateExecution.ofNew(server, c.drafts());
            case Change.RestoreEntries c -> EntryCreateExecution.ofDeleted(server, c.before());
            case Change.DeleteEntries c -> new EntryDeleteExecution(server, c.seen());
            case Change.EditEntry c ->
                    new EntryUpdateExecution(
                            server,
                            List.of(c.seen()),
                            Map.of(c.seen().id(), c.wanted()),
                            (s, updates) -> s.entries().replace(updates));
            case Change.Tighten c -> tighten(server, c);
            case Change.RevertEntries c -> revert(server, c);
            case Change.BanNode c -> NodeExecution.ban(server, c.seen());
            case Change.EvictNode c -> NodeExecution.removeRow(server, c.seen());
            case Change.LiftBan c -> NodeExecution.removeRow(server, c.seen());
            case Change.MakeJoinToken c -> new JoinTokenExecution(server, c);
            case Change.AddFederation c -> new FederationExecution(server, c, c.relationship());
            case Change.RemoveFederation c -> new FederationExecution(server, c, c.seen());
            case Change.RefreshFederation c ->
                    new FederationExecution(
                            server,
                            c,
                            new FederationRelationship(
                                    c.trustDomain(),
                                    "",
                                    new FederationRelationship.Profile.HttpsWeb(),
                                    Optional.empty()));
        };
    }

    private static Execution tighten(SpireServer server, Change.Tighten change) {
        Map<String, EntryDraft> wanted = new LinkedHashMap<>();
        change.seen().forEach(entry -> wanted.put(entry.id(), TightenPlans.wanted(entry, change)));
        return new EntryUpdateExecution(
                server,
                change.seen(),
                wanted,
                (s, updates) -> s.entries().setTtlsAndExpiry(updates));
    }

    private static Execution revert(SpireServer server, Change.RevertEntries change) {
        Map<String, EntryDraft> wanted = new LinkedHashMap<>();
        change.reverts().forEach(one -> wanted.put(one.seen().id(), one.before().toDraft()));
        List<RegistrationEntry> seen =
                change.reverts().stream().map(Change.RevertEntries.Revert::seen).toList();
        return new EntryUpdateExecution(
                server, seen, wanted, (s, updates) -> s.entries().replace(updates));
    }
}
