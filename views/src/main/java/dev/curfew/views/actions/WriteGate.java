package dev.curfew.views.actions;

import dev.curfew.connect.Arming;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.text.Explanation;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** Why nothing may be written now; looks again every second, because arming ends by itself. */
final class WriteGate {
    private final Arming arming;
    private final EstateModel estate;
    private final Ui ui;
    private final ActionWords words;
    private final ReadOnlyObjectWrapper<Optional<String>> whyNot =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    WriteGate(Arming arming, EstateModel estate, Ui ui, ActionWords words) {
        this.arming = arming;
        this.estate = estate;
        this.ui = ui;
        this.words = words;
        look();
    }

    ReadOnlyObjectProperty<Optional<String>> whyNot() {
        return whyNot.getReadOnlyProperty();
    }

    Subscription attached() {
        return new Subscriptions()
                .add(estate.currentProperty().subscribe(_ -> look()))
                .add(ui.ticker().everySecond(this::look));
    }

    void look() {
        whyNot.set(
                estate.currentProperty()
                        .get()
                        .map(this::refusal)
                        .orElseGet(() -> Optional.of(ui.text("actions.noConnection"))));
    }

    /** In one sentence, for a connection that need not be the one on screen. */
    Optional<String> refusal(String connection) {
        return arming.isArmed(connection)
                ? Optional.empty()
                : Optional.of(ui.text("actions.readOnly", connection));
    }

    Explanation explained(String connection) {
        return words.explain(Failure.of(Reason.READ_ONLY, connection));
    }
}
