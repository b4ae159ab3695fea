package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.actions.Steps.Origin;
import dev.curfew.views.actions.Steps.Stage;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Confirmation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/**
 * Opens the forms. What is typed is in a model that outlives its form, so that the way back from a
 * preview loses nothing.
 */
final class Forms {
    private final FlowContext context;
    private final Steps steps;

    Forms(FlowContext context, Steps steps) {
        this.context = context;
        this.steps = steps;
    }

    void tighten(List<RegistrationEntry> entries, ServerEstate server) {
        open(new TightenViewModel(context, entries, server), true);
    }

    void expire(List<RegistrationEntry> entries, ServerEstate server) {
        open(new TightenViewModel(context, entries, server), false);
    }

    private void open(TightenViewModel model, boolean ttls) {
        Stage stage = steps.stage();
        TightenForm form =
                new TightenForm(
                        model,
                        ttls,
                        context,
                        stage::close,
                        preview(stage, model.server(), () -> open(model, ttls)));
        show(stage, form.card(), "tighten", form.firstFocus(), form);
    }

    void create(Optional<EntryDraft> template, ServerEstate server) {
        open(EntryFormViewModel.create(context, template, server));
    }

    void edit(RegistrationEntry entry, ServerEstate server) {
        open(EntryFormViewModel.edit(context, entry, server));
    }

    private void open(EntryFormViewModel model) {
        Stage stage = steps.stage();
        EntryFormView form =
                new EntryFormView(
                        model,
                        context,
                        () -> leave(model.isTouched(), stage),
                        preview(stage, model.server(), () -> open(model)));
        show(stage, form.card(), "entry", form.firstFocus(), form);
    }

    void joinToken(ServerEstate server) {
        open(new JoinTokenViewModel(server));
    }

    private void open(JoinTokenViewModel model) {
        Stage stage = steps.stage();
        JoinTokenForm form =
                new JoinTokenForm(
                        model,
                        context,
                        stage::close,
                        preview(stage, model.server(), () -> open(model)));
        show(stage, form.card(), "token", form.firstFocus(), form);
    }

    void addFederation(ServerEstate server) {
        open(new FederationViewModel(context, server));
    }

    private void open(FederationViewModel model) {
        Stage stage = steps.stage();
        FederationFormView form =
                new FederationFormView(
                        model,
                        context,
                        () -> leave(model.isTouched(), stage),
                        preview(stage, model.server(), () -> open(model)));
        show(stage, form.card(), "federation", form.firstFocus(), form);
    }

    void removeFederation(FederationRelationship relationship, ServerEstate server) {
        Stage stage = steps.stage();
        RemoveFederationForm form =
                new RemoveFederationForm(
                        relationship,
                        server,
                        context,
                        stage::close,
                        preview(stage, server, () -> removeFederation(relationship, server)));
        show(stage, form.card(), "unfederate", form.firstFocus(), form);
    }

    private void show(Stage stage, FlowCard card, String id, Node firstFocus, Attachable content) {
        stage.show(card, id, card.title(), firstFocus, content);
    }

    private Consumer<Change> preview(Stage stage, ServerEstate server, Runnable back) {
        return change -> {
            stage.close();
            // What was read meanwhile counts.
            ServerEstate newest = context.server(server.name()).orElse(server);
            steps.preview(change, newest, Origin.ofForm(back));
        };
    }

    /** Asks first where something would be lost. */
    private void leave(boolean touched, Stage stage) {
        if (!touched) {
            stage.close();
            return;
        }
        context.ui()
                .dialogs()
                .confirm(
                        Confirmation.plain(
                                "form-discard",
                                context.ui().text("actions.form.discard"),
                                context.ui().text("actions.form.discard.text"),
                                context.ui().text("actions.form.discard.verb")),
                        stage::close);
    }
}
