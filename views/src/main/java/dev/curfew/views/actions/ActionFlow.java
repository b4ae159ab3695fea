package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.actions.Steps.Origin;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import io.spiffe.spiffeid.TrustDomain;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** Every action of an operator: form, preview, confirmation, progress, report, undo. */
public final class ActionFlow implements Actions, Attachable {
    private final FlowContext context;
    private final Steps steps;
    private final Forms forms;

    public ActionFlow(ActionServices services, ActionHost host, EstateModel estate, Ui ui) {
        ActionWords words = new ActionWords(ui);
        WriteGate gate = new WriteGate(services.arming(), estate, ui, words);
        context = new FlowContext(services, host, estate, ui, words, gate, new Reports());
        steps = new Steps(context);
        forms = new Forms(context, steps);
    }

    /** While the window is open: looks every second whether the connection is still armed. */
    @Override
    public Subscription attached() {
        return context.gate().attached();
    }

    /** To be called when a connection was armed or disarmed, to show it at once. */
    public void armingChanged() {
        context.gate().look();
    }

    /** Opens what was done since the window opened; for the window's bars. */
    public ReportsButton reportsButton() {
        return new ReportsButton(context.reports(), steps::reopen, context);
    }

    Reports reports() {
        return context.reports();
    }

    void reopen(SessionReport session) {
        steps.reopen(session);
    }

    @Override
    public ObservableValue<Optional<String>> whyNot() {
        return context.gate().whyNot();
    }

    @Override
    public void create(Optional<EntryDraft> template) {
        withServer(server -> forms.create(template, server));
    }

    @Override
    public void edit(RegistrationEntry entry) {
        withServer(server -> forms.edit(entry, server));
    }

    @Override
    public void tighten(List<RegistrationEntry> entries) {
        withServer(server -> forms.tighten(entries, server));
    }

    @Override
    public void setExpiry(List<RegistrationEntry> entries) {
        withServer(server -> forms.expire(entries, server));
    }

    @Override
    public void delete(List<RegistrationEntry> entries) {
        preview(new Change.DeleteEntries(entries));
    }

    @Override
    public void contain(ContainmentTarget target) {
        context.host().contain().accept(target);
    }

    @Override
    public void ban(Node node) {
        preview(new Change.BanNode(node));
    }

    @Override
    public void evict(Node node) {
        withServer(server ->
                steps.preview(
                        new Change.EvictNode(node), server, Origin.NONE.orBan(() -> ban(node))));
    }

    @Override
    public void liftBan(Node node) {
        preview(new Change.LiftBan(node));
    }

    @Override
    public void joinToken() {
        withServer(forms::joinToken);
    }

    @Override
    public void addFederation() {
        withServer(forms::addFederation);
    }

    @Override
    public void removeFederation(FederationRelationship relationship) {
        withServer(server -> forms.removeFederation(relationship, server));
    }

    @Override
    public void refreshFederation(TrustDomain trustDomain) {
        preview(new Change.RefreshFederation(trustDomain));
    }

    @Override
    public void undo(String operationId) {
        withServer(server -> steps.undo(operationId, Optional.of(server.name())));
    }

    private void preview(Change change) {
        withServer(server -> steps.preview(change, server, Origin.NONE));
    }

    private void withServer(Consumer<ServerEstate> action) {
        context.estate()
                .server()
                .ifPresentOrElse(
                        action,
                        () ->
                                context.ui()
                                        .dialogs()
                                        .tell(
                                                Notice.warning(
                                                        context.ui()
                                                                .text("actions.noConnection"))));
    }
}
