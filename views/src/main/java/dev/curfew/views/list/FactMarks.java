package dev.curfew.views.list;

import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Ui;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Where the facts of one server come from, as marks. */
public final class FactMarks {
    private final ServerEstate server;
    private final Ui ui;

    public FactMarks(ServerEstate server, Ui ui) {
        this.server = server;
        this.ui = ui;
    }

    public Node entries() {
        return observed(server.entries());
    }

    public Node nodes() {
        return observed(server.nodes());
    }

    public Node authorities() {
        return observed(server.authorities());
    }

    public Node derived(String... terms) {
        return Provenance.mark(new Origin.Derived(List.of(terms)), ui);
    }

    /** Nothing is known, so nothing is marked: a blank of the same width. */
    public static Node blank() {
        Label blank = new Label();
        blank.getStyleClass().add("provenance");
        return blank;
    }

    private Node observed(Reading<?> reading) {
        return reading.readAt()
                .<Node>map(at -> Provenance.mark(new Origin.Observed(server.name(), at), ui))
                .orElseGet(FactMarks::blank);
    }
}
