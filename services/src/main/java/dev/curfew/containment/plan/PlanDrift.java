package dev.curfew.containment.plan;

import dev.curfew.containment.Change;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.policy.Relationship;
import dev.curfew.text.Moments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the servers differ from what a saved plan saw. A plan that drifted is not run: what it would
 * do is no longer what was reviewed. Pure.
 */
public final class PlanDrift {
    private PlanDrift() {}

    /**
     * @param subject an entry's SPIFFE ID or a node's ID
     * @param key of its sentence, {@code drift.KEY}
     */
    public record Difference(String key, String subject, String before, String after) {}

    /**
     * @param fresh the same request, planned now
     */
    public static List<Difference> between(ContainmentPlan saved, ContainmentPlan fresh) {
        List<Difference> differences = new ArrayList<>();
        compare(entries(saved), entries(fresh), differences);
        compareNodes(nodes(saved), nodes(fresh), differences);
        compareGrants(grants(saved), grants(fresh), differences);
        for (PlannedStep step : saved.steps()) {
            boolean stillThere =
                    fresh.steps().stream()
                            .anyMatch(now ->
                                    now.lever() == step.lever()
                                            && now.connections().equals(step.connections()));
            if (!stillThere) {
                differences.add(
                        new Difference(
                                "step",
                                String.join(", ", step.connections()),
                                step.lever().key(),
                                ""));
            }
        }
        return differences;
    }

    private static void compare(
            Map<String, RegistrationEntry> saved,
            Map<String, RegistrationEntry> fresh,
            List<Difference> into) {
        saved.forEach((id, then) -> {
            RegistrationEntry now = fresh.get(id);
            if (now == null) {
                into.add(new Difference("entryGone", then.spiffeId().toString(), id, ""));
            } else if (now.revision() != then.revision()) {
                into.add(
                        new Difference(
                                "entryChanged",
                                then.spiffeId().toString(),
                                String.valueOf(then.revision()),
                                String.valueOf(now.revision())));
            }
        });
        fresh.forEach((id, now) -> {
            if (!saved.containsKey(id)) {
                into.add(new Difference("entryNew", now.spiffeId().toString(), "", id));
            }
        });
    }

    private static void compareNodes(
            Map<String, Node> saved, Map<String, Node> fresh, List<Difference> into) {
        saved.forEach((id, then) -> {
            Node now = fresh.get(id);
            if (now == null) {
                into.add(new Difference("nodeGone", id, id, ""));
            } else if (!now.selectors().equals(then.selectors())) {
                into.add(
                        new Difference(
                                "nodeChanged",
                                id,
                                then.selectors().toString(),
                                now.selectors().toString()));
            }
        });
        fresh.keySet().stream()
                .filter(id -> !saved.containsKey(id))
                .forEach(id -> into.add(new Difference("nodeNew", id, "", id)));
    }

    private static void compareGrants(
            Map<String, Relationship> saved,
            Map<String, Relationship> fresh,
            List<Difference> into) {
        saved.forEach((key, then) -> {
            Relationship now = fresh.get(key);
            if (now == null) {
                into.add(new Difference("grantGone", key, then.display(), ""));
            } else if (!now.equals(then)) {
                into.add(new Difference("grantChanged", key, end(then), end(now)));
            }
        });
        fresh.forEach((key, now) -> {
            if (!saved.containsKey(key)) {
                into.add(new Difference("grantNew", key, "", now.display()));
            }
        });
    }

    private static String end(Relationship grant) {
        return grant.notAfter().map(Moments::utc).orElse("no end");
    }

    private static Map<String, Relationship> grants(ContainmentPlan plan) {
        Map<String, Relationship> grants = new LinkedHashMap<>();
        for (PlannedStep step : plan.steps()) {
            if (step.work() instanceof Work.Apply(Change.OfGrants change)) {
                change.relationships()
                        .forEach(one -> grants.put(step.writer() + " " + one.display(), one));
            }
        }
        return grants;
    }

    private static Map<String, RegistrationEntry> entries(ContainmentPlan plan) {
        Map<String, RegistrationEntry> entries = new LinkedHashMap<>();
        for (PlannedStep step : plan.steps()) {
            if (step.work() instanceof Work.Apply(var change)) {
                switch (change) {
                    case Change.Tighten tighten ->
                            tighten.seen().forEach(entry -> entries.put(entry.id(), entry));
                    case Change.DeleteEntries delete ->
                            delete.seen().forEach(entry -> entries.put(entry.id(), entry));
                    default -> {}
                }
            }
        }
        return entries;
    }

    private static Map<String, Node> nodes(ContainmentPlan plan) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (PlannedStep step : plan.steps()) {
            if (step.work() instanceof Work.Apply(Change.BanNode(var node))) {
                nodes.put(node.id().toString(), node);
            }
        }
        return nodes;
    }
}
