package dev.curfew.evidence.pack;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Keeps nothing of what is written to it but where it first differs from what was expected. */
final class Comparison extends OutputStream {
    private final byte[] expected;
    private int at;
    private long difference = -1;

    Comparison(byte[] expected) {
        this.expected = expected;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (difference >= 0) {
            return;
        }
        int there = Math.min(length, expected.length - at);
        int same = Arrays.mismatch(expected, at, at + there, bytes, from, from + length);
        if (same >= 0) {
            difference = at + (long) same;
        }
        at += there;
    }

    /** An offset in what was expected; empty if all was written, and nothing else. */
    Optional<Long> firstDifference() {
        if (difference >= 0) {
            return Optional.of(difference);
        }
        return at < expected.length ? Optional.of((long) at) : Optional.empty();
    }
}
