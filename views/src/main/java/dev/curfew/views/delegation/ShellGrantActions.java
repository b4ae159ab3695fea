package dev.curfew.views.delegation;

import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.delegation.Party;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.Links;
import dev.curfew.views.shell.Navigator;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;
import java.util.Optional;

/** From somebody in the picture to the registration entries that give the identity. */
public final class ShellGrantActions implements GrantActions {
    private final EstateModel estate;
    private final Actions actions;
    private final Links links;
    private final Ui ui;

    public ShellGrantActions(EstateModel estate, Actions actions, Navigator navigator, Ui ui) {
        this.estate = estate;
        this.actions = actions;
        links = new Links(navigator);
        this.ui = ui;
    }

    @Override
    public Optional<String> whyNot(Action action, Party party) {
        Optional<SpiffeId> id = party.spiffeId();
        if (id.isEmpty()) {
            return Optional.of(ui.text("delegation.refused.noIdentity"));
        }
        // What only a policy knows of can be cut there all the same.
        if (action != Action.CONTAIN && entries(id.get()).isEmpty()) {
            return Optional.of(ui.text("delegation.refused.noEntry"));
        }
        return action == Action.TIGHTEN ? actions.whyNot().getValue() : Optional.empty();
    }

    @Override
    public void run(Action action, Party party) {
        party.spiffeId().ifPresent(id -> run(action, id));
    }

    private void run(Action action, SpiffeId id) {
        switch (action) {
            case CONTAIN -> actions.contain(new ContainmentTarget.Identities(List.of(id)));
            case TIGHTEN -> actions.tighten(entries(id));
            case OPEN -> links.toIdentity(id);
        }
    }

    private List<RegistrationEntry> entries(SpiffeId id) {
        return estate.server()
                .flatMap(server -> server.entries().value().derived())
                .map(derived -> derived.index().withIdentity(id))
                .orElse(List.of());
    }
}
