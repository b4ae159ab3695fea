package dev.curfew.views.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Change;
import dev.curfew.containment.Strength;
import dev.curfew.containment.blast.BlastRadius;
import dev.curfew.containment.blast.BlastRadius.Hit;
import dev.curfew.containment.plan.Approval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlanEffect;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.containment.scope.Scope;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.PlannedChange;
import dev.curfew.delegation.PlannedChange.PutBack;
import dev.curfew.delegation.PlannedChange.Shorten;
import dev.curfew.delegation.PlannedChange.TakeAway;
import dev.curfew.delegation.Validity;
import dev.curfew.exposure.Exposure;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.graph.Arrow;
import dev.curfew.views.graph.Box;
import dev.curfew.views.graph.Chip;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.shell.Location;
import dev.curfew.views.testing.Fx;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** A containment plan on the picture of delegation, before and after. */
class PlanPictureTest {
    private static final Look DARK = new Look(true, 1);
    private static final Location PLAN = new Location("containments", "plan of a test");

    private static PlanEffect effect(PlannedChange... changes) {
        return effect(Optional.empty(), changes);
    }

    private static PlanEffect effect(Optional<String> restores, PlannedChange... changes) {
        SpiffeId researcher = SpiffeId.parse(Acme.RESEARCHER.id());
        ContainmentTarget target = new ContainmentTarget.Identities(List.of(researcher));
        PlannedStep delete =
                new PlannedStep(
                        2,
                        1,
                        Lever.DELETE_ENTRIES,
                        List.of("acme"),
                        new PlannedStep.Work.Apply(new Change.DeleteEntries(List.of())),
                        List.of(),
                        List.of(),
                        Exposure.nothingEnds());
        ContainmentPlan plan =
                new ContainmentPlan(
                        "c-1",
                        Acme.NOW,
                        new ContainmentRequest(
                                target, Strength.CONTAIN, Options.USUAL, List.of("acme")),
                        new Scope(target, List.of(), List.of()),
                        List.of(delete),
                        new BlastRadius(
                                List.of(),
                                List.of(),
                                List.of(Hit.of("openConnections")),
                                List.of()),
                        Exposure.nothingEnds(),
                        List.of(),
                        List.of(),
                        new Approval(Approval.Kind.TYPED, "web-researcher"),
                        restores);
        TreeSet<SpiffeId> unissued = new TreeSet<>(Comparator.comparing(SpiffeId::toString));
        if (restores.isEmpty()) {
            unissued.add(researcher);
        }
        return new PlanEffect(
                plan,
                Arrays.asList(changes),
                unissued,
                List.of(delete),
                new TreeSet<>(List.of("staging")));
    }

    /** g3 and g4 hang on g2; deploy-bot, who loses g6, has g16 and a standing right. */
    private static DelegationWindow window(Look look, int width, int height) {
        DelegationWindow window =
                new DelegationWindow(Optional.of(Acme.snapshot()), look, width, height);
        window.preview.show(effect(new TakeAway("g2"), new TakeAway("g6")), PLAN);
        Gallery.snapshot(window.scene);
        return window;
    }

    private static DelegationWindow window() {
        return window(DARK, 1440, 900);
    }

    private static void fire(DelegationWindow window, String id) {
        switch (window.node(id)) {
            case Button button -> button.fire();
            case ToggleButton button -> button.fire();
            default -> throw new IllegalStateException(id);
        }
        Gallery.snapshot(window.scene);
    }

    private static String text(DelegationWindow window, String id) {
        return ((Labeled) window.node(id)).getText();
    }

