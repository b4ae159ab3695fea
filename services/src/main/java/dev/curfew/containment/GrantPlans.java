package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.exposure.Exposure;
import dev.curfew.policy.Relationship;
import dev.curfew.text.Moments;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans that concern policy backends: the grants that they keep, and whom they deny all. */
final class GrantPlans {
    private GrantPlans() {}

    static ChangePlan plan(
            String operationId, Change.OnBackend change, String backend, Instant now) {
        return switch (change) {
            case Change.EndGrants end ->
                    plan(
                            operationId,
                            end,
                            backend,
                            now,
                            end.relationships().stream()
                                    .map(one -> item(one, one.display(), ""))
                                    .toList(),
                            Optional.of(backend));
            case Change.TightenGrants tighten ->
                    plan(
                            operationId,
                            tighten,
                            backend,
                            now,
                            tighten.relationships().stream()
                                    .map(one ->
                                            item(
                                                    one,
                                                    one.notAfter()
                                                            .map(Moments::utc)
                                                            .orElse("never"),
                                                    Moments.utc(tighten.notAfter())))
                                    .toList(),
                            Optional.empty());
            case Change.RestoreGrants restore ->
                    plan(
                            operationId,
                            restore,
                            backend,
                            now,
                            restore.relationships().stream()
                                    .map(one -> item(one, "", one.display()))
                                    .toList(),
                            Optional.empty());
            case Change.Quarantine(var identities) ->
                    plan(
                            operationId,
                            change,
                            backend,
                            now,
                            identities.stream()
                                    .map(id -> item(id, "as granted", "denied"))
                                    .toList(),
                            Optional.of(backend));
            case Change.LiftQuarantine(var identities) ->
                    plan(
                            operationId,
                            change,
                            backend,
                            now,
                            identities.stream()
                                    .map(id -> item(id, "denied", "as granted"))
                                    .toList(),
                            Optional.empty());
        };
    }

    private static Item item(Relationship one, String before, String after) {
        String key = GrantExecution.key(one);
        return new Item(key, key, List.of(new FieldChange("grant", before, after)));
    }

    private static Item item(SpiffeId id, String before, String after) {
        return new Item(
                id.toString(),
                id.toString(),
                List.of(new FieldChange("quarantine", before, after)));
    }

    private static ChangePlan plan(
            String operationId,
            Change.OnBackend change,
            String backend,
            Instant now,
            List<Item> items,
            Optional<String> typed) {
        return new ChangePlan(
                operationId,
                backend,
                change,
                ActionKind.of(change),
                now,
                items,
                change instanceof Change.RestoreGrants || change instanceof Change.LiftQuarantine
                        ? Exposure.nothingEnds()
                        : Exposure.grantsEnded(),
                List.<Warning>of(),
                List.of(),
                true,
                typed);
    }
}
