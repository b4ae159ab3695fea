package dev.curfew.views.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.GrantLever;
import dev.curfew.delegation.Hop;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Source;
import dev.curfew.delegation.Validity;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.graph.Arrow;
import dev.curfew.views.graph.Chip;
import dev.curfew.views.graph.GraphPicture;
import dev.curfew.views.graph.Pick;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** SPIRE's own chains on the picture of delegation: another kind of line, and in no count. */
class SpireChainsTest {
    private static final Look DARK = new Look(true, 1);
    private static final Party SERVER =
            Party.of(Party.Kind.AUTHORITY, "spiffe://acme.test/spire/server");
    private static final Party NODE =
            Party.of(Party.Kind.NODE, "spiffe://acme.test/spire/agent/k8s_psat/node-1");
    private static final Party ALIAS =
            Party.of(Party.Kind.NODE_ALIAS, "spiffe://acme.test/nodes/general");
    private static final Party DOMAIN = Party.of(Party.Kind.TRUST_DOMAIN, "acme.test");
    private static final Party PARTNER = Party.of(Party.Kind.TRUST_DOMAIN, "partner.test");
    private static final Party STRANGER = Acme.agent("not-in-the-picture");

    private static Grant chain(String id, Grant.Kind kind, Party from, Party to) {
        return new Grant(
                "acme " + id,
                kind,
                from,
                to,
                kind.name(),
                Hop.UNKNOWN.with(Validity.LASTING).endedBy(GrantLever.DELETE_ENTRY),
                Source.observed(Source.Kind.ENTRY, "acme", id, Acme.NOW.minusSeconds(40)));
    }

    private static List<Grant> chains() {
        return List.of(
                chain("a1", Grant.Kind.ALIAS, NODE, ALIAS),
                chain("e1", Grant.Kind.PARENT, ALIAS, Acme.PLANNER),
                chain("e2", Grant.Kind.PARENT, ALIAS, Acme.RESEARCHER),
                chain("e3", Grant.Kind.DOWNSTREAM, SERVER, Acme.DEPLOYER),
                chain("e4", Grant.Kind.FEDERATES, Acme.INVOICES, PARTNER),
                chain("f1", Grant.Kind.FEDERATES, DOMAIN, PARTNER),
                // Also between two who have a grant of each other.
                chain("e5", Grant.Kind.PARENT, Acme.PLANNER, Acme.DRAFTER),
                chain("e6", Grant.Kind.PARENT, ALIAS, STRANGER));
    }

    private static DelegationWindow window(Look look, int width, int height) {
        DelegationWindow window =
                new DelegationWindow(Optional.of(Acme.snapshot()), look, width, height);
        window.spire = chains();
        return window;
    }

    private static void turnOn(DelegationWindow window) {
        ((ToggleButton) window.node("#delegation-chains")).fire();
        Gallery.snapshot(window.scene);
    }

    private static GraphPicture picture(DelegationWindow window) {
        return window.model.stateProperty().get().folded().picture();
    }

