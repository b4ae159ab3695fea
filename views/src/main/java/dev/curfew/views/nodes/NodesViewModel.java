package dev.curfew.views.nodes;

import dev.curfew.estate.ServerEstate;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.list.Latest;
import dev.curfew.views.list.ListViewModel;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** The list of nodes and what is known of the current one. JavaFX thread only. */
public final class NodesViewModel {
    private final ListViewModel<NodeRow> list;
    private final Latest<NodeFacts> facts;

    public NodesViewModel(EstateModel estate, Tasks tasks, Supplier<Instant> now) {
        list = new ListViewModel<>(estate, new NodeSource(), tasks, now);
        facts = new Latest<>("nodes.facts", tasks);
    }

    ListViewModel<NodeRow> list() {
        return list;
    }

    ReadOnlyObjectProperty<Optional<NodeFacts>> factsProperty() {
        return facts.answerProperty();
    }

    /** Another row, or a newer reading of the same one; null: none. */
    void choose(@Nullable NodeRow row) {
        Optional<ServerEstate> server = list.server();
        if (row == null || server.isEmpty()) {
            facts.clear();
        } else {
            facts.ask(() -> Optional.of(NodeFacts.of(row, server.get())));
        }
    }
}
