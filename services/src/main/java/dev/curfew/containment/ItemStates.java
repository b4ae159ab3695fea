package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ItemReport.State;
import dev.curfew.outcome.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of each item of a run, in the order of the plan. One thread. */
final class ItemStates {
    private final Map<String, ItemReport> byKey = new LinkedHashMap<>();

    ItemStates(List<Item> items) {
        items.forEach(item ->
                byKey.put(
                        item.key(),
                        new ItemReport(
                                item.key(), item.title(), State.NOT_SENT, Optional.empty())));
    }

    void set(String key, State state) {
        byKey.computeIfPresent(key, (_, report) -> report.as(state, Optional.empty()));
    }

    void set(String key, State state, Failure why) {
        byKey.computeIfPresent(key, (_, report) -> report.as(state, Optional.of(why)));
    }

    boolean is(String key, State state) {
        ItemReport report = byKey.get(key);
        return report != null && report.state() == state;
    }

    String title(String key) {
        ItemReport report = byKey.get(key);
        return report == null ? key : report.title();
    }

    List<ItemReport> reports() {
        return List.copyOf(byKey.values());
    }
}