    private static List<String> texts(DelegationWindow window, String id) {
        Gallery.snapshot(window.scene);
        return window.node(id).lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    @Test
    void theyAreOffUntilAskedForAndDrawnApart() {
        Fx.run(() -> {
            DelegationWindow window = window(DARK, 1440, 900);
            assertThat(picture(window).arrows()).noneMatch(Arrow::aside);
            assertThat(picture(window).box(Folds.idOf(NODE))).isEmpty();
            turnOn(window);
            assertThat(picture(window).arrows().stream().filter(Arrow::aside).map(Arrow::id))
                    .containsExactlyInAnyOrder(
                            Folded.chain(Folds.idOf(NODE), Folds.idOf(ALIAS)),
                            Folded.chain(Folds.idOf(ALIAS), Folds.idOf(Acme.PLANNER)),
                            Folded.chain(Folds.idOf(ALIAS), Folds.idOf(Acme.RESEARCHER)),
                            Folded.chain(Folds.idOf(SERVER), Folds.idOf(Acme.DEPLOYER)),
                            Folded.chain(Folds.idOf(Acme.INVOICES), Folds.idOf(PARTNER)),
                            Folded.chain(Folds.idOf(DOMAIN), Folds.idOf(PARTNER)),
                            Folded.chain(Folds.idOf(Acme.PLANNER), Folds.idOf(Acme.DRAFTER)));
            assertThat(picture(window).box(Folds.idOf(STRANGER)))
                    .as("only what leads to whoever is in the picture")
                    .isEmpty();
            assertThat(
                            picture(window)
                                    .arrow(Folded.chain(Folds.idOf(NODE), Folds.idOf(ALIAS)))
                                    .orElseThrow()
                                    .chips())
                    .containsExactly(new Chip("alias"));
            assertThat(
                            picture(window)
                                    .arrow(
                                            Folded.arrow(
                                                    Folds.idOf(Acme.PLANNER),
                                                    Folds.idOf(Acme.DRAFTER)))
                                    .orElseThrow()
                                    .aside())
                    .isFalse();
            turnOn(window);
            assertThat(picture(window).arrows()).noneMatch(Arrow::aside);
        });
    }

    @Test
    void theyAreInNoCount() {
        Fx.run(() -> {
            DelegationWindow window = window(DARK, 1440, 900);
            Folded before = window.model.stateProperty().get().folded();
            List<String> said = texts(window, ".time-strip");
            int rows = window.model.stateProperty().get().rows().size();
            turnOn(window);
            Folded after = window.model.stateProperty().get().folded();
            assertThat(texts(window, ".time-strip")).isEqualTo(said);
            assertThat(after.alive()).isEqualTo(before.alive());
            assertThat(after.ended()).isEqualTo(before.ended());
            assertThat(after.grants()).isEqualTo(before.grants());
            assertThat(window.model.stateProperty().get().rows()).hasSize(rows);
            assertThat(window.model.graph().grants()).noneMatch(Folded::isChain);
            assertThat(window.model.besides(Acme.RESEARCHER)).doesNotContain(ALIAS);
            assertThat(picture(window).box(Folds.idOf(Acme.DRAFTER)).orElseThrow().note())
                    .as("a chain is nothing to act by")
                    .isEqualTo("AI agent, no grant");
        });
    }

    @Test
    void oneIsExplainedWithWhereAndWhenItWasRead() {
        Fx.run(() -> {
            DelegationWindow window = window(DARK, 1440, 900);
            turnOn(window);
            window.graph()
                    .select(
                            Optional.of(
                                    new Pick.OfArrow(
                                            Folded.chain(Folds.idOf(NODE), Folds.idOf(ALIAS)))));
            assertThat(texts(window, "#delegation-details"))
                    .contains("SPIRE, no grant", "alias", "a1", "acme, 40 s ago")
                    .contains(
                            "Node node-1 belongs to the group general: whatever the group may be"
                                    + " issued, it may.");
            window.graph().select(Optional.of(new Pick.OfBox(Folds.idOf(ALIAS))));
            assertThat(texts(window, "#delegation-details"))
                    .contains("node alias", "Stands below", "Stands above", "alias", "parent")
                    .doesNotContain("Contain");
        });
    }

    @Test
    void theTableHasThemOnlyWhenOnAndSaysWhatTheyAre() {
        Fx.run(() -> {
            DelegationWindow window = window(DARK, 1440, 900);
            assertThat(window.model.stateProperty().get().lines()).hasSize(16);
            turnOn(window);
            assertThat(window.model.stateProperty().get().lines()).hasSize(16 + 7);
            ((ToggleButton) window.node("#delegation-shape-1")).fire();
            Gallery.snapshot(window.scene);
            assertThat(
                            window.root.lookupAll(".table-cell").stream()
                                    .map(cell -> ((Labeled) cell).getText())
                                    .filter("SPIRE, no grant"::equals)
                                    .count())
                    .isPositive();
        });
    }

    @Test
    void withVeryManyOfThemTheFoldsHold() {
        Fx.run(() -> {
            DelegationWindow window = window(DARK, 1440, 900);
            List<Grant> many = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                Party node = Party.of(Party.Kind.NODE, "spiffe://acme.test/spire/agent/n/" + i);
                many.add(chain("a" + i, Grant.Kind.ALIAS, node, ALIAS));
            }
            many.add(chain("e1", Grant.Kind.PARENT, ALIAS, Acme.PLANNER));
            window.spire = many;
            window.feed.set(
                    Optional.of(
                            new GrantSnapshot(
                                    GrantGraph.of(Acme.many(1_000)), "OpenFGA", Acme.NOW)));
            turnOn(window);
            assertThat(picture(window).size()).isLessThanOrEqualTo(PictureRequest.MOST_BOXES);
            assertThat(picture(window).arrows()).anyMatch(Arrow::aside);
        });
    }

    @Test
    void drawsTheScreen() {
        draw("delegation-chains", window -> {});
        draw(
                "delegation-chains-details",
                window ->
                        window.graph()
                                .select(
                                        Optional.of(
                                                new Pick.OfArrow(
                                                        Folded.chain(
                                                                Folds.idOf(ALIAS),
                                                                Folds.idOf(Acme.PLANNER))))));
    }

    private static void draw(String name, Consumer<DelegationWindow> state) {
        draw(name, DARK, 1440, 900, state);
        draw(name, new Look(false, 1), 1440, 900, state);
        draw(name, DARK, 1000, 700, state);
    }

    private static void draw(
            String name, Look look, int width, int height, Consumer<DelegationWindow> state) {
        Path written =
                Fx.call(() -> {
                    DelegationWindow window = window(look, width, height);
                    turnOn(window);
                    state.accept(window);
                    return new Gallery(Path.of("target", "gallery"))
                            .write(
                                    "%s-%s-%dx%d.png".formatted(name, look, width, height),
                                    Gallery.snapshot(window.scene));
                });
        assertThat(written).exists();
    }
}
