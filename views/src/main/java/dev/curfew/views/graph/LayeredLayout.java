package dev.curfew.views.graph;

import dev.curfew.views.kit.Tasks;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Columns by depth, parts that nothing joins below each other. */
public final class LayeredLayout implements GraphLayout {
    /** Between two parts. */
    private static final double PART_GAP = 34;

    @Override
    public Placement place(
            GraphPicture picture, Sizes sizes, Optional<Placement> before, Tasks.Progress progress)
            throws InterruptedException {
        Optional<Placement> kept =
                before.filter(old -> old.sizes().equals(sizes))
                        .filter(old -> KeptPlaces.isSmallChange(picture, old))
                        .map(old -> KeptPlaces.place(picture, old))
                        .map(skeleton -> withRest(picture, sizes, skeleton, progress))
                        .filter(LayeredLayout::framesHoldOnlyTheirOwn);
        if (Thread.interrupted()) {
            throw new InterruptedException("the layout was stopped");
        }
        return kept.isPresent() ? kept.get() : anew(picture, sizes, progress);
    }

    private static Placement anew(GraphPicture picture, Sizes sizes, Tasks.Progress progress)
            throws InterruptedException {
        List<List<Box>> parts = Components.of(picture);
        Skeleton all = new Skeleton();
        stack(picture, parts, sizes, all, 0, progress);
        return Routing.finish(picture, parts, sizes, all);
    }

    private static double stack(
            GraphPicture picture,
            List<List<Box>> parts,
            Sizes sizes,
            Skeleton all,
            double from,
            Tasks.Progress progress)
            throws InterruptedException {
        double y = from;
        int placed = 0;
        for (List<Box> part : parts) {
            progress.report((double) placed / Math.max(1, picture.size()), "");
            Skeleton own = ElkColumns.place(picture, part, sizes);
            BorderBands.apply(picture, part, sizes, own);
            boolean framed = part.stream().anyMatch(box -> box.border().isPresent());
            y += framed ? Sizes.FRAME_TITLE : 0;
            all.add(own, y);
            y += own.bottom(sizes) + PART_GAP + (framed ? Sizes.FRAME : 0);
            placed += part.size();
        }
        return y;
    }

    /** Boxes that are joined to nothing that was there stand below all of it. */
    private static Placement withRest(
            GraphPicture picture, Sizes sizes, Skeleton kept, Tasks.Progress progress) {
        Set<String> rest = new HashSet<>();
        for (Box box : picture.boxes()) {
            if (!kept.spots.containsKey(box.id())) {
                rest.add(box.id());
            }
        }
        if (!rest.isEmpty()) {
            GraphPicture apart = picture.only(rest);
            try {
                double below = kept.spots.isEmpty() ? 0 : kept.bottom(sizes) + PART_GAP;
                stack(apart, Components.of(apart), sizes, kept, below, progress);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Placement.EMPTY;
            }
        }
        return Routing.finish(picture, Components.of(picture), sizes, kept);
    }

    private static boolean framesHoldOnlyTheirOwn(Placement placement) {
        Sizes sizes = placement.sizes();
        for (Frame frame : placement.frames()) {
            for (Box box : placement.picture().boxes()) {
                double left = placement.left(box.id());
                double top = placement.top(box.id());
                boolean inside =
                        left < frame.x() + frame.width()
                                && left + sizes.boxWidth() > frame.x()
                                && top < frame.y() + frame.height()
                                && top + sizes.boxHeight() > frame.y();
                if (inside && !box.border().equals(Optional.of(frame.border().id()))) {
                    return false;
                }
            }
        }
        return true;
    }
}
