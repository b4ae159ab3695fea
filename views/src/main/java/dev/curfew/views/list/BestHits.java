package dev.curfew.views.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The best few of many hits, in the order of their ranks; only those are made. One thread. */
public final class BestHits<T> {
    /** Found by something else than its name. */
    public static final int LAST = 3;

    /** Not found at all. */
    public static final int NONE = 4;

    private final int most;
    private final List<List<Supplier<T>>> byRank;

    public BestHits(int most) {
        this.most = most;
        this.byRank =
                Stream.generate(() -> (List<Supplier<T>>) new ArrayList<Supplier<T>>())
                        .limit(NONE)
                        .toList();
    }

    /** How well a name is meant: 0 the whole of it, 1 its beginning, 2 a part of it. */
    public static int rank(String text, String name, Predicate<String> inside) {
        if (!inside.test(name)) {
            return NONE;
        }
        if (name.equalsIgnoreCase(text)) {
            return 0;
        }
        return name.regionMatches(true, 0, text, 0, text.length()) ? 1 : 2;
    }

    public void offer(int rank, Supplier<T> hit) {
        if (rank < NONE && byRank.get(rank).size() < most) {
            byRank.get(rank).add(hit);
        }
    }

    public List<T> best() {
        return byRank.stream().flatMap(List::stream).limit(most).map(Supplier::get).toList();
    }
}
