package dev.curfew.views.delegation;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Grant.State;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.GrantLever;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Source;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** What a grant says, in words. */
final class GrantWords {
    private final Ui ui;
    private final PartyWords parties;

    GrantWords(Ui ui) {
        this.ui = ui;
        parties = new PartyWords(ui);
    }

    String title(Grant grant) {
        return ui.text("delegation.hop", parties.name(grant.from()), parties.name(grant.to()));
    }

    String scope(Grant grant) {
        return grant.hop()
                .scope()
                .map(scope ->
                        scope.permissions().stream()
                                .map(permission -> ScopeChips.words(permission, grant))
                                .collect(Collectors.joining(", ")))
                .map(words -> words.isEmpty() ? ui.text("delegation.scope.nothing") : words)
                .orElseGet(() -> ui.text("delegation.scope.unknown"));
    }

    /** How its scope compares with the grant that it was made from; may be empty. */
    String change(Grant grant, GrantGraph graph) {
        List<Permission> beyond = ScopeChips.beyondParent(grant, graph);
        if (!beyond.isEmpty()) {
            return ui.text(
                    "delegation.widens",
                    beyond.stream()
                            .map(permission -> ScopeChips.words(permission, grant))
                            .collect(Collectors.joining(", ")));
        }
        return ScopeChips.narrows(grant, graph) ? ui.text("delegation.narrows") : "";
    }

    String end(Grant grant) {
        return switch (grant.hop().validity().end()) {
            case End.At(var when) -> ui.text("delegation.end.at", ui.ages().at(when));
            case End.Never _ -> ui.text("delegation.end.never");
            case End.Unknown _ -> ui.text("delegation.end.unknown");
        };
    }

    /** For a table's order: without an end comes last. */
    static long endOrder(Grant grant) {
        return grant.hop()
                .validity()
                .end()
                .instant()
                .map(Instant::toEpochMilli)
                .orElse(Long.MAX_VALUE);
    }

    String state(State state) {
        return switch (state) {
            case LIVE -> ui.text("delegation.state.live");
            case PENDING -> ui.text("delegation.state.pending");
            case EXPIRED -> ui.text("delegation.state.expired");
            case WITHDRAWN -> ui.text("delegation.state.withdrawn");
            case CUT_ABOVE -> ui.text("delegation.state.cutAbove");
            case UNKNOWN -> ui.text("delegation.state.unknown");
        };
    }

    static Tone tone(State state) {
        return GrantPicture.counts(state) ? Tone.NEUTRAL : Tone.MUTED;
    }

    String source(Source source) {
        return source.readAt()
                .map(at -> ui.text("delegation.source.read", source.system(), ui.ages().since(at)))
                .orElseGet(() -> ui.text("delegation.source.declared", source.system()));
    }

    Label mark(Source source) {
        return switch (source.origin()) {
            case OBSERVED ->
                    Provenance.mark(
                            new Origin.Observed(
                                    source.system(), source.readAt().orElse(Instant.EPOCH)),
                            ui);
            case DERIVED -> Provenance.mark(new Origin.Derived(List.of(source.reference())), ui);
            case DECLARED -> declared(source);
        };
    }

    /** Without a time: what was declared names none. */
    private Label declared(Source source) {
        Label mark = Labels.whole("", "provenance");
        mark.setGraphic(AppIcon.DECLARED.view("declared"));
        String words = ui.text("delegation.source.declared", source.system());
        mark.setTooltip(new Tooltip(words));
        mark.setAccessibleText(words);
        return mark;
    }

    String levers(Grant grant) {
        return grant.hop().levers().isEmpty()
                ? ui.text("delegation.lever.none")
                : grant.hop().levers().stream().map(this::lever).collect(Collectors.joining(", "));
    }

    private String lever(GrantLever lever) {
        return switch (lever) {
            case DELETE_RELATIONSHIP -> ui.text("delegation.lever.deleteRelationship");
            case SHORTEN_RELATIONSHIP -> ui.text("delegation.lever.shortenRelationship");
            case DENY_PRINCIPAL -> ui.text("delegation.lever.denyPrincipal");
            case NARROW_SCOPE -> ui.text("delegation.lever.narrowScope");
            case REVOKE_TOKEN -> ui.text("delegation.lever.revokeToken");
            case STOP_ISSUING -> ui.text("delegation.lever.stopIssuing");
            case DELETE_ENTRY -> ui.text("delegation.lever.deleteEntry");
            case BAN_NODE -> ui.text("delegation.lever.banNode");
            case END_FEDERATION -> ui.text("delegation.lever.endFederation");
            case CHANGE_RULE -> ui.text("delegation.lever.changeRule");
            case ASK_AGAIN -> ui.text("delegation.lever.askAgain");
            case WAIT -> ui.text("delegation.lever.wait");
        };
    }

    /** One sentence for a screen reader and a tooltip. */
    String sentence(Grant grant, State state) {
        return ui.text("delegation.sentence", title(grant), scope(grant), end(grant), state(state));
    }
}
