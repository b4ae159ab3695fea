package dev.curfew.app.window;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.added.Added;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.DelegationFacts;
import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.text.Texts;
import dev.curfew.views.delegation.GrantSnapshot;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The grants of all policy backends for the screen of delegation, put together away from the JavaFX
 * thread whenever one of them was read anew. JavaFX thread only.
 */
final class GrantFeed {
    private final EstateModel estate;
    private final ReadOnlyObjectProperty<Added> added;
    private final Tasks tasks;
    private final Texts texts;
    private final Consumer<Throwable> crashed;
    private final ReadOnlyObjectWrapper<Optional<GrantSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Object> shown = List.of();
    private Instant addedAt;

    /**
     * @param added what an operator has added by hand; it is shown without a backend, too
     */
    GrantFeed(
            EstateModel estate,
            ReadOnlyObjectProperty<Added> added,
            Tasks tasks,
            InstantSource clock,
            Texts texts,
            Consumer<Throwable> crashed) {
        this.estate = estate;
        this.added = added;
        this.tasks = tasks;
        this.texts = texts;
        this.crashed = crashed;
        estate.estateProperty().subscribe(_ -> look());
        addedAt = clock.instant();
        added.subscribe(_ -> {
            addedAt = clock.instant();
            look();
        });
    }

    ReadOnlyObjectProperty<Optional<GrantSnapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    private void look() {
        Estate all = estate.estateProperty().get();
        Added more = added.get();
        List<Object> now = partsOf(all, more);
        now.add(more);
        if (isShown(now)) {
            return;
        }
        shown = now;
        Optional<GrantSnapshot> before = snapshot.get();
        Instant since = addedAt;
        tasks.start(
                "delegation.feed",
                () -> made(all, more, since, before),
                found -> {
                    // A newer one that is being made will be shown instead.
                    if (isShown(now)) {
                        snapshot.set(found);
                    }
                },
                crashed);
    }

    /** Whatever of the estate is shown here: the grants, and what they are checked against. */
    private static List<Object> partsOf(Estate estate, Added more) {
        List<Object> parts = new ArrayList<>();
        estate.backends().forEach(backend -> parts.add(backend.grants()));
        if (!parts.isEmpty() || !more.isEmpty()) {
            for (ServerEstate server : estate.servers()) {
                server.entries().value().derived().ifPresent(parts::add);
                parts.add(server.federation().value());
            }
        }
        return parts;
    }

    /** By identity: comparing a million relationships would hold up the window. */
    private boolean isShown(List<Object> now) {
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

    private Optional<GrantSnapshot> made(
            Estate estate, Added more, Instant addedAt, Optional<GrantSnapshot> before) {
        List<BackendEstate> read =
                estate.backends().stream().filter(backend -> backend.grants().isKnown()).toList();
        Optional<Instant> oldest =
                read.stream()
                        .flatMap(backend -> backend.grants().readAt().stream())
                        .min(Comparator.naturalOrder())
                        .or(() -> more.isEmpty() ? Optional.empty() : Optional.of(addedAt));
        return oldest.map(at -> made(estate, read, more, at, before));
    }

    private GrantSnapshot made(
            Estate estate,
            List<BackendEstate> read,
            Added more,
            Instant at,
            Optional<GrantSnapshot> before) {
        List<Grant> grants =
                Stream.concat(
                                read.stream()
                                        .flatMap(one -> one.grants().value().grants().stream()),
                                more.grants().stream())
                        .toList();
        // With the same grants in the same graph nothing is drawn anew.
        GrantGraph graph =
                before.map(GrantSnapshot::grants)
                        .filter(old -> areSame(old.grants(), grants))
                        .orElseGet(() -> GrantGraph.of(grants));
        return new GrantSnapshot(
                graph,
                names(read, more),
                at,
                partial(estate.backends()),
                more.with(DelegationFacts.of(estate, graph)));
    }

    private static boolean areSame(List<Grant> some, List<Grant> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    private String partial(List<BackendEstate> backends) {
        List<BackendEstate> incomplete =
                backends.stream().filter(backend -> !backend.grants().isWhole()).toList();
        return incomplete.isEmpty() ? "" : texts.get("delegation.incomplete", names(incomplete));
    }

    private static String names(List<BackendEstate> backends) {
        return names(backends, Added.NOTHING);
    }

    private static String names(List<BackendEstate> backends, Added more) {
        return Stream.concat(backends.stream().map(BackendEstate::name), more.names().stream())
                .collect(Collectors.joining(", "));
    }
}
