package dev.curfew.views.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
    private static final Sizes SIZES = new Sizes(100, 40, 60, 20);

    private final LayeredLayout layout = new LayeredLayout();

    private Placement place(GraphPicture picture) throws InterruptedException {
        return layout.place(picture, SIZES, Optional.empty(), (fraction, note) -> {});
    }

    private Placement again(GraphPicture picture, Placement before) throws InterruptedException {
        return layout.place(picture, SIZES, Optional.of(before), (fraction, note) -> {});
    }

    @AfterEach
    void nothingIsInterruptedAfterwards() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aChainRunsFromLeftToRightOnOneLine() throws InterruptedException {
        Placement placed = place(Pictures.of("a>b", "b>c", "c>d"));
        assertThat(List.of("a", "b", "c", "d").stream().map(placed::spot))
                .containsExactly(new Spot(0, 0), new Spot(1, 0), new Spot(2, 0), new Spot(3, 0));
        assertThat(placed.left("d")).isEqualTo(480);
        assertThat(placed.columns()).isEqualTo(4);
        assertThat(placed.width()).isEqualTo(580);
        assertThat(placed.height()).isEqualTo(40);
        assertThat(placed.route("b>c"))
                .isEqualTo(
                        new Route(
                                List.of(new Point(260, 20), new Point(320, 20)),
                                true,
                                new Point(290, 20)));
    }

    @Test
    void aColumnIsTheLongestWayToABox() throws InterruptedException {
        Placement placed = place(Pictures.of("a>b", "b>c", "a>c", "c>d", "a>d", "x>d"));
        assertThat(placed.spot("c").column()).isEqualTo(2);
        assertThat(placed.spot("d").column()).isEqualTo(3);
        assertThat(placed.spot("x").column()).isZero();
        assertThat(placed.lanes().get("a>d")).hasSize(2);
        assertThat(placed.route("a>d").points()).hasSize(6);
    }

    @Test
    void columnsAreDepthsAndNothingOverlapsInALargePicture() throws InterruptedException {
        GraphPicture picture = Pictures.random(700, 5);
        Placement placed = place(picture);
        assertThat(placed.spots()).hasSize(700);
        depths(picture)
                .forEach((box, depth) ->
                        assertThat(placed.spot(box).column()).as(box).isEqualTo(depth));
        assertNoOverlap(placed);
        for (Arrow arrow : picture.arrows()) {
            assertThat(placed.route(arrow.id()).forward()).isTrue();
        }
    }

    @Test
    void theSamePictureGetsTheSamePlaces() throws InterruptedException {
        Placement first = place(Pictures.random(120, 7));
        Placement second = place(Pictures.random(120, 7));
        assertThat(second.spots()).isEqualTo(first.spots());
        assertThat(second.routes()).isEqualTo(first.routes());
    }

    @Test
    void cyclesAndLoopsArePlacedAndOneArrowOfACycleRunsBack() throws InterruptedException {
        Placement placed = place(Pictures.of("a>b", "b>c", "c>a", "c>c"));
        List<String> back = new ArrayList<>();
        for (Arrow arrow : placed.picture().arrows()) {
            if (!placed.route(arrow.id()).forward() && !arrow.isLoop()) {
                back.add(arrow.id());
            }
        }
        assertThat(back).hasSize(1);
        assertThat(placed.route("c>c").isBulge()).isTrue();
        assertNoOverlap(placed);
    }

    @Test
    void partsThatNothingJoinsStandBelowEachOther() throws InterruptedException {
        Placement placed = place(Pictures.of("a>b", "x>y", "alone"));
        assertThat(placed.spot("a")).isEqualTo(new Spot(0, 0));
        assertThat(placed.spot("x")).isEqualTo(new Spot(0, 74));
        assertThat(placed.spot("alone")).isEqualTo(new Spot(0, 148));
    }

    @Test
    void aChangedChainIsPlacedWithoutMovingTheRest() throws InterruptedException {
        GraphPicture old = Pictures.random(200, 3);
        Placement before = place(old);
        List<Box> boxes = new ArrayList<>(old.boxes());
        boxes.removeIf(box -> box.id().equals("b199"));
        boxes.add(Pictures.box("new"));
        boxes.add(Pictures.box("newer"));
        List<Arrow> arrows = new ArrayList<>(old.arrows());
        arrows.add(new Arrow("b5>new", "b5", "new"));
        arrows.add(new Arrow("new>newer", "new", "newer"));
        arrows.add(new Arrow("b0>newer", "b0", "newer"));
        Placement after = again(new GraphPicture(boxes, arrows, List.of()), before);
        for (Box box : old.boxes()) {
            if (!box.id().equals("b199")) {
                assertThat(after.spot(box.id())).isEqualTo(before.spot(box.id()));
            }
        }
        assertThat(after.has("b199")).isFalse();
        assertThat(after.spot("new").column()).isEqualTo(before.spot("b5").column() + 1);
        assertThat(after.spot("newer").column()).isEqualTo(before.spot("b5").column() + 2);
        assertNoOverlap(after);
    }

    @Test
    void whatIsJoinedToNothingKnownStandsBelow() throws InterruptedException {
        Placement before = place(Pictures.of("a>b", "b>c", "c>d"));
        Placement after = again(Pictures.of("a>b", "b>c", "c>d", "x>y"), before);
        assertThat(after.spot("a")).isEqualTo(before.spot("a"));
        assertThat(after.spot("x")).isEqualTo(new Spot(0, 74));
        assertThat(after.spot("y")).isEqualTo(new Spot(1, 74));
    }

    @Test
    void aFrameHoldsTheBoxesOfItsTrustDomainOnly() throws InterruptedException {
        GraphPicture mixed = Pictures.of("a>p", "a>b", "b>q", "p>q", "a>c", "c>d", "q>e", "b>d");
        List<Box> boxes =
                mixed.boxes().stream()
                        .map(box -> "pq".contains(box.id()) ? box.in("partner") : box)
                        .toList();
        Placement placed =
                place(
                        new GraphPicture(
                                boxes,
                                mixed.arrows(),
                                List.of(new Border("partner", "partner.test"))));
        assertThat(placed.frames()).hasSize(1);
        Frame frame = placed.frames().getFirst();
        for (Box box : boxes) {
            double left = placed.left(box.id());
            double top = placed.top(box.id());
            boolean outside =
                    left >= frame.x() + frame.width()
                            || left + 100 <= frame.x()
                            || top >= frame.y() + frame.height()
                            || top + 40 <= frame.y();
            assertThat(outside).as(box.id()).isEqualTo(box.border().isEmpty());
        }
        assertNoOverlap(placed);
    }

    @Test
    void chipsBetweenTwoColumnsDoNotLieOnEachOther() throws InterruptedException {
        Placement placed = place(Pictures.of("a>x", "b>x", "c>x", "d>x", "a>y", "b>y", "c>y"));
        List<Double> heights =
                placed.routes().values().stream().map(route -> route.chip().y()).sorted().toList();
        for (int i = 1; i < heights.size(); i++) {
            assertThat(heights.get(i) - heights.get(i - 1))
                    .isGreaterThanOrEqualTo(Sizes.CHIP_HEIGHT);
        }
    }

    @Test
    void anInterruptedLayoutPlacesNothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> place(Pictures.random(500, 1)))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void anEmptyPictureIsPlacedToo() throws InterruptedException {
        assertThat(place(GraphPicture.EMPTY).isEmpty()).isTrue();
    }

    private static Map<String, Integer> depths(GraphPicture acyclic) {
        Map<String, Integer> depths = new HashMap<>();
        acyclic.boxes().forEach(box -> depth(acyclic, box.id(), depths));
        return depths;
    }

    private static int depth(GraphPicture picture, String box, Map<String, Integer> known) {
        Integer found = known.get(box);
        if (found != null) {
            return found;
        }
        int depth = 0;
        for (Arrow arrow : picture.into(box)) {
            depth = Math.max(depth, 1 + depth(picture, arrow.from(), known));
        }
        known.put(box, depth);
        return depth;
    }

    private static void assertNoOverlap(Placement placed) {
        Map<Integer, List<Double>> columns = new HashMap<>();
        placed.spots()
                .values()
                .forEach(spot ->
                        columns.computeIfAbsent(spot.column(), any -> new ArrayList<>())
                                .add(spot.y()));
        for (List<Double> tops : columns.values()) {
            tops.sort(null);
            for (int i = 1; i < tops.size(); i++) {
                assertThat(tops.get(i) - tops.get(i - 1)).isGreaterThanOrEqualTo(40);
            }
        }
    }
}
