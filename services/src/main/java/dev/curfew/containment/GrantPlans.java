package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.exposure.Exposure;
import dev.curfew.policy.Relationship;
import dev.curfew.text.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans that concern grants, which policy backends keep. */
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
        };
    }

    private static Item item(Relationship one, String before, String after) {
        String key = GrantExecution.key(one);
        return new Item(key, key, List.of(new FieldChange("grant", before, after)));
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
                change instanceof Change.RestoreGrants
                        ? Exposure.nothingEnds()
                        : Exposure.grantsEnded(),
                List.<Warning>of(),
                List.of(),
                true,
                typed);
    }
}
