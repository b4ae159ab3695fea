package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import io.spiffe.spiffeid.TrustDomain;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** How long a join token is to live, and the alias that its node gets. */
final class JoinTokenForm implements Attachable {
    private final JoinTokenViewModel model;
    private final FlowContext context;
    private final TextField ttl = new TextField();
    private final TextField alias = new TextField();
    private final FieldBox ttlBox;
    private final FieldBox aliasBox;
    private final ActionButton preview;
    private final FlowCard card;

    JoinTokenForm(
            JoinTokenViewModel model,
            FlowContext context,
            Runnable cancelled,
            Consumer<Change> planned) {
        this.model = model;
        this.context = context;
        Ui ui = context.ui();
        alias.getStyleClass().add("mono");
        alias.setPromptText(
                model.server()
                        .trustDomain()
                        .map(TrustDomain::getName)
                        .map(name -> ui.text("actions.token.alias.prompt", name))
                        .orElse(""));
        ttlBox = new FieldBox("token-ttl", ui.text("actions.token.ttl"), ttl);
        aliasBox = new FieldBox("token-alias", ui.text("actions.token.alias"), alias);
        preview =
                FormButtons.preview(
                        ui, () -> model.stateProperty().get().change().ifPresent(planned::accept));
        VBox body = new VBox(ttlBox, aliasBox, Sentences.note(ui.text("actions.token.form.note")));
        body.getStyleClass().add("form-fields");
        card =
                new FlowCard(ui.text("actions.joinToken"), "flow-narrow", body)
                        .withButtons(new Node[0], FormButtons.cancel(ui, cancelled), preview);
    }

    FlowCard card() {
        return card;
    }

    Node firstFocus() {
        return ttl;
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(FormButtons.bind(ttl.textProperty(), model.ttlProperty()))
                .add(FormButtons.bind(alias.textProperty(), model.aliasProperty()))
                .add(model.stateProperty().subscribe(this::show));
    }

    private void show(JoinTokenViewModel.State state) {
        ttlBox.problem(state.ttlIssue().map(context.words()::brief));
        aliasBox.problem(state.aliasIssue().map(context.words()::brief));
        preview.refuse(state.change().isPresent() ? "" : context.ui().text("actions.form.correct"));
    }
}
