package dev.curfew.views.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.Unnamed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;

/** A screen reader is told of each control of this screen what it is. */
class DelegationNamesTest {
    private static void fire(DelegationWindow window, String id) {
        ((ButtonBase) window.node(id)).fire();
        Gallery.snapshot(window.scene);
    }

    @Test
    void whateverTakesTheFocusHasAName() {
        Fx.run(() -> {
            DelegationWindow window =
                    new DelegationWindow(
                            Optional.of(Acme.snapshot()), new Look(true, 1), 1440, 900);
            Gallery.snapshot(window.scene);
            Map<String, List<String>> unnamed = new LinkedHashMap<>();
            unnamed.put("graph", Unnamed.in(window.root));
            window.page.show(Acme.RESEARCHER);
            Gallery.snapshot(window.scene);
            unnamed.put("details of a party", Unnamed.in(window.root));
            window.page.select(Acme.snapshot().grants().grant("g2").orElseThrow());
            Gallery.snapshot(window.scene);
            unnamed.put("details of a grant", Unnamed.in(window.root));
            fire(window, "#delegation-shape-1");
            unnamed.put("table", Unnamed.in(window.root));
            fire(window, "#delegation-shape-2");
            unnamed.put("findings", Unnamed.in(window.root));
            fire(window, "#findings-settings");
            unnamed.put("thresholds", Unnamed.in(window.root));
            fire(window, "#delegation-shape-3");
            unnamed.put("matrix", Unnamed.in(window.root));
            fire(window, "#rules-part-1");
            unnamed.put("rules", Unnamed.in(window.root));
            fire(window, "#rules-part-2");
            unnamed.put("text of the rules", Unnamed.in(window.root));
            unnamed.values().removeIf(List::isEmpty);
            assertThat(unnamed).isEmpty();
        });
    }
}
