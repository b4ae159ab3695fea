package dev.curfew.app.window;

import dev.curfew.delegation.GrantGraph;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.estate.GrantView;
import dev.curfew.estate.Reading;
import dev.curfew.text.Texts;
import dev.curfew.views.delegation.GrantSnapshot;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Tasks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The grants of all policy backends for the screen of delegation, put together away from the JavaFX
 * thread whenever one of them was read anew. JavaFX thread only.
 */
final class GrantFeed {
    private final Tasks tasks;
    private final Texts texts;
    private final Consumer<Throwable> crashed;
    private final ReadOnlyObjectWrapper<Optional<GrantSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Reading<GrantView>> shown = List.of();

    GrantFeed(EstateModel estate, Tasks tasks, Texts texts, Consumer<Throwable> crashed) {
        this.tasks = tasks;
        this.texts = texts;
        this.crashed = crashed;
        estate.estateProperty().subscribe(this::look);
    }

    ReadOnlyObjectProperty<Optional<GrantSnapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    private void look(Estate estate) {
        List<Reading<GrantView>> now =
                estate.backends().stream().map(BackendEstate::grants).toList();
        if (isShown(now)) {
            return;
        }
        shown = now;
        tasks.start(
                "delegation.feed",
                () -> made(estate.backends()),
                found -> {
                    // A newer one that is being made will be shown instead.
                    if (isShown(now)) {
                        snapshot.set(found);
                    }
                },
                crashed);
    }

    /** By identity: comparing a million relationships would hold up the window. */
    private boolean isShown(List<Reading<GrantView>> now) {
        if (now.size() != shown.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != shown.get(i)) {
                return false;
            }
        }
        return true;
    }

    private Optional<GrantSnapshot> made(List<BackendEstate> backends) {
        List<BackendEstate> read =
                backends.stream().filter(backend -> backend.grants().isKnown()).toList();
        Optional<Instant> oldest =
                read.stream()
                        .flatMap(backend -> backend.grants().readAt().stream())
                        .min(Comparator.naturalOrder());
        return oldest.map(at ->
                new GrantSnapshot(
                        GrantGraph.of(
                                read.stream()
                                        .flatMap(one -> one.grants().value().grants().stream())
                                        .toList()),
                        names(read),
                        at,
                        Set.of(),
                        partial(backends)));
    }

    private String partial(List<BackendEstate> backends) {
        List<BackendEstate> incomplete =
                backends.stream().filter(backend -> !backend.grants().isWhole()).toList();
        return incomplete.isEmpty() ? "" : texts.get("delegation.incomplete", names(incomplete));
    }

    private static String names(List<BackendEstate> backends) {
        return backends.stream().map(BackendEstate::name).collect(Collectors.joining(", "));
    }
}
