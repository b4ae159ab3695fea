package dev.curfew.views.actions;

import dev.curfew.containment.ActionKind;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One line of a preview's table: a field of an item and what becomes of it.
 *
 * @param name of the item; empty on all but its first line
 * @param full the whole title and the server's own key: two entries may give one SPIFFE ID
 */
record ItemRow(String name, String full, String field, String change, boolean gone) {
    private static final Set<String> WHOLE_THINGS = Set.of("entry", "node", "relationship");

    static List<ItemRow> of(ChangePlan plan, Ui ui, ActionWords words) {
        boolean isNew =
                switch (plan.kind()) {
                    case CREATE, RESTORE, ADD_FEDERATION, JOIN_TOKEN, REFRESH_FEDERATION -> true;
                    default -> false;
                };
        List<ItemRow> rows = new ArrayList<>();
        for (Item item : plan.items()) {
            String name = path(item.title());
            for (FieldChange change : item.changes()) {
                if (isNew && saysNothing(change)) {
                    continue;
                }
                rows.add(
                        new ItemRow(
                                name,
                                SafeText.of(item.title() + "  " + item.key()),
                                words.field(change.field()),
                                change(change, plan.kind(), isNew, ui),
                                isGone(change, plan.kind())));
                name = "";
            }
        }
        return List.copyOf(rows);
    }

    /** All items are in one trust domain: only the path tells them apart. */
    static String path(String title) {
        String shown = SafeText.of(title);
        int slash = shown.startsWith("spiffe://") ? shown.indexOf('/', 9) : -1;
        return slash < 0 ? shown : shown.substring(slash);
    }

    private static boolean saysNothing(FieldChange change) {
        return change.after().isEmpty() || change.after().equals("false");
    }

    private static boolean isGone(FieldChange change, ActionKind kind) {
        return change.after().isEmpty()
                && (WHOLE_THINGS.contains(change.field()) || kind == ActionKind.LIFT_BAN);
    }

    private static String change(FieldChange change, ActionKind kind, boolean isNew, Ui ui) {
        if (isGone(change, kind)) {
            return ui.text("actions.change.gone");
        }
        String after = SafeText.of(change.after());
        if (isNew) {
            return after;
        }
        String none = ui.text("actions.change.none");
        String before = SafeText.of(change.before());
        return ui.text(
                "actions.change", before.isEmpty() ? none : before, after.isEmpty() ? none : after);
    }
}
