package dev.curfew.lab.policy;

import java.time.InstantSource;

/** IDs that begin with the time, each greater than the one before; the same at the same times. */
final class Ulids {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final InstantSource clock;
    private long made;

    Ulids(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String next() {
        return digits(clock.instant().toEpochMilli(), 10) + digits(++made, 16);
    }

    private static String digits(long value, int count) {
        var text = new char[count];
        var rest = value;
        for (var i = count - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }
}
