package dev.curfew.views.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.check.CheckId;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.screens.FakeBackends;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import dev.curfew.views.testing.Fx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class FindingsCardTest {
    private static final Estate NO_BACKEND = new Estate(List.of(), List.of());
    private static final Estate BACKEND = with(FakeBackends.policies());

    private final ObjectProperty<Estate> estate = new SimpleObjectProperty<>(BACKEND);
    private final Navigator navigator = new Navigator();

    private static Estate with(PolicyProfile profile) {
        return new Estate(List.of(), List.of(BackendEstate.unknown(profile)));
    }

    /** JavaFX thread. */
    private Scene scene(DelegationWindow window) {
        FindingsCard card =
                new FindingsCard(window.findings.stateProperty(), estate, navigator, window.ui);
        card.attached();
        Scene scene = new Scene(new StackPane(card.node()), 500, 400);
        new Look(true, 1).apply(scene);
        Gallery.snapshot(scene);
        return scene;
    }

    private static DelegationWindow window(Optional<GrantSnapshot> fed) {
        return new DelegationWindow(fed, new Look(true, 1), 1440, 900);
    }

    private static Node node(Scene scene, String id) {
        return Objects.requireNonNull(scene.lookup(id), id);
    }

    private static List<String> texts(Scene scene) {
        Gallery.snapshot(scene);
        return scene.getRoot().lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    @Test
    void countsWhatIsOpenBySeverityAndLeadsThere() {
        Fx.run(() -> {
            DelegationWindow window = window(Optional.of(Acme.snapshot()));
            Scene scene = scene(window);
            assertThat(texts(scene))
                    .containsSubsequence("Critical", "1")
                    .contains(
                            "Checks that are not known, or not wholly",
                            "Grants of OpenFGA prod-eu, read 23 s ago.");
            ((Button) node(scene, "#overview-findings-critical")).fire();
            assertThat(navigator.hereProperty().get())
                    .contains(new Location(Places.DELEGATION, "findings critical"));
            window.page.open("findings critical");
            Gallery.snapshot(window.scene);
            assertThat(rows(window)).extracting(FindingRow::check).containsExactly(CheckId.D14);
            window.page.open("findings not known");
            Gallery.snapshot(window.scene);
            assertThat(rows(window)).isNotEmpty().allMatch(FindingRow.NotKnown.class::isInstance);
        });
    }

    @SuppressWarnings("unchecked")
    private static List<FindingRow> rows(DelegationWindow window) {
        return ((TableView<FindingRow>) window.node("#findings-table")).getItems();
    }

    @Test
    void whatIsNotReadIsNotKnownAndNotZero() {
        Fx.run(() -> {
            Scene scene = scene(window(Optional.empty()));
            assertThat(texts(scene)).contains("Not known yet").noneMatch(text -> text.equals("0"));
        });
    }

    @Test
    void withoutABackendItIsNotThere() {
        Fx.run(() -> {
            estate.set(NO_BACKEND);
            Scene scene = scene(window(Optional.of(Acme.snapshot())));
            Node card = ((StackPane) scene.getRoot()).getChildren().getFirst();
            assertThat(card.isVisible()).isFalse();
            estate.set(BACKEND);
            assertThat(card.isVisible()).isTrue();
        });
    }
}
