package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import java.time.Duration;

/** Whether a server offers something here and now, as a harmless call showed. */
public sealed interface Availability {

    /**
     * It is there.
     *
     * @param took until the answer was there
     */
    record Available(Duration took) implements Availability {}

    /** Not to be had, or not known because the server did not answer: the reason tells which. */
    record Absent(Failure why) implements Availability {}
}
