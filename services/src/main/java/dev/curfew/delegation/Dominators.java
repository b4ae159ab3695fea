package dev.curfew.delegation;

import java.util.Arrays;

/**
 * Which vertex stands on every way from the root to another: the algorithm of Cooper, Harvey and
 * Kennedy, iterative. Vertices are 0 … n-1; edges lie in two arrays of equal length.
 */
final class Dominators {
    static final int UNREACHED = -1;

    private final int[] first;
    private final int[] targets;
    private final int[] firstIn;
    private final int[] sources;
    private final int[] immediate;
    private final int[] postorder;
    private int placed;

    /** By vertex its place in the postorder. */
    private final int[] place;

    Dominators(int vertices, int root, int[] from, int[] to) {
        this.first = new int[vertices + 1];
        this.targets = grouped(from, to, first);
        this.firstIn = new int[vertices + 1];
        this.sources = grouped(to, from, firstIn);
        this.immediate = new int[vertices];
        this.postorder = new int[vertices];
        this.place = new int[vertices];
        Arrays.fill(immediate, UNREACHED);
        Arrays.fill(place, UNREACHED);
        walk(root);
        solve(root);
    }

    /** The nearest vertex on every way to this one; the root's is itself. */
    int immediate(int vertex) {
        return immediate[vertex];
    }

    /** Those reached, each before the one that dominates it. */
    int[] innermostFirst() {
        return Arrays.copyOf(postorder, placed);
    }

    private static int[] grouped(int[] keys, int[] values, int[] first) {
        for (int key : keys) {
            first[key + 1]++;
        }
        for (int i = 1; i < first.length; i++) {
            first[i] += first[i - 1];
        }
        int[] next = first.clone();
        int[] result = new int[values.length];
        for (int i = 0; i < keys.length; i++) {
            result[next[keys[i]]++] = values[i];
        }
        return result;
    }

    private void walk(int root) {
        int[] stack = new int[place.length];
        int[] next = first.clone();
        boolean[] seen = new boolean[place.length];
        int height = 0;
        stack[height++] = root;
        seen[root] = true;
        while (height > 0) {
            int at = stack[height - 1];
            if (next[at] == first[at + 1]) {
                place[at] = placed;
                postorder[placed++] = at;
                height--;
                continue;
            }
            int target = targets[next[at]++];
            if (!seen[target]) {
                seen[target] = true;
                stack[height++] = target;
            }
        }
    }

    private void solve(int root) {
        immediate[root] = root;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = placed - 2; i >= 0; i--) {
                int vertex = postorder[i];
                int best = UNREACHED;
                for (int e = firstIn[vertex]; e < firstIn[vertex + 1]; e++) {
                    int source = sources[e];
                    if (immediate[source] != UNREACHED) {
                        best = best == UNREACHED ? source : common(source, best);
                    }
                }
                if (immediate[vertex] != best) {
                    immediate[vertex] = best;
                    changed = true;
                }
            }
        }
    }

    private int common(int one, int other) {
        int a = one;
        int b = other;
        while (a != b) {
            while (place[a] < place[b]) {
                a = immediate[a];
            }
            while (place[b] < place[a]) {
                b = immediate[b];
            }
        }
        return a;
    }
}
