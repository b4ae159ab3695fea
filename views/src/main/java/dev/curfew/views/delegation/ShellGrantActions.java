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
import java.util.function.Consumer;

/** From somebody in the picture to the registration entries that give the identity. */
public final class ShellGrantActions implements GrantActions {
    private final EstateModel estate;
    private final Actions actions;
    private final Consumer<ContainmentTarget> preview;
    private final Links links;
    private final Ui ui;

    /**
     * @param preview plans a containment and shows it on the picture
     */
    public ShellGrantActions(
            EstateModel estate,
            Actions actions,
            Consumer<ContainmentTarget> preview,
            Navigator navigator,
            Ui ui) {
        this.preview = preview;
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
        boolean contains = action == Action.CONTAIN || action == Action.PREVIEW;
        if (!contains && entries(id.get()).isEmpty()) {
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
            case CONTAIN -> actions.contain(target(id));
            case PREVIEW -> preview.accept(target(id));
            case TIGHTEN -> actions.tighten(entries(id));
            case OPEN -> links.toIdentity(id);
        }
    }

    private static ContainmentTarget target(SpiffeId id) {
        return new ContainmentTarget.Identities(List.of(id));
    }

    private List<RegistrationEntry> entries(SpiffeId id) {
        return estate.server()
                .flatMap(server -> server.entries().value().derived())
                .map(derived -> derived.index().withIdentity(id))
                .orElse(List.of());
    }
}
