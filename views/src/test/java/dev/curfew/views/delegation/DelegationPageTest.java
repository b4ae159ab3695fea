package dev.curfew.views.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.graph.Pick;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelegationPageTest {
    private static final Look DARK = new Look(true, 1);

    private static DelegationWindow window() {
        return new DelegationWindow(Optional.of(Acme.snapshot()), DARK, 1440, 900);
    }

    private static void choose(DelegationWindow window, Party party) {
        window.graph().select(Optional.of(new Pick.OfBox(Folds.idOf(party))));
        Gallery.snapshot(window.scene);
    }

    private static void fire(DelegationWindow window, String id) {
        Gallery.snapshot(window.scene);
        switch (window.node(id)) {
            case Button button -> button.fire();
            case ToggleButton button -> button.fire();
            default -> throw new IllegalStateException(id);
        }
        Gallery.snapshot(window.scene);
    }

    private static List<String> texts(DelegationWindow window, String id) {
        Gallery.snapshot(window.scene);
        return window.node(id).lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    private static String chosen(DelegationWindow window) {
        return window.graph().selectedProperty().get().map(Pick::id).orElse("");
    }

    @Test
    void withoutAFeedItSaysWhatToDo() {
        Fx.run(() -> {
            DelegationWindow window = new DelegationWindow(Optional.empty(), DARK, 1000, 700);
            assertThat(texts(window, ".empty-state"))
                    .contains("No grants are known yet")
                    .anyMatch(text -> text.startsWith("Connect a policy backend"));
            assertThat(window.root.lookup("#delegation-graph")).isNull();
            window.feed.set(Optional.of(Acme.snapshot()));
            Gallery.snapshot(window.scene);
            assertThat(window.root.lookup("#delegation-graph")).isNotNull();
        });
    }

    @Test
    void aChosenPartyCanBeContainedTightenedAndOpened() {
        Fx.run(() -> {
            DelegationWindow window = window();
            choose(window, Acme.RESEARCHER);
            fire(window, "#delegation-contain");
            fire(window, "#delegation-tighten");
            fire(window, "#delegation-open");
            window.page.contain();
            String id = "spiffe://acme.test/agent/web-researcher";
            assertThat(window.done)
                    .containsExactly(
                            "CONTAIN " + id, "TIGHTEN " + id, "OPEN " + id, "CONTAIN " + id);
            choose(window, Acme.GITHUB);
            assertThat(((ActionButton) window.node("#delegation-contain")).isRefused()).isTrue();
        });
    }

    @Test
    void anArrowExplainsItsChainHopByHop() {
        Fx.run(() -> {
            DelegationWindow window = window();
            window.page.select(Acme.snapshot().grants().grant("g3").orElseThrow());
            assertThat(texts(window, "#delegation-details"))
                    .contains("Chain, hops: 3", "widens at hop 3")
                    .contains("analyst-07 → research-planner", "web-researcher → mcp-github")
                    .contains("wider than what was received: repo:write")
                    .contains("no end of its own; alive", "delete the relationship");
        });
    }

    @Test
    void theSliderSaysHowMuchIsAliveThen() {
        Fx.run(() -> {
            DelegationWindow window = window();
            assertThat(texts(window, ".time-strip"))
                    .contains("now, 14:01:12", "15 of 16 grants alive", "1 alive and forbidden");
            ((Slider) window.node("#delegation-time")).setValue(2);
            assertThat(texts(window, ".time-strip"))
                    .contains("now +15 m, 14:16:12", "12 of 16 grants alive");
        });
    }

    @Test
    void whatWouldEndIsStruckThroughOnTheSamePicture() {
        Fx.run(() -> {
            DelegationWindow window = window();
            window.page.select(Acme.snapshot().grants().grant("g2").orElseThrow());
            var before = window.model.stateProperty().get().placement();
            fire(window, "#delegation-whatIf");
            var after = window.model.stateProperty().get();
            assertThat(after.removed()).containsExactlyInAnyOrder("g2", "g3", "g4", "g6");
            assertThat(after.placement().spots()).isEqualTo(before.spots());
            assertThat(texts(window, ".time-strip")).contains("4 would end, struck through");
            fire(window, "#delegation-whatIf");
            assertThat(window.model.stateProperty().get().removed()).isEmpty();
        });
    }

    @Test
    void theShortestWayIsFoundFromHereToThere() {
        Fx.run(() -> {
            DelegationWindow window = window();
            choose(window, Acme.ANALYST);
            fire(window, "#delegation-wayFrom");
            choose(window, Acme.PROD);
            fire(window, "#delegation-wayTo");
            assertThat(window.dialogs.told()).hasSize(1);
            choose(window, Acme.TARIFFS);
            fire(window, "#delegation-wayTo");
            assertThat(window.dialogs.told().getLast().text())
                    .isEqualTo("No grant that is alive then leads from analyst-07 to tariffs.");
        });
    }

    @Test
    void searchingTakesOneOutOfItsFold() {
        Fx.run(() -> {
            DelegationWindow window =
                    new DelegationWindow(
                            Optional.of(
                                    new GrantSnapshot(
                                            GrantGraph.of(Acme.many(1_000)), "test", Acme.NOW)),
                            DARK,
                            1440,
                            900);
            TextField search = (TextField) window.node("#delegation-search");
            search.setText("worker-777");
            search.fireEvent(new javafx.event.ActionEvent());
            assertThat(chosen(window)).isEqualTo(Folds.idOf(Acme.agent("worker-777")));
            search.setText("nobody");
            search.fireEvent(new javafx.event.ActionEvent());
            assertThat(window.dialogs.told().getLast().text())
                    .isEqualTo("Nobody here is called nobody.");
            fire(window, "#delegation-fold");
            assertThat(chosen(window)).isEmpty();
        });
    }

    @Test
    void firstDegreeShowsNeighboursAndOpeningOneShowsMore() {
        Fx.run(() -> {
            DelegationWindow window = window();
            choose(window, Acme.DEPLOYER);
            fire(window, "#delegation-firstDegree");
            assertThat(window.model.stateProperty().get().folded().picture().size()).isEqualTo(4);
            window.model.expand(Acme.RESEARCHER);
            assertThat(window.model.stateProperty().get().folded().picture().size()).isEqualTo(7);
            fire(window, "#delegation-firstDegree");
            assertThat(window.model.stateProperty().get().folded().picture().size()).isEqualTo(17);
        });
    }

    @Test
    void chokePointsAreListedWidestFirst() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#delegation-chokePoints");
            assertThat(texts(window, "#delegation-details"))
                    .contains("Choke points", "Cut here, and all behind is cut off");
            fire(window, "#delegation-details .link");
            assertThat(chosen(window)).isNotEmpty();
        });
    }

    @Test
    void theTableHoldsTheSameGrantsAndChoosesThem() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#delegation-shape-1");
            TableView<?> table = (TableView<?>) window.node("#delegation-table");
            assertThat(table.getItems()).hasSize(16);
            table.getSelectionModel().select(2);
            Gallery.snapshot(window.scene);
            assertThat(texts(window, "#delegation-details")).contains("Chain, hops: 3");
        });
    }

    @Test
    void theFilterOfTheTableTakesTheFocusAndTakesEveryWord() {
        Fx.run(() -> {
            DelegationWindow window = window();
            window.page.focusFilter();
            assertThat(window.scene.getFocusOwner().getId()).isEqualTo("delegation-search");
            fire(window, "#delegation-shape-1");
            Gallery.snapshot(window.scene);
            window.page.focusFilter();
            TextField filter = (TextField) window.node("#delegation-filter");
            assertThat(window.scene.getFocusOwner()).isSameAs(filter);
            TableView<?> table = (TableView<?>) window.node("#delegation-table");
            String first =
                    ((DelegationState.Row) table.getItems().getFirst()).grant().to().display();
            filter.setText(first.toUpperCase(Locale.ROOT));
            int some = table.getItems().size();
            assertThat(some).isBetween(1, 15);
            filter.setText(first + " no-such-word");
            assertThat(table.getItems()).isEmpty();
            filter.clear();
            assertThat(table.getItems()).hasSize(16);
        });
    }

    @Test
    void picturesAndRowsAreWrittenToFiles(@TempDir Path folder) throws Exception {
        Path svg = folder.resolve("delegation.svg");
        Path png = folder.resolve("delegation.png");
        Path csv = folder.resolve("delegation.csv");
        Fx.run(() -> {
            DelegationWindow window = window();
            MenuButton export = (MenuButton) window.node("#delegation-export");
            List<Path> files = List.of(svg, png, csv);
            for (int i = 0; i < files.size(); i++) {
                window.dialogs.willChoose(Optional.of(files.get(i)));
                export.getItems().get(i).fire();
            }
        });
        assertThat(Files.readString(svg)).contains(">web-researcher</text>").contains("<title>");
        assertThat(Files.readAllBytes(png)).startsWith((byte) 0x89, 'P', 'N', 'G');
        assertThat(Files.readAllLines(csv)).hasSize(17);
    }

    /** A person looks at them. */
    @Test
    void aLongNameInTheTableIsCutInItsMiddleAndReadOutWhole() {
        Fx.run(() -> {
            DelegationWindow window =
                    new DelegationWindow(Optional.of(Acme.snapshot()), DARK, 1000, 700);
            fire(window, "#delegation-shape-1");
            Labeled cell =
                    window.root.lookupAll(".table-cell").stream()
                            .map(Labeled.class::cast)
                            .filter(one -> Acme.RESEARCHER.id().equals(one.getText()))
                            .findFirst()
                            .orElseThrow();
            assertThat(cell.getTextOverrun()).isEqualTo(OverrunStyle.CENTER_ELLIPSIS);
        });
    }

    @Test
    void drawsTheScreen() {
        draw(
                "delegation",
                window -> {
                    window.page.select(Acme.snapshot().grants().grant("g3").orElseThrow());
                });
        draw("delegation-party", window -> choose(window, Acme.RESEARCHER));
        draw(
                "delegation-whatIf",
                window -> {
                    window.page.select(Acme.snapshot().grants().grant("g2").orElseThrow());
                    fire(window, "#delegation-whatIf");
                });
        draw("delegation-table", window -> fire(window, "#delegation-shape-1"));
        draw(
                "delegation-table-filtered",
                window -> {
                    fire(window, "#delegation-shape-1");
                    ((TextField) window.node("#delegation-filter")).setText("planner");
                });
    }

    private static void draw(String name, Consumer<DelegationWindow> state) {
        draw(name, Optional.of(Acme.snapshot()), 1440, 900, DARK, state);
        draw(name, Optional.of(Acme.snapshot()), 1440, 900, new Look(false, 1), state);
        draw(name, Optional.of(Acme.snapshot()), 1000, 700, DARK, state);
        draw(name, Optional.of(Acme.snapshot()), 1440, 900, new Look(true, 2), state);
    }

    @Test
    void drawsManyAndNone() {
        GrantSnapshot many =
                new GrantSnapshot(
                        GrantGraph.of(Acme.many(1_000)),
                        "OpenFGA prod-eu",
                        Acme.NOW.minusSeconds(5));
        draw("delegation-folded", Optional.of(many), 1440, 900, DARK, window -> {});
        draw("delegation-none", Optional.empty(), 1440, 900, DARK, window -> {});
    }

    private static void draw(
            String name,
            Optional<GrantSnapshot> fed,
            int width,
            int height,
            Look look,
            Consumer<DelegationWindow> state) {
        Path written =
                Fx.call(() -> {
                    DelegationWindow window = new DelegationWindow(fed, look, width, height);
                    state.accept(window);
                    return new Gallery(Path.of("target", "gallery"))
                            .write(
                                    "%s-%s-%dx%d.png".formatted(name, look, width, height),
                                    Gallery.snapshot(window.scene));
                });
        assertThat(written).exists();
    }
}