    private static List<String> texts(DelegationWindow window, String id) {
        return window.node(id).lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    private static Box box(DelegationWindow window, Party party) {
        return window.model
                .stateProperty()
                .get()
                .folded()
                .picture()
                .box(Folds.idOf(party))
                .orElseThrow();
    }

    private static Arrow arrow(DelegationWindow window, Party from, Party to) {
        return window.model
                .stateProperty()
                .get()
                .folded()
                .picture()
                .arrow(Folded.arrow(Folds.idOf(from), Folds.idOf(to)))
                .orElseThrow();
    }

    @Test
    void afterIsDrawnByShapeAndWord() {
        Fx.run(() -> {
            DelegationWindow window = window();
            Arrow cut = arrow(window, Acme.PLANNER, Acme.RESEARCHER);
            assertThat(cut.removed()).isTrue();
            assertThat(window.node("#delegation-legend-removed").isVisible()).isTrue();
            assertThat(cut.chips().getFirst()).isEqualTo(new Chip("ended", Chip.Change.PLANNED));
            assertThat(box(window, Acme.RESEARCHER).note()).isEqualTo("can not act any more");
            assertThat(box(window, Acme.RESEARCHER).icon()).isEqualTo(AppIcon.CONTAIN);
            assertThat(box(window, Acme.DEPLOYER).note()).isEqualTo("can still act");
            assertThat(box(window, Acme.DEPLOYER).icon()).isEqualTo(AppIcon.RESIDUAL);
            assertThat(box(window, Acme.DEPLOYER).tone()).isEqualTo(Tone.WARNING);
            assertThat(box(window, Acme.DEPLOYER).critical()).as("its finding stays").isTrue();
            assertThat(box(window, Acme.PLANNER).critical()).isFalse();
            assertThat(window.node("#delegation-legend-residual").isVisible()).isTrue();
            assertThat(window.node("#delegation-legend-critical").isVisible()).isTrue();
            assertThat(box(window, Acme.PLANNER).note()).isEqualTo("AI agent");
            Arrow other = arrow(window, Acme.DEPLOYER, Acme.PROD);
            assertThat(other.removed()).isFalse();
            assertThat(other.chips()).contains(new Chip("deploy"));
            assertThat(texts(window, ".time-strip")).contains("11 of 16 grants alive");
            assertThat(window.crashes).isEmpty();
        });
    }

    @Test
    void beforeIsOneSwitchAwayAndNothingMoves() {
        Fx.run(() -> {
            DelegationWindow window = window();
            var spots = window.model.stateProperty().get().placement().spots();
            fire(window, "#delegation-plan-when-0");
            Arrow cut = arrow(window, Acme.PLANNER, Acme.RESEARCHER);
            assertThat(cut.removed()).isFalse();
            assertThat(window.node("#delegation-legend-removed").isVisible()).isFalse();
            assertThat(window.node("#delegation-legend-residual").isVisible()).isFalse();
            assertThat(window.node("#delegation-legend-critical").isVisible()).isTrue();
            assertThat(box(window, Acme.DEPLOYER).tone()).isEqualTo(Tone.DANGER);
            assertThat(cut.chips().getFirst())
                    .isEqualTo(new Chip("would end", Chip.Change.PLANNED));
            assertThat(box(window, Acme.RESEARCHER).note()).isEqualTo("AI agent, 1 finding");
            assertThat(texts(window, ".time-strip")).contains("15 of 16 grants alive");
            assertThat(window.model.stateProperty().get().placement().spots()).isEqualTo(spots);
            assertThat(window.node("#delegation-plan-when-1").getAccessibleText())
                    .isEqualTo("The picture shows: After");
            assertThat(window.node("#delegation-plan-when-1").isFocusTraversable()).isTrue();
            fire(window, "#delegation-plan-when-1");
            assertThat(arrow(window, Acme.PLANNER, Acme.RESEARCHER).removed()).isTrue();
        });
    }

    @Test
    void aSentenceCountsAndAnotherSaysWhatIsLeft() {
        Fx.run(() -> {
            DelegationWindow window = window();
            assertThat(text(window, "#delegation-plan-counts"))
                    .isEqualTo(
                            "Contain web-researcher, planned at 14:01:12: 4 grants end, 1 party loses every way to act (web-researcher), 1"
                                    + " remains (deploy-bot).");
            assertThat(text(window, "#delegation-plan-open"))
                    .isEqualTo(
                            "1 party gets no new identity: web-researcher. Until when credentials"
                                    + " that were issued before count is not known. Not read"
                                    + " completely, or not written to: staging. More may be"
                                    + " there.");
        });
    }

    @Test
    void whatGoesOnAllTheSameIsCounted() {
        Fx.run(() -> {
            DelegationWindow window =
                    new DelegationWindow(Optional.of(Acme.snapshot()), DARK, 1440, 900);
            window.preview.show(effect(new TakeAway("g2")), PLAN);
            Gallery.snapshot(window.scene);
            assertThat(text(window, "#delegation-plan-counts"))
                    .isEqualTo(
                            "Contain web-researcher, planned at 14:01:12: 3 grants end, 1 party loses every way to act (web-researcher), 0"
                                    + " remain. 1 grant made from these goes on all the same.");
        });
    }

    @Test
    void anEarlierEndIsSeenWhenItsTimeHasCome() {
        Fx.run(() -> {
            DelegationWindow window =
                    new DelegationWindow(Optional.of(Acme.snapshot()), DARK, 1440, 900);
            Shorten shorten = new Shorten("g9", Acme.NOW.plus(Duration.ofMinutes(5)));
            window.preview.show(effect(shorten), PLAN);
            Gallery.snapshot(window.scene);
            assertThat(text(window, "#delegation-plan-counts"))
                    .isEqualTo(
                            "Contain web-researcher, planned at 14:01:12: 0 grants end, 0 parties lose every way to act, 0 remain. 1 grant"
                                    + " gets an earlier end, later than the moment shown.");
            ((Slider) window.node("#delegation-time")).setValue(2);
            Gallery.snapshot(window.scene);
            assertThat(text(window, "#delegation-plan-counts"))
                    .isEqualTo(
                            "Contain web-researcher, planned at 14:01:12: 1 grant ends, 1 party loses every way to act (code-reviewer), 0"
                                    + " remain. 1 grant made from these goes on all the same.");
        });
    }

    @Test
    void allOfItIsToldBesideThePicture() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#delegation-plan-all");
            assertThat(texts(window, "#delegation-details"))
                    .contains("nothing is sent", "Grants that end", "Can not act any more")
                    .contains("by deploy-bot → prod-cluster")
                    .anyMatch(text -> text.startsWith("2. Delete entries"))
                    .contains(
                            "mTLS connections that are open: TLS is checked at the handshake alone");
        });
    }

    @Test
    void theTableSaysTheSame() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#delegation-shape-1");
            assertThat(
                            window.model.stateProperty().get().rows().stream()
                                    .filter(row -> row.then() == DelegationState.Then.ENDED)
                                    .map(row -> row.grant().id()))
                    .containsExactly("g2", "g3", "g4", "g6");
            assertThat(
                            window.root.lookupAll(".table-cell").stream()
                                    .map(cell -> ((Labeled) cell).getText())
                                    .filter("ended by the plan"::equals))
                    .hasSize(4);
            assertThat(window.node("#delegation-plan").isVisible()).isTrue();
        });
    }

    private static Grant lasting(Grant ended) {
        return ended.with(ended.hop().with(Validity.until(Acme.NOW.plus(Duration.ofHours(1)))));
    }

    /** g5 has ended and gets a later end; a right that is not there at all comes besides. */
    private static DelegationWindow restore(Look look, int width, int height) {
        DelegationWindow window =
                new DelegationWindow(Optional.of(Acme.snapshot()), look, width, height);
        GrantGraph graph = Acme.snapshot().grants();
        Grant standing = graph.grant("g7").orElseThrow();
        window.preview.show(
                effect(
                        Optional.of("c-0"),
                        new PutBack(lasting(graph.grant("g5").orElseThrow())),
                        new PutBack(
                                new Grant(
                                        "g20",
                                        Grant.Kind.STANDING,
                                        Acme.DRAFTER,
                                        Acme.PROD,
                                        "deploy",
                                        standing.hop(),
                                        standing.source()))),
                PLAN);
        Gallery.snapshot(window.scene);
        return window;
    }

    @Test
    void whatARestorePutsBackIsMarkedAndCounted() {
        Fx.run(() -> {
            DelegationWindow window = restore(DARK, 1440, 900);
            Arrow back = arrow(window, Acme.PLANNER, Acme.DRAFTER);
            assertThat(back.ended()).isFalse();
            assertThat(back.chips().getFirst())
                    .isEqualTo(new Chip("back again", Chip.Change.RETURNS));
            assertThat(arrow(window, Acme.DRAFTER, Acme.PROD).chips().getFirst())
                    .isEqualTo(new Chip("back again", Chip.Change.RETURNS));
            assertThat(box(window, Acme.DRAFTER).note()).isEqualTo("can act again");
            assertThat(box(window, Acme.DRAFTER).icon()).isEqualTo(AppIcon.RESTORE);
            assertThat(box(window, Acme.RESEARCHER).note()).isEqualTo("AI agent, 1 finding");
            assertThat(texts(window, ".time-strip")).contains("17 of 17 grants alive");
            assertThat(text(window, "#delegation-plan-counts"))
                    .isEqualTo(
                            "Put back web-researcher, planned at 14:01:12: 2 grants come back,"
                                    + " 1 party can act again (mail-drafter).");
            fire(window, "#delegation-plan-all");
            assertThat(texts(window, "#delegation-details"))
                    .contains("Grants that come back", "Can act again", "Puts back no grant")
                    .doesNotContain("Grants that end", "Can not act any more");
            assertThat(
                            window.model.stateProperty().get().rows().stream()
                                    .filter(row -> row.then() == DelegationState.Then.RETURNED)
                                    .map(row -> row.grant().id()))
                    .containsExactly("g5", "g20");
        });
    }

    @Test
    void beforeARestoreThePictureIsAsThingsAre() {
        Fx.run(() -> {
            DelegationWindow window = restore(DARK, 1440, 900);
            fire(window, "#delegation-plan-when-0");
            Arrow back = arrow(window, Acme.PLANNER, Acme.DRAFTER);
            assertThat(back.ended()).isTrue();
            assertThat(back.chips().getFirst())
                    .isEqualTo(new Chip("would come back", Chip.Change.RETURNS));
            assertThat(
                            window.model
                                    .stateProperty()
                                    .get()
                                    .folded()
                                    .picture()
                                    .arrow(
                                            Folded.arrow(
                                                    Folds.idOf(Acme.DRAFTER),
                                                    Folds.idOf(Acme.PROD))))
                    .isEmpty();
            assertThat(texts(window, ".time-strip")).contains("15 of 16 grants alive");
        });
    }

    @Test
    void oneWayLeadsBackToThePlanAndAnotherTakesItOffThePicture() {
        Fx.run(() -> {
            DelegationWindow window = window();
            assertThat(window.page.escape()).isTrue();
            assertThat(window.node("#delegation-plan").isVisible()).isFalse();
            assertThat(arrow(window, Acme.PLANNER, Acme.RESEARCHER).removed()).isFalse();
            assertThat(arrow(window, Acme.PLANNER, Acme.RESEARCHER).chips())
                    .extracting(Chip::change)
                    .doesNotContain(Chip.Change.PLANNED);
            assertThat(window.page.escape()).as("nothing is left to be closed").isFalse();
            window.preview.show(effect(new TakeAway("g2")), PLAN);
            Gallery.snapshot(window.scene);
            fire(window, "#delegation-plan-back");
            assertThat(window.navigator.hereProperty().get()).contains(PLAN);
        });
    }

    @Test
    void aPartyLeadsToWhatItsContainmentWouldDo() {
        Fx.run(() -> {
            DelegationWindow window =
                    new DelegationWindow(Optional.of(Acme.snapshot()), DARK, 1440, 900);
            window.page.show(Acme.RESEARCHER);
            Gallery.snapshot(window.scene);
            fire(window, "#delegation-preview");
            assertThat(window.done).containsExactly("PREVIEW " + Acme.RESEARCHER.id());
        });
    }

    @Test
    void drawsTheScreen() {
        draw("delegation-plan", window -> {});
        draw("delegation-plan-before", window -> fire(window, "#delegation-plan-when-0"));
        draw("delegation-plan-all", window -> fire(window, "#delegation-plan-all"));
        for (Look look : List.of(DARK, new Look(false, 1))) {
            Path written =
                    Fx.call(() ->
                            new Gallery(Path.of("target", "gallery"))
                                    .write(
                                            "delegation-restore-%s-1440x900.png".formatted(look),
                                            Gallery.snapshot(restore(look, 1440, 900).scene)));
            assertThat(written).exists();
        }
    }

    private static void draw(String name, Consumer<DelegationWindow> state) {
        draw(name, DARK, 1440, 900, state);
        draw(name, new Look(false, 1), 1440, 900, state);
        draw(name, DARK, 1000, 700, state);
        draw(name, new Look(true, 2), 1440, 900, state);
    }

    private static void draw(
            String name, Look look, int width, int height, Consumer<DelegationWindow> state) {
        Path written =
                Fx.call(() -> {
                    DelegationWindow window = window(look, width, height);
                    state.accept(window);
                    return new Gallery(Path.of("target", "gallery"))
                            .write(
                                    "%s-%s-%dx%d.png".formatted(name, look, width, height),
                                    Gallery.snapshot(window.scene));
                });
        assertThat(written).exists();
    }
}
