package dev.curfew.views.workloads;

import dev.curfew.estate.EntryView;
import dev.curfew.estate.ServerEstate;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.list.Latest;
import dev.curfew.views.list.ListViewModel;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** The list of workloads and what is known of the current one. JavaFX thread only. */
public final class WorkloadsViewModel {
    private final ListViewModel<WorkloadRow> list;
    private final Latest<WorkloadFacts> facts;

    public WorkloadsViewModel(EstateModel estate, Tasks tasks, Supplier<Instant> now) {
        list = new ListViewModel<>(estate, new WorkloadSource(), tasks, now);
        facts = new Latest<>("workloads.facts", tasks);
    }

    ListViewModel<WorkloadRow> list() {
        return list;
    }

    ReadOnlyObjectProperty<Optional<WorkloadFacts>> factsProperty() {
        return facts.answerProperty();
    }

    /** Another row, or a newer reading of the same one; null: none. */
    void choose(@Nullable WorkloadRow row) {
        Optional<ServerEstate> server = list.server();
        if (row == null || server.isEmpty()) {
            facts.clear();
        } else {
            facts.ask(() -> Optional.of(WorkloadFacts.of(row, server.get())));
        }
    }

    /** Those of the keys whose entries are gone for good. */
    Set<String> gone(Collection<String> keys) {
        Optional<EntryView.Derived> derived =
                list.server().flatMap(server -> server.entries().value().derived());
        return derived.map(all ->
                        keys.stream()
                                .filter(key -> all.index().rowOf(key) < 0)
                                .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
