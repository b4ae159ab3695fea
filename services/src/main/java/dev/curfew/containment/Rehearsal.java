package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.estate.EstateService;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import java.util.List;
import java.util.Map;

/** The last look before a change is sent, without sending it. Any thread; blocks. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Why items could not be changed now, by key; items that could are left out. */
    public static Outcome<Map<String, Failure>> check(
            Change change, List<Item> items, String connection, EstateService estates) {
        return Executions.open(change, connection, estates)
                .map(execution -> execution.check(items));
    }
}
