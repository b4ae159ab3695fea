package dev.curfew.views.workloads;

import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import java.util.List;

/** From rows to what is to be contained: the identities, whichever entries give them. */
final class WorkloadContainment {
    private final Actions actions;
    private final Ui ui;

    WorkloadContainment(Actions actions, Ui ui) {
        this.actions = actions;
        this.ui = ui;
    }

    void contain(List<RegistrationEntry> entries) {
        if (entries.isEmpty()) {
            ui.dialogs().tell(Notice.of(ui.text("list.chooseFirst")));
            return;
        }
        actions.contain(
                new ContainmentTarget.Identities(
                        entries.stream().map(RegistrationEntry::spiffeId).distinct().toList()));
    }

    void containWithAllBelow(RegistrationEntry entry) {
        actions.contain(new ContainmentTarget.ChainRoot(entry.spiffeId()));
    }
}
